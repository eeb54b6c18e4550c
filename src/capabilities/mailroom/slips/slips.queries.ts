import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { mayKnow, isLinkNamed as named } from '../../cases/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import { takeNumber } from '../take-number.queries.ts'
import type { ItemOutcome, ItemTyped } from './slip.rules.ts'

export interface SlipItem extends ItemTyped {
  readonly key: string
  readonly caseFileId: string | null
}

/** Undefined: some of it is on another slip that is still under way; told by their places. */
export async function selectUnderWay(db: Database, unitId: string, keys: readonly string[]): Promise<string[]> {
  const rows = await db<{ key: string }[]>`
    select reference_key as key from mailroom.slip_item
     where unit_id = ${unitId} and outcome is null and reference_key = any (${[...keys]}::text[])`
  return rows.map(({ key }) => key)
}

export async function insertSlip(
  db: Database,
  actor: Actor,
  slip: {
    readonly destination: string
    readonly toUnitId: string | null
    readonly carrier: string
    readonly notes: string
    readonly year: number
    readonly items: readonly SlipItem[]
  },
  now: Date,
): Promise<string> {
  const number = await takeNumber(db, { unitId: actor.unitId, kind: 'slip', year: slip.year })
  const items = slip.items.map((item, place) => ({ ...item, position: place + 1 }))
  const [row] = await db<{ id: string }[]>`
    with made as (
      insert into mailroom.slip (unit_id, year, number, destination, to_unit_id, carrier, notes, sent_at, sent_by)
      values (${actor.unitId}, ${slip.year}, ${number}, ${slip.destination}, ${slip.toUnitId}::bigint, ${slip.carrier},
              ${slip.notes}, ${now}, ${actor.userId}) returning id),
    filled as (
      insert into mailroom.slip_item (slip_id, position, unit_id, reference, reference_key, description, volumes, pages, case_file_id)
      select made.id, i.position, ${actor.unitId}, i.reference, i.key, i.description, i.volumes, i.pages, i."caseFileId"
        from made, jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb)
          as i(position int, reference text, key text, description text, volumes int, pages int, "caseFileId" bigint))
    select id from made`
  if (!row) throw new Error('a slip was not inserted')
  return row.id
}

