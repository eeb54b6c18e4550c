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
 * Documents that lie here in signature bundles and that this person has not signed: what the menu counts, as a part of a
 * statement. At most 100 are counted.
 */
export const unsignedCount = (db: Database, actor: Actor) => db`
    (select count(*)::int from (
      select 1 from documents.co_signing s join documents.document d on d.id = s.document_id
        join cases.case_file c on c.id = d.case_file_id
       where s.unit_id = ${actor.unitId} and s.until is null and d.state = 'active' and c.effective_level <> 'confidential'
         and not exists (select 1 from signatures.signature g
                          where g.document_id = d.id and g.account_id = ${actor.userId} and g.version = d.version)
       limit 100) waiting)`

/** How many each of these lists has, and the open signature bundles of each group, in one statement. */
export async function selectBundleFigures(
  db: Database,
  actor: Actor,
  filters: readonly BundleFilter[],
  ofGroups: BundleFilter,
): Promise<{ counts: number[]; groups: BundleGroupFigures[]; documents: number; unsigned: number }> {
  const counts = filters.map(
    (filter) => db`, (select count(*)::int ${bundleSources(db, actor)} where ${within(db, actor, filter)})`,
  )
  const [row] = await db<{ counts: number[]; groups: BundleGroupFigures[]; documents: number; unsigned: number }[]>`
    select (array[0 ${counts}])[2:] as counts, (select coalesce(jsonb_agg(to_jsonb(x) order by x.name), '[]') from (
             select e.id::text, e.name, count(*)::int as total, (count(*) filter (where exists (
                      select 1 from bundles.signal s where s.bundle_id = b.id and s.kind = 'priority')))::int as priority
               ${bundleSources(db, actor)} where ${within(db, actor, ofGroups)} and f.group_id is not null
              group by e.id, e.name order by e.name limit 200) x) as groups,
           (select count(*)::int ${toSign(db, actor)}) as documents,
           (select count(*)::int ${toSign(db, actor)} and ${unsignedBy(db, actor)}) as unsigned`
  return row ?? { counts: [], groups: [], documents: 0, unsigned: 0 }
}

export interface BundleGroupFigures {
  id: string
  name: string
  total: number
  priority: number
}

/** Documents that signature bundles have brought to this unit, `d` of case file `c`, through the gate. */
const toSign = (db: Database, actor: Actor) => db`
  from documents.co_signing s join documents.document d on d.id = s.document_id join cases.case_file c on c.id = d.case_file_id
 where s.unit_id = ${actor.unitId} and s.until is null and c.effective_level <> 'confidential' and d.level <> 'confidential'
   and documents.may_read(d, c, ${actor.userId}, ${actor.unitId}, (select platform.flag('per-document-internal')))`

const unsignedBy = (db: Database, actor: Actor) => db`
  not exists (select 1 from signatures.signature g
               where g.document_id = d.id and g.account_id = ${actor.userId} and g.version = d.version)`

export interface DocumentToSign {
  number: string
  label: string
  caseNumber: string
  caseDigits: string
  bundleNumber: string | null
  since: Date
  unsigned: boolean
}

/** Those documents, the newest first; one row more than a page where there are further ones. */
export async function selectDocumentsToSign(
  db: Database,
  actor: Actor,
  { unsignedOnly, page }: { readonly unsignedOnly: boolean; readonly page: number },
  perPage: number,
): Promise<DocumentToSign[]> {
  return db<DocumentToSign[]>`
    select lpad(d.number::text, 7, '0') as number, concat_ws(' ', t.name, nullif(d.type_number, ''), nullif(d.tree_name, '')) as label,
           c.number as "caseNumber", c.digits as "caseDigits", b.number::text as "bundleNumber", s.since,
           ${unsignedBy(db, actor)} as unsigned
      from (select s.source, s.since, s.document_id ${toSign(db, actor)} ${unsignedOnly ? db`and ${unsignedBy(db, actor)}` : db``}
             order by s.since desc, s.document_id desc limit ${perPage + 1} offset ${(page - 1) * perPage}) s
      join documents.document d on d.id = s.document_id join cases.case_file c on c.id = d.case_file_id
      join classification.document_type t on t.id = d.document_type_id
      left join bundles.bundle b on b.id = s.source
     order by s.since desc, s.document_id desc`
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
