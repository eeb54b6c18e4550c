import type { RouteKey } from './routes.ts'
import { look, type ReaderHere, type Trial } from './trial.ts'

/** The units in whose agendas the worlds have been put: each case file is put there once. */
const put = new Map<string, Promise<readonly Line[]>>()

interface Line {
  readonly commitment: string
  readonly request: string
  readonly office: string
  readonly digits: string
}

/** The agenda of the unit: a commitment and a request about each case file. */
export async function lookAtAgenda(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  const lines = await linesOf(trial, reader.unit)
  const asking = { reader, face: 'list' } as const
  const office = lines[0]?.office
  const within = `/em/${reader.unit}/agenda`
  const [weeks, requests] = [
    await look(trial, {
      ...{
        ...asking,
        route: 'GET /em/:unidade/agenda' as RouteKey,
        url: `${within}?autoridade=${office}&dia=2031-01-06`,
      },
      expected: 'anything',
    }),
    await look(trial, {
      ...{ ...asking, route: 'GET /em/:unidade/agenda/pedidos' as RouteKey, url: `${within}/pedidos` },
      expected: 'anything',
    }),
  ]
  await look(trial, {
    ...{ ...asking, route: 'GET /em/:unidade/agenda/folha' as RouteKey },
    ...{ url: `${within}/folha?autoridade=${office}&dia=2031-01-06`, expected: 'anything' },
  })
  for (const { commitment, request, digits } of lines) {
    const caseFile = world.caseFiles.find((one) => one.digits === digits)
    if (!caseFile) continue
    const known = oracle.knowsOf(reader, caseFile)
    if (!known && requests.text.includes(`/pedidos/${request}"`)) wrong.push(`${reader.name}: the request of ${digits}`)
    if (!known && weeks.text.includes(`/compromissos/${commitment}"`))
      wrong.push(`${reader.name}: the week and ${digits}`)
    const expected = oracle.reach(reader, caseFile) === 'full' ? 'anything' : 'closed'
    for (const [route, url] of [
      ['/compromissos/:id', `/compromissos/${commitment}`],
      ['/compromissos/:id/alteracao', `/compromissos/${commitment}/alteracao`],
      ['/pedidos/:id', `/pedidos/${request}`],
      ['/novo', `/novo?pedido=${request}`],
    ] as const) {
      await look(trial, {
        ...{ ...asking, route: `GET /em/:unidade/agenda${route}` as RouteKey, url: `${within}${url}` },
        expected: route === '/novo' ? 'anything' : expected,
      })
    }
  }
  for (const end of ['', '/dados.csv', '/dados.json', '/calendario.ics']) {
    const route = `GET /agenda-publica${end}` as RouteKey
    const url = `/agenda-publica${end}?autoridade=${office}&de=2031-01-06&ate=2031-01-12`
    const answer = await look(trial, { ...asking, route, url, expected: 'anything' })
    for (const caseFile of world.caseFiles) {
      if (answer.text.includes(caseFile.digits)) wrong.push(`${reader.name}: ${url} names ${caseFile.digits}`)
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
    with cases as (select c.id, c.digits, row_number() over (order by c.id) as place from cases.case_file c where c.digits = any (${digits})),
    place as (select u.id as unit_id, u.agency_id, (select min(id) from identity.account) as account_id from organization.unit u where u.slug = ${unit}),
    office as (insert into identity.office (unit_id, title) select unit_id, 'Cargo ' || md5(${key}) from place returning id),
    calendar as (
      insert into agenda.calendar (office_id, opened_at, opened_by) select o.id, now(), p.account_id from office o, place p returning office_id),
    requests as (
      insert into agenda.request (office_id, requester, channel, subject, registered_at, registered_by, case_file_id)
      select k.office_id, 'Solicitante', 'phone', 'Pedido', now(), p.account_id, c.id from calendar k, place p, cases c returning id, case_file_id),
    commitments as (
      insert into agenda.commitment (office_id, agency_id, kind, subject, place, during, case_file_id, registered_at, registered_by, changed_at, changed_by, published_at)
      select k.office_id, p.agency_id, 'meeting', 'Compromisso', 'Gabinete',
             tstzrange('2031-01-06T03:00Z'::timestamptz + c.place * interval '5 minutes', '2031-01-06T03:05Z'::timestamptz + c.place * interval '5 minutes'),
             c.id, now(), p.account_id, now(), p.account_id, now() from calendar k, place p, cases c returning id, case_file_id, office_id)
    select m.id::text as commitment, r.id::text as request, m.office_id::text as office, c.digits
      from cases c join commitments m on m.case_file_id = c.id join requests r on r.case_file_id = c.id`
  const lines = rows.then((all) => [...all])
  put.set(key, lines)
  return lines
}
