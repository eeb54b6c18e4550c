import { keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import {
  type Answer,
  bytes,
  html,
  type InnerVisit,
  notFound,
  type Router,
  redirect,
} from '../../../platform/http/index.ts'
import { unitPeople } from '../../identity/index.ts'
import { idParam } from '../../organization/index.ts'
import { listActivities } from '../activities/find-activities.ts'
import { projectCsv } from '../activities/project-csv.text.ts'
import { findProject, listProjects } from './find-projects.ts'
import { beginProject, changeProject, type ProjectRefusal } from './keep-project.ts'
import { ProjectsPage } from './list.page.tsx'
import { fieldsOfProject, fieldsToBegin, readProject } from './project.form.ts'
import { projectPage } from './project.view.tsx'
import { ProjectFormPage } from './project-form.page.tsx'
import type { ProjectRow } from './projects.queries.ts'

const writing = { permission: 'cases.change' } as const

/** The projects of the unit: list, page with the picture, sheet, and their data. */
export function keepingRoutes(router: Router): void {
  router.page('/projetos', {}, async (visit) => {
    const { db, actor, now, page, href } = visit
    const ended = visit.query('situacao') === 'encerrados'
    const asked = Number(visit.query('pagina'))
    const pageNumber = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
    const rows = await listProjects(db, actor, { ended, page: pageNumber }, now)
    const mayChange = actor.permissions.has('cases.change')
    return html(<ProjectsPage {...{ page, href, ended, pageNumber, rows, mayChange }} />)
  })

  router.page('/projetos/novo', writing, (visit) =>
    formPage(visit, undefined, fieldsToBegin(visit.actor.userId, todayIn(visit.now)), []),
  )

  router.act('/projetos', writing, async (visit) => {
    const { terms, problems } = readProject(visit.form)
    if (!terms) return formPage(visit, undefined, visit.form, problems)
    const outcome = await beginProject(visit.db, visit.actor, terms, visit.now)
    if (!outcome.done) return formPage(visit, undefined, visit.form, outcome.refusals.map(explain))
    return saying(visit, outcome.value.id, terms.name, 'projeto iniciado. Agora inclua as atividades.')
  })

  router.page('/projetos/:id', {}, async (visit) => {
    const project = await projectOf(visit)
    return project ? projectPage(visit, project) : notFound
  })

  router.page('/projetos/:id/planilha', {}, async (visit) => {
    const project = await projectOf(visit)
    if (!project) return notFound
    const activities = await listActivities(visit.db, visit.actor, project.id, visit.now)
    return bytes(projectCsv(project, activities, todayIn(visit.now)), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="projeto-${project.id}.csv"`,
    })
  })

  router.page('/projetos/:id/alteracao', writing, async (visit) => {
    const project = await projectOf(visit)
    return project?.isOurs ? formPage(visit, project, fieldsOfProject(project), []) : notFound
  })

  router.act('/projetos/:id/alteracao', writing, async (visit) => {
    const project = await projectOf(visit)
    if (!project?.isOurs) return notFound
    const { terms, problems } = readProject(visit.form)
    if (!terms) return formPage(visit, project, visit.form, problems)
    const outcome = await changeProject(visit.db, visit.actor, { ...terms, id: project.id }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return formPage(visit, project, visit.form, outcome.refusals.map(explain))
    return saying(visit, project.id, terms.name, 'projeto alterado.')
  })
}

async function projectOf(visit: InnerVisit): Promise<ProjectRow | undefined> {
  const id = idParam(visit)
  return id ? findProject(visit.db, visit.actor, id) : undefined
}

async function saying(visit: InnerVisit, id: string, label: string, text: string): Promise<Answer> {
  const result = await keepResult(visit, { title: 'Projeto', items: [{ label, done: true, text }] })
  return redirect(visit.href(`/projetos/${id}`) + result)
}

async function formPage(
  { db, actor, now, page, formKeys, href }: InnerVisit,
  project: ProjectRow | undefined,
  fields: FormFields,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const here = await unitPeople(db, actor.unitId, now)
  const before = project && { id: project.responsibleId, name: project.responsible }
  const people = before && !here.some(({ id }) => id === before.id) ? [before, ...here] : here
  const path = href(project ? `/projetos/${project.id}` : '/projetos')
  const shown = (
    <ProjectFormPage
      {...{ page, formKeys, href, people, fields, problems }}
      title={project ? 'Alterar projeto' : 'Novo projeto'}
      crumbs={project ? [{ label: project.name, href: path }, { label: 'Alterar' }] : [{ label: 'Novo projeto' }]}
      action={project ? `${path}/alteracao` : path}
      backTo={path}
      button={project ? 'Salvar' : 'Iniciar projeto'}
    />
  )
  return html(shown, problems.length > 0 ? 422 : 200)
}

function explain(refusal: ProjectRefusal): FieldProblem {
  if (refusal.kind === 'no-such-unit') return { field: 'unidades', message: refusal.message }
  return { field: 'responsavel', message: 'Escolha uma pessoa que trabalhe nesta unidade.' }
}
