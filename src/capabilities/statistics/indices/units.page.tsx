import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { BarList, Card, EmptyState } from '../../../ui/index.ts'
import { FigureTable, TakeAway } from '../looking/figure-table.page.tsx'
import { type StatisticsProps, StatisticsShell } from '../looking/tabs.page.tsx'

interface UnitCounts {
  readonly acronym: string
  readonly bornDigital: number
  readonly digitized: number
  readonly notPublic: number
}

/** The counts behind an agency's indices, unit by unit. */
export function UnitsOfIndexPage(
  props: StatisticsProps & {
    readonly month: string
    readonly monthName: string
    readonly agency: { readonly agencyId: string; readonly acronym: string; readonly users: number }
    readonly units: readonly UnitCounts[]
  },
) {
  const { agency, units } = props
  return (
    <StatisticsShell
      {...props}
      tab="/estatisticas/indices"
      below={agency.acronym}
      title={`Documentos por unidade: ${agency.acronym}, ${props.monthName}`}
    >
      <Card title="Documentos contados" icon="chart">
        <p>
          O órgão tinha {agency.users} usuários no último dia do mês. Documentos restritos e sigilosos estão nos totais,
          e nenhum é identificado.
        </p>
        <BarList
          title="Documentos por unidade"
          bars={units.map(({ acronym, bornDigital, digitized }) => ({
            label: acronym,
            value: bornDigital + digitized,
          }))}
        />
        <FigureTable
          id="unidades"
          caption="Documentos do mês por unidade"
          sheet={unitsSheet(units)}
          empty={<EmptyState title="Nenhum documento no mês" icon="document" />}
        />
        <TakeAway
          address={props.href(`/estatisticas/indices/unidades?mes=${props.month}&orgao=${agency.agencyId}`)}
          what="documentos por unidade"
        />
      </Card>
    </StatisticsShell>
  )
}

/** The same as a table to take away. */
export function unitsSheet(units: readonly UnitCounts[]): Sheet {
  return {
    title: 'Documentos por unidade',
    columns: ['Unidade', 'Nato-digitais', 'Digitalizados', 'Total', 'Dos quais não públicos'],
    rows: units.map((unit) => [
      unit.acronym,
      unit.bornDigital,
      unit.digitized,
      unit.bornDigital + unit.digitized,
      unit.notPublic,
    ]),
  }
}
