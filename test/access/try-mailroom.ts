import type { RouteKey } from './routes.ts'
import { judge, look, type ReaderHere, type Trial } from './trial.ts'

/** The units whose board the worlds have been put on: each case file is put on it once. */
const put = new Map<string, Promise<readonly Line[]>>()

interface Line {
  readonly id: string
  readonly slip: string
  /** Null: the case file has no document that could be posted. */
  readonly letter: string | null
  readonly list: string | null
  readonly page: string
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
  for (const path of [
    'cartas',
    'expedicao',
    'expedicao/fora',
    'expedicao/cobranca',
    'expedicao/listas',
    'expedicao/retornos',
    'expedicao/medias',
    'expedicao/medias/planilha',
  ]) {
    const url = `/em/${reader.unit}/${path}`
    await look(trial, { ...asking, route: `GET /em/:unidade/${path}`, url, expected: { words: [], status: 200 } })
  }
  for (const { id, slip, letter, list, page, digits } of lines) {
    const caseFile = world.caseFiles.find((one) => one.digits === digits)
    if (!caseFile) continue
    const known = oracle.knowsOf(reader, caseFile)
    if (board.text.includes(`/quadro-do-dia/${id}"`) !== known) wrong.push(`${reader.name}: the board and ${digits}`)
    const reach = oracle.reach(reader, caseFile)
    const paths = [
      ['quadro-do-dia/fechados/:id', `quadro-do-dia/fechados/${page}`],
      ...(list
        ? [
            ['expedicao/listas/:id', `expedicao/listas/${list}`],
            ['expedicao/listas/:id/etiquetas', `expedicao/listas/${list}/etiquetas`],
            ['expedicao/listas/:id/arquivo', `expedicao/listas/${list}/arquivo`],
          ]
        : []),
    ]
    for (const [route, path] of paths) {
      const url = `/em/${reader.unit}/${path}`
      await look(trial, { ...asking, route: `GET /em/:unidade/${route}`, url, expected: { words: [], status: 200 } })
    }
    if (list) {
      // Without the day it is refused, with the same list: what is shown is what is tried.
      const url = `/em/${reader.unit}/expedicao/listas/${list}/postagem`
      const route = 'POST /em/:unidade/expedicao/listas/:id/postagem' as RouteKey
      const expected = { words: [], status: 422 }
      await judge(trial, { ...asking, route, url, expected }, await reader.caller.post(url, {}))
      const codes = `/em/${reader.unit}/expedicao/listas/${list}/codigos`
      const kept = 'POST /em/:unidade/expedicao/listas/:id/codigos' as RouteKey
      const wrong = await reader.caller.post(codes, { [`codigo_${letter}`]: 'RR000000000BR' })
      await judge(trial, { ...asking, route: kept, url: codes, expected: 'anything' }, wrong)
    }
    if (letter) {
      const url = `/em/${reader.unit}/cartas/${letter}`
      const route = 'GET /em/:unidade/cartas/:id' as RouteKey
      await look(trial, { ...asking, route, url, expected: known ? { words: [], status: 200 } : 'closed' })
      const moved = await reader.caller.post(url, { situacao: 'nenhuma' })
      await judge(trial, { ...asking, route: 'POST /em/:unidade/cartas/:id', url, expected: 'anything' }, moved)
    }
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
      select s.id, 1, s.unit_id, c.digits, c.digits, 1, c.id from slips s join cases c on c.id::text = s.destination),
    lists as (
      insert into mailroom.posting_list (unit_id, year, number, made_at, made_by)
      select p.unit_id, 1900 + (random() * 1e8)::int, 1, now(), p.account_id from place p returning id),
    letters as (
      insert into mailroom.letter (unit_id, year, number, document_id, case_file_id, expedition_unit_id, service, with_receipt, receipt_days,
             format, addressee, address, city, state, postal_code, asked_at, asked_by, posting_list_id, step)
      select p.unit_id, 1900 + (random() * 1e8)::int, c.place, d.id, c.id, p.unit_id, 'simple', false, 15, 'envelope', 'Fulano', 'Rua A',
             'Natal', 'RN', '59000000', now(), p.account_id, l.id, 'preparing'
        from cases c cross join place p cross join lists l
       cross join lateral (select min(d.id) as id from documents.document d where d.case_file_id = c.id) d where d.id is not null
      returning id, case_file_id, posting_list_id),
    pages as (
      insert into mailroom.closed_day (unit_id, day, year, number, closed_at, closed_by, sha256)
      select p.unit_id, current_date - (random() * 1e4)::int, 1900 + (random() * 1e8)::int, 1, now(), p.account_id, sha256('x') from place p
      returning id),
    kept as (
      insert into mailroom.closed_line (closed_day_id, position, entry_id, came, is_open, state, case_file_id)
      select g.id, row_number() over (order by e.id), e.id, 'received', true, 'formalised', e.case_file_id from pages g, entries e)
    select e.id::text as id, s.id::text as slip, m.id::text as letter, m.posting_list_id::text as list, g.id::text as page, c.digits
      from pages g cross join cases c left join letters m on m.case_file_id = c.id join entries e on e.case_file_id = c.id join slips s on s.destination = c.id::text`
  const lines = rows.then((all) => [...all])
  put.set(key, lines)
  return lines
}
