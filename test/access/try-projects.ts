import type { RouteKey } from './routes.ts'
import { look, type ReaderHere, type Trial } from './trial.ts'

/** The units whose projects have the worlds in them: each case file is put there once. */
const put = new Map<string, Promise<readonly Line[]>>()

interface Line {
  readonly activity: string
  readonly project: string
  readonly digits: string
}

/** A project of the unit with an activity about each case file. */
export async function lookAtProjects(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  const lines = await linesOf(trial, reader.unit)
  const project = lines[0]?.project
  const within = `/em/${reader.unit}/projetos`
  const open = (route: string, url: string, expected: 'anything' | 'closed' = 'anything') =>
    look(trial, {
      ...{ reader, face: 'list' as const, route: `GET /em/:unidade/projetos${route}` as RouteKey },
      ...{ url: `${within}${url}`, expected },
    })
  await open('', '')
  await open('/:id/alteracao', `/${project}/alteracao`)
  await open('/:id/atividades/nova', `/${project}/atividades/nova`)
  const answers = [await open('/:id', `/${project}`), await open('/:id/planilha', `/${project}/planilha`)]
  for (const { activity, digits } of lines) {
    const caseFile = world.caseFiles.find((one) => one.digits === digits)
    if (!caseFile) continue
    const isFull = oracle.reach(reader, caseFile) === 'full'
    for (const { text } of answers) {
      if (!isFull && text.includes(`Segredo ${digits}`)) wrong.push(`${reader.name}: the project tells of ${digits}`)
    }
    if (!oracle.knowsOf(reader, caseFile) && answers[0]?.text.includes(`/atividades/${activity}"`)) {
      wrong.push(`${reader.name}: the project has ${digits}`)
    }
    const path = `/${project}/atividades/${activity}`
    await open('/:id/atividades/:atividade', path, isFull ? 'anything' : 'closed')
  }
}

/** Written straight into the tables: all case files, whoever knows of them. */
function linesOf({ house, world }: Trial, unit: string): Promise<readonly Line[]> {
  const key = `${unit} ${world.everywhere}`
  const known = put.get(key)
  if (known) return known
  const digits = world.caseFiles.map((one) => one.digits)
  const rows = house.db<Line[]>`
    with place as (select u.id as unit_id, (select min(id) from identity.account) as account_id from organization.unit u where u.slug = ${unit}),
    project as (
      insert into projects.project (unit_id, name, aim, responsible_id, state, starts_on, ends_on, registered_at, registered_by, changed_at, changed_by)
      select p.unit_id, 'Projeto', 'Tentar', p.account_id, 'under-way', '2031-01-06', '2031-12-31', now(), p.account_id, now(), p.account_id from place p
      returning id, unit_id),
    keeper as (insert into projects.participating_unit (project_id, unit_id) select id, unit_id from project),
    activities as (
      insert into projects.activity (project_id, name, planned_from, planned_until, case_file_id, registered_at, registered_by, changed_at, changed_by)
      select j.id, 'Segredo ' || c.digits, '2031-01-06', '2031-01-10', c.id, now(), p.account_id, now(), p.account_id
        from project j, place p, cases.case_file c where c.digits = any (${digits})
      returning id, project_id, case_file_id)
    select x.id::text as activity, x.project_id::text as project, c.digits
      from activities x join cases.case_file c on c.id = x.case_file_id`
  const lines = rows.then((all) => [...all])
  put.set(key, lines)
  return lines
}
