import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isLinkKnown, joinLinkedCase } from '../../cases/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import { takeNumber } from '../take-number.queries.ts'

export interface ListRow {
  id: string
  number: number
  year: number
  unit: string
  unitName: string
  madeAt: Date
  madeBy: string
  /** Letters on it that this person may know of, and those that are not posted yet. */
  letters: number
  toPost: number
  total: number
}

export async function insertList(db: Database, actor: Actor, year: number, now: Date): Promise<string> {
  const number = await takeNumber(db, { unitId: actor.unitId, kind: 'posting-list', year })
  const [row] = await db<{ id: string }[]>`
    insert into mailroom.posting_list (unit_id, year, number, made_at, made_by)
    values (${actor.unitId}, ${year}, ${number}, ${now}, ${actor.userId}) returning id`
  if (!row) throw new Error('a posting list was not inserted')
  return row.id
}

/** One page of the posting lists of the unit, the newest first; or the one of this id. */
export async function selectLists(
  db: Database,
  actor: Actor,
  asked: { readonly page: number } | { readonly id: string },
): Promise<ListRow[]> {
  const offset = 'page' in asked ? (asked.page - 1) * rowsPerPage : 0
  return db<ListRow[]>`
    select p.id, p.number, p.year, u.acronym as unit, u.name as "unitName", p.made_at as "madeAt",
           coalesce(k.social_name, k.name) as "madeBy", f.letters, f."toPost", (count(*) over ())::int as total
      from mailroom.posting_list p
      join organization.unit u on u.id = p.unit_id
      join identity.account k on k.id = p.made_by
      join lateral (select count(*)::int as letters, count(*) filter (where x.step = 'preparing')::int as "toPost"
                      from mailroom.letter x ${joinLinkedCase(db)} where x.posting_list_id = p.id and ${isLinkKnown(db, actor)}) f on true
     where p.unit_id in (select organization.lineage(${actor.unitId})) ${'id' in asked ? db`and p.id = ${asked.id}` : db``}
     order by p.id desc limit ${rowsPerPage} offset ${offset}`
}

export interface StrayRow {
  id: string
  code: string
  note: string
  at: Date
  person: string
}

export async function insertStray(
  db: Database,
  actor: Actor,
  stray: { readonly code: string; readonly note: string },
  now: Date,
): Promise<void> {
  await db`
    insert into mailroom.stray_return (unit_id, code, note, at, account_id)
    values (${actor.unitId}, ${stray.code}, ${stray.note}, ${now}, ${actor.userId})`
}

/** What came back and nobody knows whose it is, at most 100. */
export async function selectStrays(db: Database, actor: Actor): Promise<StrayRow[]> {
  return db<StrayRow[]>`
    select s.id, s.code, s.note, s.at, coalesce(k.social_name, k.name) as person
      from mailroom.stray_return s join identity.account k on k.id = s.account_id
     where s.unit_id in (select organization.lineage(${actor.unitId})) and s.settled_at is null order by s.id desc limit 100`
}

export async function updateStray(
  db: Database,
  actor: Actor,
  { id, settlement }: { readonly id: string; readonly settlement: string },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update mailroom.stray_return set settled_at = ${now}, settled_by = ${actor.userId}, settlement = ${settlement}
     where id = ${id} and unit_id in (select organization.lineage(${actor.unitId})) and settled_at is null returning 1`
  return rows.length > 0
}

export interface PaperChoices {
  types: { id: string; name: string }[]
  conferences: { id: string; name: string }[]
}

/** As what a scanned AR may be included: types of documents that come as files, and against what it was checked. */
export async function selectPaperChoices(db: Database): Promise<PaperChoices> {
  const [row] = await db<PaperChoices[]>`
    select coalesce((select jsonb_agg(jsonb_build_object('id', t.id::text, 'name', t.name) order by t.name)
                       from classification.document_type t
                      where t.deactivated_at is null and not t.internal and t.applies_to in ('uploaded', 'both')), '[]') as types,
           coalesce((select jsonb_agg(jsonb_build_object('id', k.id::text, 'name', k.name) order by k.name)
                       from classification.conference_kind k where k.deactivated_at is null), '[]') as conferences`
  return row ?? { types: [], conferences: [] }
}
