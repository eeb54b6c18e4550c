import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { BarList, Card, EmptyState, formatBytes, formatCount } from '../../../ui/index.ts'
import { FigureTable, TakeAway } from '../looking/figure-table.page.tsx'
import { type StatisticsProps, StatisticsShell } from '../looking/tabs.page.tsx'

/** What is told of an installation; undefined where its source does not say. */
export interface HouseNumbers {
  readonly name: string
  readonly externalUsers: number | undefined
  readonly registeredUsers: number | undefined
  readonly documents: number | undefined
  readonly storageBytes: number | undefined
}

export interface NumbersProps extends StatisticsProps {
  /** This installation first, then those whose numbers were published. */
  readonly houses: readonly HouseNumbers[]
  readonly months: readonly (HouseNumbers & { readonly month: string })[]
  readonly agencies: readonly { readonly acronym: string; readonly users: number; readonly documents: number }[]
  readonly lastMonth: string | undefined
}

/** The numbers of the installation, month by month, beside those of others. */
export function NumbersPage(props: NumbersProps) {
  const { houses, months, agencies, href, lastMonth } = props
  const series = monthsSheet(months)
  return (
    <StatisticsShell {...props} tab="/estatisticas/numeros" title="Números do SEI">
      {houses.length === 0 ? (
        <EmptyState title="Nenhum mês fechado ainda" icon="chart">
          Cada mês é fechado na primeira madrugada do mês seguinte, e dali em diante não muda mais.
        </EmptyState>
      ) : (
        <>
          <Card title="Comparação entre instalações" icon="chart" id="instalacoes">
            <FigureTable
              id="tabela-instalacoes"
              caption="Números por instalação"
              sheet={housesSheet(houses)}
              show={(row, column) => {
                const house = houses[column - 1]
                return house ? shown(house, row) : undefined
              }}
            />
            <TakeAway address={href('/estatisticas/numeros?tabela=instalacoes')} what="números por instalação" />
          </Card>
          {lastMonth ? (
            <>
              <Card title="Esta instalação, mês a mês" icon="calendar" id="meses">
                <BarList
                  title="Documentos gerados por mês"
                  bars={months.map(({ month, documents }) => ({ label: month, value: documents ?? 0 }))}
                />
                <FigureTable
                  id="tabela-meses"
                  caption="Números desta instalação em cada mês fechado"
                  sheet={series}
                  show={(row, column) => {
                    const month = months[row]
                    return month && column > 0 ? shown(month, column - 1) : undefined
                  }}
                />
                <TakeAway address={href('/estatisticas/numeros?tabela=meses')} what="números mês a mês" />
              </Card>
              <Card title={`Órgãos, ${lastMonth}`} icon="unit" id="orgaos">
                <BarList
                  title="Documentos por órgão"
                  bars={agencies.map(({ acronym, documents }) => ({ label: acronym, value: documents }))}
                />
                <FigureTable
                  id="tabela-orgaos"
                  caption="Usuários e documentos por órgão"
                  sheet={agenciesSheet(agencies)}
                />
                <TakeAway address={href('/estatisticas/numeros?tabela=orgaos')} what="números por órgão" />
              </Card>
            </>
          ) : null}
        </>
      )}
    </StatisticsShell>
  )
}

const measures = ['Usuários externos', 'Usuários cadastrados', 'Documentos gerados (mês)', 'Armazenamento'] as const

export function housesSheet(houses: readonly HouseNumbers[]): Sheet {
  return {
    title: 'Números do SEI',
    columns: ['Números', ...houses.map(({ name }) => name)],
    rows: measures.map((measure, row) => [measure, ...houses.map((house) => measureOf(house, row))]),
  }
}

export function monthsSheet(months: NumbersProps['months']): Sheet {
  return {
    title: 'Números mês a mês',
    columns: ['Mês', ...measures.slice(0, 3), 'Armazenamento (bytes)'],
    rows: months.map((one) => [one.month, ...measures.map((_, row) => measureOf(one, row))]),
  }
}

export function agenciesSheet(agencies: NumbersProps['agencies']): Sheet {
  return {
    title: 'Números por órgão',
    columns: ['Órgão', 'Usuários', 'Documentos no mês'],
    rows: agencies.map(({ acronym, users, documents }) => [acronym, users, documents]),
  }
}

function measureOf(house: HouseNumbers, row: number): number | undefined {
  return [house.externalUsers, house.registeredUsers, house.documents, house.storageBytes][row]
}

function shown(house: HouseNumbers, row: number): string {
  const value = measureOf(house, row)
  if (value === undefined) return '—'
  return row === 3 ? formatBytes(value) : formatCount(value)
}
