import type { Database } from '../../platform/db/index.ts'

export type GuideState = 'drafting' | 'released' | 'superseded'

export interface GuideRow {
  id: string
  versionId: string
  number: number
  state: GuideState
  title: string
  unitAcronym: string
  unitName: string
  isOurs: boolean
  types: string[]
  changedAt: Date
  changedBy: string
  releasedAt: Date | null
}

const columns = (db: Database, unitId: string) => db`
  g.id, v.id as "versionId", v.number, v.state, v.title, u.acronym as "unitAcronym", u.name as "unitName",
  g.unit_id = ${unitId} as "isOurs",
  array(select t.name from guides.version_type k join classification.case_type t on t.id = k.case_type_id
         where k.version_id = v.id order by t.name) as types,
  v.changed_at as "changedAt", coalesce(a.social_name, a.name) as "changedBy", v.released_at as "releasedAt"
  from guides.version v
  join guides.guide g on g.id = v.guide_id and g.deleted_at is null
  join organization.unit u on u.id = g.unit_id
  join identity.account a on a.id = v.changed_by`

export interface Wanted {
  readonly unitId: string
  /** Only the guides of the unit, whatever their state; else those released. */
  readonly own: boolean
  /** As `parseQuery` wrote it, with its marker of word beginnings; undefined without words. */
  readonly query: { readonly tsquery: string; readonly prefixMarker: string } | undefined
  readonly limit: number
  readonly offset: number
}

/** Words of nothing but common ones find nothing. */
const asTsquery = (db: Database, { tsquery, prefixMarker }: NonNullable<Wanted['query']>) => db`
  (select nullif(replace(to_tsquery('portuguese', ${tsquery})::text, ${`${prefixMarker}':*`}, ${"':*"}), '')::tsquery)`

/** Guides by title: of the unit in every state, or those released by anybody (PES-022). */
export async function selectGuides(db: Database, wanted: Wanted): Promise<(GuideRow & { total: number })[]> {
  const { unitId, own, query, limit, offset } = wanted
  return db<(GuideRow & { total: number })[]>`
    select (count(*) over ())::int as total, ${columns(db, unitId)}
     where ${own ? db`g.unit_id = ${unitId} and v.state <> 'superseded'` : db`v.state = 'released'`}
       ${query === undefined ? db`` : db`and v.words @@ ${asTsquery(db, query)}`}
     order by lower(platform.plain(v.title)), v.id limit ${limit} offset ${offset}`
}

export interface VersionRow extends GuideRow {
  content: unknown
  typeIds: string[]
  attachments: { id: string; fileName: string; sha256: string; sizeBytes: number }[]
}

/** The version of a guide in one state; held, with its guide, where it is to be changed. */
export async function selectVersion(
  db: Database,
  unitId: string,
  guideId: string,
  state: GuideState,
): Promise<VersionRow | undefined> {
  const [row] = await db<VersionRow[]>`
    select v.content, array(select k.case_type_id::text from guides.version_type k where k.version_id = v.id) as "typeIds",
           coalesce((select jsonb_agg(jsonb_build_object('id', f.id::text, 'fileName', f.file_name, 'sha256', f.sha256,
                                                         'sizeBytes', f.size_bytes) order by f.id)
                       from guides.attachment f where f.version_id = v.id), '[]') as attachments,
           ${columns(db, unitId)}
     where g.id = ${guideId} and v.state = ${state}`
  return row
}

/** Locks a guide of the unit. */
export async function lockGuide(db: Database, unitId: string, guideId: string): Promise<boolean> {
  const rows = await db`
    select 1 from guides.guide where id = ${guideId} and unit_id = ${unitId} and deleted_at is null for update`
  return rows.length > 0
}