/** What became of the things on a slip, and who signed for it: written once. */
export async function settleSlip(
  db: Database,
  actor: Actor,
  slip: {
    readonly id: string
    readonly receiverName: string
    readonly receiverDocument: string
    readonly outcomes: readonly { readonly position: number; readonly outcome: ItemOutcome }[]
  },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update mailroom.slip set received_at = ${now}, receiver_name = ${slip.receiverName}, receiver_document = ${slip.receiverDocument},
           settled_by = ${actor.userId}, settled_unit_id = ${actor.unitId}
     where id = ${slip.id} and received_at is null returning 1`
  if (rows.length === 0) return false
  await db`
    update mailroom.slip_item i set outcome = o.outcome
      from jsonb_to_recordset(${JSON.stringify(slip.outcomes)}::text::jsonb) as o(position int, outcome text)
     where i.slip_id = ${slip.id} and i.position = o.position`
  return true
}

export interface SlipRow {
  id: string
  number: number
  year: number
  unit: string
  unitName: string
  destination: string
  carrier: string
  notes: string
  sentAt: Date
  sentBy: string
  receivedAt: Date | null
  receiverName: string | null
  receiverDocument: string | null
  settledBy: string | null
  settledUnit: string | null
  /** It comes to the unit of who looks; otherwise it was sent from there. */
  incoming: boolean
  items: number
  /** How many of them have which outcome; those under way are counted by `open`. */
  received: number
  open: number
  total: number
}

/** Slips `s` sent from the actor's unit, or to it. */
const ofUnit = (db: Database, actor: Actor) => db`
  (s.unit_id in (select organization.lineage(${actor.unitId})) or s.to_unit_id in (select organization.lineage(${actor.unitId})))`

const columns = (db: Database, actor: Actor) => db`
  s.id, s.number, s.year, u.acronym as unit, u.name as "unitName", s.destination, s.carrier, s.notes, s.sent_at as "sentAt",
  coalesce(k.social_name, k.name) as "sentBy", s.received_at as "receivedAt", s.receiver_name as "receiverName",
  s.receiver_document as "receiverDocument", coalesce(r.social_name, r.name) as "settledBy", ru.acronym as "settledUnit",
  s.unit_id not in (select organization.lineage(${actor.unitId})) as incoming, f.items, f.received, f.open`

/** Counts of the things that this person may know of. */
const joins = (db: Database, actor: Actor) => db`
  join organization.unit u on u.id = s.unit_id
  join identity.account k on k.id = s.sent_by
  left join identity.account r on r.id = s.settled_by
  left join organization.unit ru on ru.id = s.settled_unit_id
  join lateral (
    select count(*)::int as items, count(*) filter (where x.outcome = 'received')::int as received,
           count(*) filter (where x.outcome is null)::int as open
      from mailroom.slip_item x left join cases.case_file c on c.id = x.case_file_id
     where x.slip_id = s.id and (x.case_file_id is null or ${mayKnow(db, actor)})) f on true`

/** One page of the slips, the newest first. */
export async function selectSlips(
  db: Database,
  actor: Actor,
  asked: { readonly side: 'sent' | 'incoming'; readonly open: boolean; readonly page: number },
): Promise<SlipRow[]> {
  const side = asked.side === 'sent' ? db`s.unit_id` : db`s.to_unit_id`
  return db<SlipRow[]>`
    select ${columns(db, actor)}, (count(*) over ())::int as total
      from mailroom.slip s ${joins(db, actor)}
     where ${side} in (select organization.lineage(${actor.unitId})) ${asked.open ? db`and s.received_at is null` : db``}
     order by s.id desc limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

/** Slips of the unit that nobody has signed for, sent before then; at most 100. */
export async function selectSlipsOut(db: Database, actor: Actor, before: Date): Promise<SlipRow[]> {
  return db<SlipRow[]>`
    select ${columns(db, actor)}, 1 as total from mailroom.slip s ${joins(db, actor)}
     where s.unit_id in (select organization.lineage(${actor.unitId})) and s.received_at is null and s.sent_at < ${before}
     order by s.sent_at limit 100`
}

export async function selectSlip(
  db: Database,
  actor: Actor,
  id: string,
  mode: 'reading' | 'locked',
): Promise<SlipRow | undefined> {
  const [row] = await db<SlipRow[]>`
    select ${columns(db, actor)}, 1 as total from mailroom.slip s ${joins(db, actor)}
     where s.id = ${id} and ${ofUnit(db, actor)} ${mode === 'locked' ? db`for update of s` : db``}`
  return row
}

export interface SlipItemRow extends ItemTyped {
  position: number
  outcome: ItemOutcome | null
  caseDigits: string | null
}

/** The things on a slip that this person may know of; those of case files that may not be listed here have no name. */
export async function selectItems(db: Database, actor: Actor, slipId: string): Promise<SlipItemRow[]> {
  return db<SlipItemRow[]>`
    select x.position, case when ${named(db, actor)} then x.reference else '(reservado)' end as reference,
           case when ${named(db, actor)} then x.description else '' end as description, x.volumes, x.pages, x.outcome,
           case when ${named(db, actor)} then c.digits end as "caseDigits"
      from mailroom.slip_item x left join cases.case_file c on c.id = x.case_file_id
     where x.slip_id = ${slipId} and (x.case_file_id is null or ${mayKnow(db, actor)})
     order by x.position`
}

/** All positions, whoever may know of them: what is hidden is settled with the rest. */
export async function selectPositions(db: Database, slipId: string): Promise<number[]> {
  const rows = await db<{ position: number }[]>`select position from mailroom.slip_item where slip_id = ${slipId}`
  return rows.map(({ position }) => position)
}
