import type { RouteKey } from './routes.ts'
import { judge, look, type ReaderHere, type Trial } from './trial.ts'

/** The units whose lists the worlds have been put on: each case file is put there once. */
const put = new Map<string, Promise<readonly Line[]>>()

interface Line {
  readonly id: string
  readonly digits: string
}

const acts = ['alteracao', 'unidades', 'retornos', 'prorrogacao', 'decisao', 'resposta'] as const

/** The demands that the unit follows: one in each case file. */
export async function lookAtDemands(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  const lines = await linesOf(trial, reader.unit)
  const asking = { reader, face: 'list' } as const
  const within = `/em/${reader.unit}/demandas`
  const list = await look(trial, {
    ...{ ...asking, route: 'GET /em/:unidade/demandas' as RouteKey, url: `${within}?situacao=todas` },
    expected: { words: [], status: 200 },
  })
  await look(trial, {
    ...{
      ...asking,
      route: 'GET /em/:unidade/demandas/dados.csv' as RouteKey,
      url: `${within}/dados.csv?situacao=todas`,
    },
    expected: { words: [], status: 200 },
  })
  for (const { id, digits } of lines) {
    const caseFile = world.caseFiles.find((one) => one.digits === digits)
    if (!caseFile) continue
    if (!oracle.knowsOf(reader, caseFile) && list.text.includes(`/demandas/${id}"`)) {
      wrong.push(`${reader.name}: the list of demands and ${digits}`)
    }
    const expected = oracle.reach(reader, caseFile) === 'full' ? 'anything' : 'closed'
    for (const end of ['', '/alteracao']) {
      const route = `GET /em/:unidade/demandas/:id${end}` as RouteKey
      await look(trial, { ...asking, route, url: `${within}/${id}${end}`, expected })
    }
    for (const act of acts) {
      const url = `${within}/${id}/${act}`
      const answer = await reader.caller.post(url, { nada: 'nenhum' })
      const route = `POST /em/:unidade/demandas/:id/${act}` as RouteKey
      await judge(trial, { ...asking, route, url, expected: 'anything' }, answer)
    }
  }
}

/** Written straight into the tables: what the acts refuse while a case file is confidential may have been there before. */
function linesOf({ house, world }: Trial, unit: string): Promise<readonly Line[]> {
  const key = `${unit} ${world.everywhere}`
  const known = put.get(key)
  if (known) return known
  const digits = world.caseFiles.map((one) => one.digits)
  const rows = house.db<Line[]>`
    with demands as (
      insert into demands.demand (unit_id, body_class, body, subject, received_on, legal_base, first_due_on, due_on, case_file_id,
             registered_at, registered_by)
      select u.id, 'federal', 'Órgão', 'Assunto', current_date, 'Lei', current_date, current_date, c.id, now(),
             (select min(id) from identity.account)
        from cases.case_file c, organization.unit u where c.digits = any (${digits}) and u.slug = ${unit}
      returning id, case_file_id)
    select d.id::text as id, c.digits from demands d join cases.case_file c on c.id = d.case_file_id`
  const lines = rows.then((all) => [...all])
  put.set(key, lines)
  return lines
}