export async function insertGuide(db: Database, unitId: string, accountId: string, now: Date): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into guides.guide (unit_id, created_at, created_by) values (${unitId}, ${now}, ${accountId}) returning id`
  if (!row) throw new Error('a guide was not inserted')
  return row.id
}

export interface VersionToKeep {
  readonly title: string
  readonly json: string
  readonly plainText: string
  readonly accountId: string
}

export async function insertVersion(db: Database, guideId: string, version: VersionToKeep, now: Date): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into guides.version (guide_id, number, state, title, content, plain_text, changed_at, changed_by)
    values (${guideId}, (select coalesce(max(number), 0) + 1 from guides.version where guide_id = ${guideId}), 'drafting',
      ${version.title}, ${version.json}::text::json, ${version.plainText}, ${now}, ${version.accountId}) returning id`
  if (!row) throw new Error('a version of a guide was not inserted')
  return row.id
}

export async function updateVersion(db: Database, versionId: string, version: VersionToKeep, now: Date): Promise<void> {
  await db`update guides.version set title = ${version.title}, content = ${version.json}::text::json,
      plain_text = ${version.plainText}, changed_at = ${now}, changed_by = ${version.accountId}
    where id = ${versionId} and state = 'drafting'`
}

/** The types of a version are these and no others; false where one of them does not exist. */
export async function replaceTypes(db: Database, versionId: string, typeIds: readonly string[]): Promise<boolean> {
  await db`delete from guides.version_type where version_id = ${versionId}`
  const rows = await db`insert into guides.version_type (version_id, case_type_id)
    select ${versionId}, t.id from classification.case_type t where t.id = any (${[...typeIds]}::text[]::bigint[]) returning 1`
  return rows.length === new Set(typeIds).size
}

/** The types and attachments of a version, in the next one too. */
export async function copyParts(db: Database, from: string, to: string): Promise<void> {
  await db`insert into guides.version_type (version_id, case_type_id)
    select ${to}, case_type_id from guides.version_type where version_id = ${from}`
  await db`insert into guides.attachment (version_id, file_name, sha256, size_bytes, added_at, added_by)
    select ${to}, file_name, sha256, size_bytes, added_at, added_by from guides.attachment where version_id = ${from} order by id`
}

export async function markState(
  db: Database,
  versionId: string,
  state: GuideState,
  by: { readonly accountId: string; readonly now: Date } | undefined,
): Promise<void> {
  await db`update guides.version set state = ${state}, released_at = coalesce(${by?.now ?? null}, released_at),
      released_by = coalesce(${by?.accountId ?? null}::bigint, released_by) where id = ${versionId}`
}

export async function removeVersion(db: Database, versionId: string): Promise<void> {
  await db`delete from guides.version where id = ${versionId} and state = 'drafting'`
}

export async function markDeleted(db: Database, guideId: string, accountId: string, now: Date): Promise<void> {
  await db`update guides.guide set deleted_at = ${now}, deleted_by = ${accountId} where id = ${guideId}`
}

export async function insertAttachment(
  db: Database,
  versionId: string,
  file: { readonly fileName: string; readonly sha256: string; readonly sizeBytes: number; readonly accountId: string },
  now: Date,
): Promise<void> {
  await db`insert into guides.attachment (version_id, file_name, sha256, size_bytes, added_at, added_by)
    values (${versionId}, ${file.fileName}, ${file.sha256}, ${file.sizeBytes}, ${now}, ${file.accountId})`
}

export async function removeAttachment(db: Database, versionId: string, id: string): Promise<boolean> {
  const rows = await db`delete from guides.attachment where id = ${id} and version_id = ${versionId} returning 1`
  return rows.length > 0
}

/** Types of case file to choose from: in use, and those that the guide has already. */
export async function selectTypes(db: Database, chosen: readonly string[]): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select id, name from classification.case_type
     where deactivated_at is null or id = any (${[...chosen]}::text[]::bigint[]) order by name`
}

export async function countGuidesOf(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from guides.guide where unit_id = ${unitId} and deleted_at is null`
  return row?.count ?? 0
}

export async function moveGuides(db: Database, from: string, to: string): Promise<number> {
  const moved =
    await db`update guides.guide set unit_id = ${to} where unit_id = ${from} and deleted_at is null returning 1`
  return moved.length
}
