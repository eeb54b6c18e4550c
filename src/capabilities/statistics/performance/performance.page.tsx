import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { BarList, Card, EmptyState, LinkButton, StatusTag, TextField } from '../../../ui/index.ts'
import { daysOf, sayDuration } from '../looking/duration.text.ts'
import { FigureTable, TakeAway } from '../looking/figure-table.page.tsx'
import { PeriodForm } from '../looking/period-form.page.tsx'
import { type StatisticsProps, StatisticsShell } from '../looking/tabs.page.tsx'

/** Concluded case files of a type; without an id, the confidential ones of all types. */
export interface TypeTime {
  readonly typeId: string | undefined
  readonly name: string
  readonly concluded: number
  readonly seconds: number
  readonly withinTarget: number
}

export interface PerformanceProps extends StatisticsProps {
  readonly agencyName: string
  readonly typed: { readonly de: string; readonly ate: string }
  readonly problems: readonly FieldProblem[]
  readonly query: string
  readonly types: readonly TypeTime[]
}

const none = (
  <EmptyState title="Nenhum processo concluído no período" icon="conclude">
    Contam os processos que já não estão abertos em unidade alguma e cuja última conclusão foi nestes dias.
  </EmptyState>
)

/** Concluded case files and their mean time by type (PES-033). */
export function PerformancePage(props: PerformanceProps) {
  const { types, href, query } = props
  return (
    <StatisticsShell
      {...props}
      tab="/estatisticas/desempenho"
      title="Desempenho por tipo de processo"
      hasErrors={props.problems.length > 0}
    >
      <PeriodForm action={href('/estatisticas/desempenho')} typed={props.typed} problems={props.problems} />
      {types.length === 0 ? (
        none
      ) : (
        <Card title={`Processos concluídos: ${props.agencyName}`} icon="chart">
          <BarList
            title="Tempo médio por tipo"
            bars={types.map(({ name, seconds }) => ({ label: name, value: seconds, text: sayDuration(seconds) }))}
          />
          <FigureTable
            id="tabela-desempenho"
            caption="Processos concluídos e tempo médio por tipo, da abertura à última conclusão"
            sheet={performanceSheet(types)}
            show={(row, column) => {
              const type = types[row]
              if (type && column === 0 && type.typeId) {
                return <a href={href(`/estatisticas/desempenho/tipo?tipo=${type.typeId}&${query}`)}>{type.name}</a>
              }
              return type && column === 2 ? sayDuration(type.seconds) : undefined
            }}
          />
          <TakeAway address={href(`/estatisticas/desempenho?${query}`)} what="desempenho por tipo" />
        </Card>
      )}
    </StatisticsShell>
  )
}

/** The same as a table to take away; times in days. */
export function performanceSheet(types: readonly TypeTime[]): Sheet {
  return {
    title: 'Desempenho por tipo',
    columns: ['Tipo de processo', 'Concluídos', 'Tempo médio (dias)'],
    rows: types.map(({ name, concluded, seconds }) => [name, concluded, daysOf(seconds)]),
  }
}

/** The mean time of each type against the target of the services. */
export function TargetPage(props: PerformanceProps & { readonly targetDays: number; readonly typedTarget: string }) {
  const { types, href, query, targetDays } = props
  return (
    <StatisticsShell
      {...props}
      tab="/estatisticas/meta"
      title="Tempo médio contra a meta"
      hasErrors={props.problems.length > 0}
    >
      <PeriodForm action={href('/estatisticas/meta')} typed={props.typed} problems={props.problems}>
        <TextField
          name="dias"
          label="Meta, em dias corridos"
          width="short"
          inputMode="numeric"
          maxLength={3}
          value={props.typedTarget}
          error={props.problems.find(({ field }) => field === 'dias')?.message}
        />
      </PeriodForm>
      {types.length === 0 ? (
        none
      ) : (
        <Card title={`Processos concluídos: ${props.agencyName}`} icon="flag">
          <BarList
            title="Tempo médio por tipo"
            bars={types.map(({ name, seconds }) => ({ label: name, value: seconds, text: sayDuration(seconds) }))}
            mark={{ label: 'a meta', value: targetDays * 86_400, text: sayDuration(targetDays * 86_400) }}
          />
          <FigureTable
            id="tabela-meta"
            caption={`Tempo médio por tipo contra a meta de ${targetDays} ${targetDays === 1 ? 'dia' : 'dias'}`}
            sheet={targetSheet(types, targetDays)}
            numeric={[1, 2, 3]}
            show={(row, column) => {
              const type = types[row]
              if (!type) return undefined
              if (column === 2) return sayDuration(type.seconds)
              if (column !== 4) return undefined
              const kept = type.seconds <= targetDays * 86_400
              return (
                <StatusTag tone={kept ? 'success' : 'danger'} icon={kept ? 'check' : 'alert'}>
                  {kept ? 'dentro da meta' : 'acima da meta'}
                </StatusTag>
              )
            }}
          />
          <TakeAway address={href(`/estatisticas/meta?${query}&dias=${targetDays}`)} what="tempo médio contra a meta" />
        </Card>
      )}
      <p class="secondary">
        A meta dos serviços é de sete dias corridos em média, da abertura do processo à última conclusão. Informe outra
        para comparar.{' '}
        <LinkButton kind="quiet" small href={href('/estatisticas/desempenho')} icon="chart">
          Desempenho por tipo
        </LinkButton>
      </p>
    </StatisticsShell>
  )
}

/** The same as a table to take away. */
export function targetSheet(types: readonly TypeTime[], targetDays: number): Sheet {
  return {
    title: 'Tempo médio contra a meta',
    columns: ['Tipo de processo', 'Concluídos', 'Tempo médio (dias)', 'Concluídos dentro da meta', 'Situação'],
    rows: types.map((type) => [
      type.name,
      type.concluded,
      daysOf(type.seconds),
      type.withinTarget,
      type.seconds <= targetDays * 86_400 ? 'dentro da meta' : 'acima da meta',
    ]),
  }
}
