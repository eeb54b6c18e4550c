import type { LocalDate } from '../../../platform/calendar/index.ts'
import { CaseNumber, Day, EmptyState, formatCount, Link, nothing, StatusTag, Table, Tag } from '../../../ui/index.ts'
import type { ProjectState } from '../keeping/project.ts'
import type { ActivityRow } from './activities.queries.ts'
import { clashesOf, standingOf } from './activity.rules.ts'
import { tellStanding } from './activity.text.ts'

interface ActivitiesTableProps {
  readonly href: (path: string) => string
  readonly projectId: string
  readonly state: ProjectState
  readonly activities: readonly ActivityRow[]
  readonly today: LocalDate
  readonly mayChange: boolean
}

/** Everything that the picture shows, in words. */
export function ActivitiesTable({ href, projectId, state, activities, today, mayChange }: ActivitiesTableProps) {
  const numbers = new Map(activities.map(({ id }, place) => [id, place + 1]))
  return (
    <Table
      id="atividades"
      caption={formatCount(activities.length, 'atividade', 'atividades')}
      rows={activities}
      rowKey={({ id }) => id}
      rowTone={(one) => {
        if (one.isCancelled) return 'muted'
        return standingOf(one, state, today).kind === 'late' ? 'danger' : undefined
      }}
      empty={
        <EmptyState title="O projeto ainda não tem atividades" icon="layers">
          Cada atividade tem um prazo e quem a faz; com elas se desenha o gráfico.
        </EmptyState>
      }
      columns={[
        {
          key: 'atividade',
          header: 'Atividade',
          rowHeader: true,
          width: 'wide',
          cell: ({ id, name, isTold, isMilestone, who }) => (
            <>
              {numbers.get(id)}.{' '}
              {mayChange && isTold ? <Link href={href(`/projetos/${projectId}/atividades/${id}`)}>{name}</Link> : name}{' '}
              {isMilestone ? <Tag icon="flag">Marco</Tag> : null}
              {who ? <div class="secondary">{who}</div> : null}
            </>
          ),
        },
        {
          key: 'previsto',
          header: 'Previsto',
          width: 'narrow',
          cell: ({ plannedFrom, plannedUntil }) => <Span from={plannedFrom} until={plannedUntil} />,
        },
        {
          key: 'real',
          header: 'Real',
          width: 'narrow',
          cell: ({ begunOn, endedOn }) => (begunOn ? <Span from={begunOn} until={endedOn} /> : nothing),
        },
        { key: 'feito', header: 'Feito', numeric: true, cell: ({ percent }) => `${percent}%` },
        {
          key: 'situacao',
          header: 'Situação',
          cell: (one) => {
            const { word, tone, icon } = tellStanding(standingOf(one, state, today))
            return (
              <StatusTag tone={tone} icon={icon}>
                {word}
              </StatusTag>
            )
          },
        },
        {
          key: 'depende',
          header: 'Depende de',
          cell: (one) => {
            if (one.afterIds.length === 0) return nothing
            const clashes = clashesOf(one, activities)
            return (
              <>
                {one.afterIds.map((id) => numbers.get(id)).join(', ')}
                {clashes.length > 0 ? (
                  <div class="secondary">
                    Começa antes do fim de {clashes.map(({ id }) => numbers.get(id)).join(', ')}
                  </div>
                ) : null}
              </>
            )
          },
        },
        {
          key: 'processo',
          header: 'Processo',
          width: 'fit',
          cell: ({ caseNumber, caseDigits }) =>
            caseNumber ? <CaseNumber number={caseNumber} href={href(`/processos/${caseDigits}`)} /> : nothing,
        },
      ]}
    />
  )
}

function Span({ from, until }: { readonly from: LocalDate; readonly until: LocalDate | null }) {
  if (from === until) return <Day value={from} />
  return (
    <>
      <Day value={from} /> {until ? 'a' : 'em diante'} {until ? <Day value={until} /> : null}
    </>
  )
}
