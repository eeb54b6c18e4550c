import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { BarList, Card, EmptyState, LinkButton, Select } from '../../../ui/index.ts'
import { FigureTable, TakeAway } from '../looking/figure-table.page.tsx'
import { PeriodForm } from '../looking/period-form.page.tsx'
import type { UnitLookedAt } from '../looking/reach.ts'
import { type StatisticsProps, StatisticsShell } from '../looking/tabs.page.tsx'

export interface ActivityProps extends StatisticsProps {
  readonly unit: UnitLookedAt
  readonly units: readonly UnitLookedAt[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly personId: string
  readonly typed: { readonly de: string; readonly ate: string }
  readonly problems: readonly FieldProblem[]
  readonly totals: Sheet
  readonly lines: Sheet
  readonly links: readonly (string | undefined)[]
  readonly address: string
  readonly previousHref: string | undefined
  readonly nextHref: string | undefined
}

/** What was done in a unit, in all or by one person: totals by activity, and deed by deed (PES-034). */
export function ActivityPage(props: ActivityProps) {
  const { totals, lines, links, unit } = props
  return (
    <StatisticsShell
      {...props}
      tab="/estatisticas/atividades"
      title={`Atividades na unidade ${unit.acronym}`}
      hasErrors={props.problems.length > 0}
    >
      <PeriodForm
        action={props.href('/estatisticas/atividades')}
        typed={props.typed}
        problems={props.problems}
        units={props.units}
        unitId={unit.id}
      >
        <Select
          name="usuario"
          label="Usuário"
          emptyLabel="Todos"
          value={props.personId}
          options={props.people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </PeriodForm>
      {totals.rows.length === 0 ? (
        <EmptyState title="Nenhuma atividade no período" icon="history" />
      ) : (
        <>
          <Card title="Totais por atividade" icon="chart">
            <BarList
              title="Atividades"
              bars={totals.rows.map(([label, value]) => ({ label: String(label), value: Number(value) }))}
            />
            <FigureTable id="tabela-atividades" caption="Quantas vezes cada atividade foi feita" sheet={totals} />
            <TakeAway address={`${props.address}&tabela=totais`} what="totais por atividade" />
          </Card>
          <Card title="Linha a linha" icon="list">
            <p class="secondary">
              Processos restritos aparecem sem o número; os sigilosos estão nos totais e não são listados.
            </p>
            <FigureTable
              id="linhas"
              caption="Atividades, da mais nova à mais antiga"
              sheet={lines}
              numeric={[]}
              show={(row, column) =>
                column === 2 && links[row] ? <a href={links[row]}>{lines.rows[row]?.[2]}</a> : undefined
              }
            />
            <p>
              {props.previousHref ? (
                <LinkButton href={props.previousHref} icon="chevronLeft">
                  Página anterior
                </LinkButton>
              ) : null}{' '}
              {props.nextHref ? (
                <LinkButton href={props.nextHref} icon="chevronRight">
                  Próxima página
                </LinkButton>
              ) : null}
            </p>
            <TakeAway address={`${props.address}&tabela=linhas`} what="atividades linha a linha" />
          </Card>
        </>
      )}
    </StatisticsShell>
  )
}
