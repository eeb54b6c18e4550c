import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Bundle } from '../bundle.ts'
import { bundleColumns, bundleSources, hadHere } from '../bundles.queries.ts'
import type { BundleFilter } from './list-filter.ts'

export async function selectBundles(
  db: Database,
  actor: Actor,
  filter: BundleFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Bundle[]> {
  return db<Bundle[]>`
    select ${bundleColumns(db, actor)} ${bundleSources(db, actor)} where ${within(db, actor, filter)}
     order by b.number desc limit ${limit} offset ${offset}`
}

export async function countBundles(db: Database, actor: Actor, filter: BundleFilter): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int ${bundleSources(db, actor)} where ${within(db, actor, filter)}`
  return row?.count ?? 0
}

/**
 * Documents that lie here in signature bundles and that this person has not signed: what the menu counts. At most 100
 * are counted.
 */
export async function countUnsigned(db: Database, actor: Actor): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int from (
      select 1 from documents.co_signing s join documents.document d on d.id = s.document_id
        join cases.case_file c on c.id = d.case_file_id
       where s.unit_id = ${actor.unitId} and s.until is null and d.state = 'active' and c.effective_level <> 'confidential'
         and not exists (select 1 from signatures.signature g
                          where g.document_id = d.id and g.account_id = ${actor.userId} and g.version = d.version)
       limit 100) waiting`
  return row?.count ?? 0
}

/** The numbers of bundles in which a case file, or documents of it, are out of the house or back from it. */
export async function selectMarks(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
): Promise<{ caseFileId: string; number: string; state: 'available' | 'returned' }[]> {
  return db<{ caseFileId: string; number: string; state: 'available' | 'returned' }[]>`
    select distinct x.case_file_id as "caseFileId", b.number::text as number, b.state
      from (select i.bundle_id, i.case_file_id from bundles.item i
             where i.case_file_id = any (${[...caseFileIds]}::text[]::bigint[]) and i.bundle_kind = 'meeting'
            union all
            select i.bundle_id, d.case_file_id from documents.document d
              cross join lateral (select bundle_id from bundles.item where document_id = d.id offset 0) i
             where d.case_file_id = any (${[...caseFileIds]}::text[]::bigint[])) x
      join bundles.bundle b on b.id = x.bundle_id
     where b.unit_id = ${actor.unitId} and b.state in ('available', 'returned')
     order by number`
}

/** The bundles of this unit that take items now, the newest first. */
export async function selectFillable(
  db: Database,
  actor: Actor,
): Promise<Pick<Bundle, 'number' | 'kind' | 'description' | 'state'>[]> {
  return db<Pick<Bundle, 'number' | 'kind' | 'description' | 'state'>[]>`
    select b.number::text as number, b.kind, b.description, b.state from bundles.bundle b
     where b.unit_id = ${actor.unitId} and b.state in ('generated', 'returned') order by b.number desc limit 200`
}

const within = (db: Database, actor: Actor, filter: BundleFilter) => db`
  ${hadHere(db, actor)} and b.kind = ${filter.kind}
  ${filter.text ? textCondition(db, filter.text) : db``}
  ${filter.mine ? db`and f.assigned_to = ${actor.userId}` : db``}
  ${filter.groupId ? db`and f.group_id = ${filter.groupId}` : db``}
  ${filter.generator ? db`and platform.plain(lower(u.acronym)) = platform.plain(lower(${filter.generator}))` : db``}
  ${filter.signal ? db`and exists (select 1 from bundles.signal s where s.bundle_id = b.id and s.kind = ${filter.signal})` : db``}
  ${stateCondition(db, actor, filter.state)}`

function textCondition(db: Database, text: string) {
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db`and (b.number::text = ${text.trim()}
    or platform.plain(lower(b.description)) like platform.plain(lower(${like})))`
}

function stateCondition(db: Database, actor: Actor, state: BundleFilter['state']) {
  switch (state) {
    case 'open':
      return db`and b.state <> 'concluded'`
    case 'received':
      return db`and b.state = 'available' and b.unit_id <> ${actor.unitId}`
    case 'available':
      return db`and b.state = 'available' and b.unit_id = ${actor.unitId}`
    default:
      return db`and b.state = ${state}`
  }
}
