import type { RouteKey } from './routes.ts'
import { look, type ReaderHere, type Trial } from './trial.ts'

/** The units whose board the worlds have been put on: each case file is put on it once. */
const put = new Map<string, Promise<readonly Line[]>>()

interface Line {
  readonly id: string
  readonly slip: string
  readonly digits: string
}

/** The board and the slips: each case file of the world stands on both, for all units that have had it. */
export async function lookAtMailroom(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  const lines = await linesOf(trial, reader.unit)
  const asking = { reader, face: 'list' } as const
  const board = await look(trial, {
    ...{ ...asking, route: 'GET /em/:unidade/quadro-do-dia' as RouteKey, url: `/em/${reader.unit}/quadro-do-dia` },
    expected: { words: [], status: 200 },
  })
  for (const { id, slip, digits } of lines) {
    const caseFile = world.caseFiles.find((one) => one.digits === digits)
    if (!caseFile) continue
    const known = oracle.knowsOf(reader, caseFile)
    if (board.text.includes(`/quadro-do-dia/${id}"`) !== known) wrong.push(`${reader.name}: the board and ${digits}`)
    const reach = oracle.reach(reader, caseFile)
    for (const end of ['', '/recibo']) {
      await look(trial, {
        ...{ ...asking, route: `GET /em/:unidade/quadro-do-dia/:id${end}` as RouteKey },
        url: `/em/${reader.unit}/quadro-do-dia/${id}${end}`,
        expected: reach === 'full' ? 'anything' : 'closed',
      })
    }
    const answer = await look(trial, {
      ...{ ...asking, route: 'GET /em/:unidade/guias-de-tramitacao/:id' as RouteKey },
      url: `/em/${reader.unit}/guias-de-tramitacao/${slip}`,
      expected: { words: [], status: 200 },
    })
    if (answer.text.includes(`/processos/${digits}"`) !== (known && reach !== 'number'))
      wrong.push(`${reader.name}: the slip of ${digits}`)
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
    place as (select u.id as unit_id, (select min(id) from identity.account) as account_id from organization.unit u where u.slug = ${unit}),
    entries as (
      insert into mailroom.entry (unit_id, year, number, code, received_at, registered_at, registered_by, kind, medium, sender, sender_kind, subject, state, case_file_id)
      select p.unit_id, 1900 + (random() * 1e8)::int, c.place, upper(substr(md5(c.digits || ${key}), 1, 12)), now(), now(), p.account_id,
             'letter', 'paper', 'Remetente', 'other', 'Assunto', 'formalised', c.id from cases c, place p
      returning id, case_file_id),
    slips as (
      insert into mailroom.slip (unit_id, year, number, destination, sent_at, sent_by)
      select p.unit_id, 1900 + (random() * 1e8)::int, c.place, c.id::text, now(), p.account_id from cases c, place p returning id, unit_id, destination),
    items as (
      insert into mailroom.slip_item (slip_id, position, unit_id, reference, reference_key, volumes, case_file_id)
      select s.id, 1, s.unit_id, c.digits, c.digits, 1, c.id from slips s join cases c on c.id::text = s.destination)
    select e.id::text as id, s.id::text as slip, c.digits
      from cases c join entries e on e.case_file_id = c.id join slips s on s.destination = c.id::text`
  const lines = rows.then((all) => [...all])
  put.set(key, lines)
  return lines
}
