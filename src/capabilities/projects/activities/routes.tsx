import { keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { unitPeople } from '../../identity/index.ts'
import { idParam } from '../../organization/index.ts'
import { findProject } from '../keeping/find-projects.ts'
import { isEnded } from '../keeping/project.rules.ts'
import type { ProjectRow } from '../keeping/projects.queries.ts'
import type { ActivityRow } from './activities.queries.ts'
import { fieldsOfActivity, readActivity } from './activity.form.ts'
import { ActivityFormPage } from './activity-form.page.tsx'
import { isWholeFor, listActivities } from './find-activities.ts'
import { type ActivityRefusal, addActivity, changeActivity } from './keep-activity.ts'

const writing = { permission: 'cases.change' } as const

/** The activities of a project, kept by the units that take part. */
export function activitiesRoutes(router: Router): void {
  router.page('/projetos/:id/atividades/nova', writing, async (visit) => {
    const project = await openProject(visit)
    const first = {
      previsto_de: project?.startsOn ?? '',
      percentual: '0',
      processo: visit.query('processo').slice(0, 60),
    }
    return project ? formPage(visit, project, await rowsOf(visit, project), undefined, first, []) : notFound
  })

  router.act('/projetos/:id/atividades', writing, async (visit) => {
    const project = await openProject(visit)
    if (!project) return notFound
    const again = async (problems: readonly FieldProblem[]) =>
      formPage(visit, project, await rowsOf(visit, project), undefined, visit.form, problems)
    const { terms, problems } = readActivity(visit.form, todayIn(visit.now))
    if (!terms) return again(problems)
    const outcome = await addActivity(visit.db, visit.actor, { ...terms, projectId: project.id }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return again(outcome.refusals.map(explain))
    return saying(visit, project.id, terms.name, 'atividade incluída.')
  })

  router.page('/projetos/:id/atividades/:atividade', writing, async (visit) => {
    const found = await activityOf(visit)
    return found ? formPage(visit, found.project, found.rows, found.row, fieldsOfActivity(found.row), []) : notFound
  })

  router.act('/projetos/:id/atividades/:atividade', writing, async (visit) => {
    const found = await activityOf(visit)
    if (!found) return notFound
    const { project, rows, row } = found
    const { terms, problems } = readActivity(visit.form, todayIn(visit.now))
    if (!terms) return formPage(visit, project, rows, row, visit.form, problems)
    const request = { ...terms, projectId: project.id, id: row.id }
    const outcome = await changeActivity(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return formPage(visit, project, rows, row, visit.form, outcome.refusals.map(explain))
    return saying(visit, project.id, terms.name, 'atividade alterada.')
  })
}

/** The project, while its activities may still be changed. */
async function openProject(visit: InnerVisit): Promise<ProjectRow | undefined> {
  const id = idParam(visit)
  const project = id ? await findProject(visit.db, visit.actor, id) : undefined
  return project && !isEnded(project.state) ? project : undefined
}

const rowsOf = ({ db, actor, now }: InnerVisit, { id }: ProjectRow) => listActivities(db, actor, id, now)

async function activityOf(visit: InnerVisit) {
  const id = idParam(visit, 'atividade')
  const project = id ? await openProject(visit) : undefined
  if (!id || !project) return undefined
  const rows = await rowsOf(visit, project)
  const row = rows.find((one) => one.id === id)
  return row && (await isWholeFor(visit.db, visit.actor, rows, id, visit.now)) ? { project, rows, row } : undefined
}

async function saying(visit: InnerVisit, id: string, label: string, text: string): Promise<Answer> {
  const result = await keepResult(visit, { title: 'Atividade', items: [{ label, done: true, text }] })
  return redirect(visit.href(`/projetos/${id}`) + result)
}

async function formPage(
  { db, actor, now, page, formKeys, href }: InnerVisit,
  project: ProjectRow,
  rows: readonly ActivityRow[],
  row: ActivityRow | undefined,
  fields: FormFields,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const people = await unitPeople(db, actor.unitId, now)
  const others = rows.map((one, place) => ({ id: one.id, label: `${place + 1}. ${one.name}` }))
  const base = href(`/projetos/${project.id}/atividades`)
  const shown = (
    <ActivityFormPage
      {...{ page, formKeys, href, project, people, fields, problems }}
      title={row ? 'Alterar atividade' : 'Nova atividade'}
      action={row ? `${base}/${row.id}` : base}
      button={row ? 'Salvar' : 'Incluir atividade'}
      others={others.filter(({ id }) => id !== row?.id)}
    />
  )
  return html(shown, problems.length > 0 ? 422 : 200)
}

function explain({ kind }: ActivityRefusal): FieldProblem {
  switch (kind) {
    case 'no-such-case-file':
      return {
        field: 'processo',
        message: 'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
      }
    case 'project-ended':
      return { field: 'nome', message: 'O projeto foi encerrado: suas atividades não mudam mais.' }
    case 'too-many':
      return { field: 'nome', message: 'O projeto já tem 200 atividades. Divida-o em dois projetos.' }
    case 'unknown-dependency':
      return { field: 'depende', message: 'Escolha de novo de que depende: uma das atividades não está na lista.' }
    case 'circle':
      return {
        field: 'depende',
        message: 'Assim uma atividade esperaria por si mesma. Desmarque a que depende desta, direta ou indiretamente.',
      }
  }
}
