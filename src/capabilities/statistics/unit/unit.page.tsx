import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { BarList, Card, EmptyState } from '../../../ui/index.ts'
import { daysOf, sayDuration } from '../looking/duration.text.ts'
import { FigureTable, TakeAway } from '../looking/figure-table.page.tsx'
import { PeriodForm } from '../looking/period-form.page.tsx'
import type { UnitLookedAt } from '../looking/reach.ts'
import { type StatisticsProps, StatisticsShell } from '../looking/tabs.page.tsx'
import { confidentialName, measureMeanings, measureNames, measures } from './measure.text.ts'
import type { ReportLine, UnitReport } from './unit-report.rules.ts'

export interface UnitPageProps extends StatisticsProps {
  readonly unit: UnitLookedAt
  readonly units: readonly UnitLookedAt[]
  readonly typed: { readonly de: string; readonly ate: string }
  readonly problems: readonly FieldProblem[]
  /** Undefined where the period is wrong. */
  readonly report: UnitReport | undefined
  /** `de=…&ate=…&unidade=…` of what is shown. */
  readonly query: string
}

/** The figures of a unit in a period, by type. */
export function UnitPage(props: UnitPageProps) {
  const { report, unit } = props
  return (
    <StatisticsShell
      {...props}
      tab="/estatisticas"
      title={`Estatísticas da unidade ${unit.acronym}`}
      hasErrors={props.problems.length > 0}
    >
      <PeriodForm
        action={props.href('/estatisticas')}
        typed={props.typed}
        problems={props.problems}
        units={props.units}
        unitId={unit.id}
      />
      {!report ? null : report.lines.length === 0 ? (
        <EmptyState title="Nada no período" icon="chart">
          A unidade não gerou nem teve processos ou documentos nestes dias.
        </EmptyState>
      ) : (
        <Figures {...props} report={report} />
      )}
    </StatisticsShell>
  )
}

function Figures({ report, query, href }: UnitPageProps & { readonly report: UnitReport }) {
  const lines = [...report.lines, report.total]
  const charts = [
    { title: 'Processos com tramitação, por tipo', pick: (line: ReportLine) => line.tramitados },
    {
      title: 'Documentos gerados e externos, por tipo de processo',
      pick: (line: ReportLine) => line.documentos + line.externos,
    },
  ]
  return (
    <>
      <Card title="Por tipo de processo" icon="chart" id="por-tipo">
        {charts.map(({ title, pick }) => (
          <BarList
            key={title}
            title={title}
            bars={report.lines
              .map((line) => ({ label: line.name, value: pick(line) }))
              .filter(({ value }) => value > 0)}
          />
        ))}
        <FigureTable
          id="tabela-unidade"
          caption="Processos e documentos da unidade por tipo de processo"
          sheet={unitSheet(report)}
          show={(row, column) => {
            const line = lines[row]
            const measure = measures[column - 1]
            if (line && column === measures.length + 1) {
              return line.meanSeconds === undefined ? '—' : sayDuration(line.meanSeconds)
            }
            if (!line || !measure || line[measure] === 0 || line.name === confidentialName) return undefined
            const type = line.typeId ? `&tipo=${line.typeId}` : ''
            return (
              <a class="figure-link" href={href(`/estatisticas/lista?medida=${measure}${type}&${query}`)}>
                {line[measure]}
                <span class="visually-hidden">
                  {' '}
                  – {measureNames[measure].toLowerCase()}, {line.name}
                </span>
              </a>
            )
          }}
        />
        <TakeAway address={href(`/estatisticas?${query}`)} what="estatísticas da unidade" />
      </Card>
      <Card title="O que é contado" icon="info">
        <ul class="prose">
          {measures.map((measure) => (
            <li key={measure}>
              <strong>{measureNames[measure]}:</strong> {measureMeanings[measure]}
            </li>
          ))}
          <li>
            <strong>Tempo médio na unidade:</strong> a soma do tempo em que os processos estiveram abertos na unidade
            dentro do período, mesmo parados, dividida pelos processos com tramitação.
          </li>
        </ul>
      </Card>
    </>
  )
}

/** The same as a table to take away; times in days. */
export function unitSheet({ lines, total }: UnitReport): Sheet {
  return {
    title: 'Estatísticas da unidade',
    columns: ['Tipo de processo', ...measures.map((measure) => measureNames[measure]), 'Tempo médio (dias)'],
    rows: [...lines, total].map((line) => [
      line.name,
      ...measures.map((measure) => line[measure]),
      line.meanSeconds === undefined ? undefined : daysOf(line.meanSeconds),
    ]),
  }
}
