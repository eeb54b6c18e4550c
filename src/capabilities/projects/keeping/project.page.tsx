import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import {
  Card,
  Day,
  DescriptionList,
  formatCount,
  LinkButton,
  type PageContext,
  Shell,
  StatusTag,
} from '../../../ui/index.ts'
import type { ActivityRow } from '../activities/activities.queries.ts'
import { ActivitiesTable } from '../activities/activities-table.page.tsx'
import type { ProjectFigures } from '../activities/activity.rules.ts'
import { projectCrumbs } from '../crumbs.ts'
import { GanttPicture } from '../gantt/gantt.page.tsx'
import type { GanttChart } from '../gantt/gantt.rules.ts'
import { projectStateWords } from './project.text.ts'
import type { ProjectRow } from './projects.queries.ts'

export interface ProjectPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly project: ProjectRow
  readonly activities: readonly ActivityRow[]
  readonly figures: ProjectFigures
  readonly next: ActivityRow | undefined
  readonly lateOnes: readonly ActivityRow[]
  readonly chart: GanttChart | undefined
  readonly today: LocalDate
  readonly result: ActResult | undefined
  /** The data of the project; only the unit that keeps it. */
  readonly mayChange: boolean
  /** Its activities; every unit that takes part, until it is ended. */
  readonly mayAdd: boolean
}

/** A project: what for, who, what is due; the picture, and the same in a table. */
export function ProjectPage(props: ProjectPageProps) {
  const { page, href, project, chart, today, mayAdd } = props
  const { word, tone, icon } = projectStateWords[project.state]
  const path = `/projetos/${project.id}`
  return (
    <Shell
      page={page}
      title={project.name}
      breadcrumb={projectCrumbs(href, { label: project.name })}
      lead={
        <p>
          <StatusTag tone={tone} icon={icon}>
            {word}
          </StatusTag>{' '}
          de <Day value={project.startsOn} /> a <Day value={project.endsOn} />
        </p>
      }
      headingActions={
        <>
          {mayAdd ? (
            <LinkButton href={href(`${path}/atividades/nova`)} kind="primary" icon="plus">
              Nova atividade
            </LinkButton>
          ) : null}
          {props.mayChange ? (
            <LinkButton href={href(`${path}/alteracao`)} icon="edit">
              Alterar projeto
            </LinkButton>
          ) : null}
          <LinkButton href={href(`${path}/planilha`)} icon="download">
            Planilha (CSV)
          </LinkButton>
        </>
      }
    >
      <ActResultMessage result={props.result} />
      <Facts {...props} />
      {chart ? (
        <Card title="Gráfico de Gantt" icon="chart" id="grafico">
          <GanttPicture chart={chart} late={props.figures.late} />
          <p class="secondary">
            Barra clara: o previsto; parte cheia: o que já foi feito; linha fina embaixo: as datas reais; losango:
            marco; borda tracejada vermelha: atrasada; linha vertical tracejada: hoje. Setas: de que cada atividade
            depende.
          </p>
        </Card>
      ) : null}
      <ActivitiesTable
        {...{ href, today }}
        projectId={project.id}
        state={project.state}
        activities={props.activities}
        mayChange={mayAdd}
      />
    </Shell>
  )
}

function Facts({ project, figures, next, lateOnes }: ProjectPageProps) {
  const { activities, done, late, percent } = figures
  const numberedLate = lateOnes.slice(0, 3).map(({ name }) => name)
  const more = late > numberedLate.length ? ` e mais ${late - numberedLate.length}` : ''
  return (
    <Card title="O projeto" icon="info" id="o-projeto">
      <DescriptionList
        items={[
          { term: 'Objetivo', description: project.aim },
          { term: 'Responsável', description: project.responsible },
          { term: 'Unidades', description: [project.unit, ...project.otherUnits].join(', ') },
          {
            term: 'Próximo vencimento',
            description: next ? (
              <>
                <Day value={next.plannedUntil} />: {next.name}
              </>
            ) : (
              'Nada a vencer'
            ),
          },
          {
            term: 'Atrasadas',
            description:
              late === 0 ? (
                'Nenhuma'
              ) : (
                <>
                  <StatusTag tone="danger">{formatCount(late, 'atividade atrasada', 'atividades atrasadas')}</StatusTag>{' '}
                  {numberedLate.join('; ')}
                  {more}
                </>
              ),
          },
          {
            term: 'Concluídas',
            description:
              activities === 0 ? 'Ainda sem atividades' : `${done} de ${activities} (${percent}% do trabalho)`,
          },
        ]}
      />
    </Card>
  )
}
