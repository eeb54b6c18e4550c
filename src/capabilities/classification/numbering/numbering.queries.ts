import type { Database } from '../../../platform/db/index.ts'

/** One sequence of a type: of a unit or an agency, of a year or of all time (0). */
export interface Sequence {
  readonly typeId: string
  readonly scopeId: string
  readonly scope: 'unit' | 'agency'
  readonly year: number
}

export interface CounterRow {
  scope: string
  year: number
  last: number
}

export async function selectCounters(db: Database, typeId: string, scope: 'unit' | 'agency'): Promise<CounterRow[]> {
  return db<CounterRow[]>`
    select ${scopeLabel(db, scope)} as scope, c.year, c.last
      from classification.document_counter c ${scopeJoin(db, scope)}
     where c.document_type_id = ${typeId} order by c.year desc, 1 limit 500`
}

export interface AdjustmentRow {
  at: Date
  by: string
  scope: string
  year: number
  before: number
  after: number
  reason: string
}

export async function selectAdjustments(
  db: Database,
  typeId: string,
  scope: 'unit' | 'agency',
): Promise<AdjustmentRow[]> {
  return db<AdjustmentRow[]>`
    select c.at, coalesce(a.social_name, a.name) as by, ${scopeLabel(db, scope)} as scope, c.year,
           c.last_before as before, c.last_after as after, c.reason
      from classification.counter_adjustment c ${scopeJoin(db, scope)}
      join identity.account a on a.id = c.account_id
     where c.document_type_id = ${typeId} order by c.at desc, c.id desc limit 50`
}

/** The last number of a sequence, with its row locked where there is one. */
export async function lockCounter(db: Database, { typeId, scopeId, year }: Sequence): Promise<number> {
  const [row] = await db<{ last: number }[]>`
    select last from classification.document_counter
     where document_type_id = ${typeId} and scope_id = ${scopeId} and year = ${year} for update`
  return row?.last ?? 0
}

/** The highest number that a document of the sequence carries, cancelled ones too. */
export async function selectHighestUsed(db: Database, { typeId, scopeId, scope, year }: Sequence): Promise<number> {
  const form = year === 0 ? '^\\d{1,9}$' : `^\\d{1,9}/${year}$`
  const [row] = await db<{ highest: number }[]>`
    select coalesce(max(split_part(d.type_number, '/', 1)::int), 0) as highest
      from documents.document d join organization.unit u on u.id = d.unit_id
     where d.document_type_id = ${typeId} and d.kind = 'authored' and d.type_number ~ ${form}
       and ${scope === 'unit' ? db`u.id = ${scopeId}` : db`u.agency_id = ${scopeId}`}`
  return row?.highest ?? 0
}

/** The sequence goes on after `last`; 0 begins it anew. What was given in the meantime is never given again. */
export async function writeCounter(db: Database, sequence: Sequence, last: number, existed: boolean): Promise<void> {
  const { typeId, scopeId, year } = sequence
  if (!existed) {
    await db`
      insert into classification.document_counter as c (document_type_id, scope_id, year, last)
      values (${typeId}, ${scopeId}, ${year}, ${last})
      on conflict (document_type_id, scope_id, year) do update set last = greatest(c.last, excluded.last)`
    return
  }
  const here = db`document_type_id = ${typeId} and scope_id = ${scopeId} and year = ${year}`
  if (last === 0) await db`delete from classification.document_counter where ${here}`
  else await db`update classification.document_counter set last = ${last} where ${here}`
}

export async function insertAdjustment(
  db: Database,
  { typeId, scopeId, year }: Sequence,
  change: { readonly before: number; readonly after: number; readonly reason: string },
  by: { readonly userId: string; readonly unitId: string; readonly now: Date },
): Promise<void> {
  await db`
    insert into classification.counter_adjustment
      (document_type_id, scope_id, year, last_before, last_after, reason, at, account_id, unit_id)
    values (${typeId}, ${scopeId}, ${year}, ${change.before}, ${change.after}, ${change.reason}, ${by.now}, ${by.userId}, ${by.unitId})`
}

const scopeJoin = (db: Database, scope: 'unit' | 'agency') =>
  scope === 'unit'
    ? db`join organization.unit u on u.id = c.scope_id join organization.agency g on g.id = u.agency_id`
    : db`join organization.agency g on g.id = c.scope_id`

const scopeLabel = (db: Database, scope: 'unit' | 'agency') =>
  scope === 'unit' ? db`u.acronym || ' (' || g.acronym || ')'` : db`g.acronym`
