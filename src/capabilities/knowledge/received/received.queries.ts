import type { Database } from '../../../platform/db/index.ts'

export interface ReceivedRow {
  id: string
  kind: 'text' | 'model'
  name: string
  documentTypeName: string | null
  version: number
  /** The last version that somebody of this unit opened; null: none. */
  seenVersion: number | null
  changedAt: Date
  changedBy: string
  groupId: string | null
  groupName: string | null
}

export interface ReceivedContentRow extends ReceivedRow {
  content: unknown
  /** Versions of it, newest first. */
  versions: { number: number; note: string; at: string }[]
}

const columns = (db: Database, unitId: string) => db`
  t.id, t.kind, t.name, y.name as "documentTypeName", t.version, s.version as "seenVersion", t.changed_at as "changedAt",
  coalesce(a.social_name, a.name) as "changedBy", f.group_id as "groupId", g.name as "groupName"
  from knowledge.institutional_text t
  join identity.account a on a.id = t.changed_by
  left join classification.document_type y on y.id = t.document_type_id
  left join knowledge.seen_version s on s.unit_id = ${unitId} and s.text_id = t.id
  left join knowledge.favourite f on f.unit_id = ${unitId} and f.institutional_text_id = t.id
  left join knowledge.favourite_group g on g.id = f.group_id`

/** What is distributed to a unit, by name. At most 500. */
export async function selectReceived(db: Database, unitId: string): Promise<ReceivedRow[]> {
  return db<ReceivedRow[]>`
    select ${columns(db, unitId)} where t.id in (select knowledge.distributed_to(${unitId}))
     order by lower(platform.plain(t.name)), t.id limit 500`
}

/** One of them with its words and what was new in each version. */
export async function selectReceivedOne(
  db: Database,
  unitId: string,
  id: string,
): Promise<ReceivedContentRow | undefined> {
  const [row] = await db<ReceivedContentRow[]>`
    select (select v.content from knowledge.institutional_version v where v.text_id = x.id and v.number = x.version),
           (select jsonb_agg(jsonb_build_object('number', v.number, 'note', v.note, 'at', v.made_at) order by v.number desc)
              from knowledge.institutional_version v where v.text_id = x.id) as versions, x.*
      from (select ${columns(db, unitId)}
             where t.id = ${id} and t.id in (select knowledge.distributed_to(${unitId}))) x`
  return row
}

export async function upsertSeen(db: Database, unitId: string, textId: string, version: number): Promise<void> {
  await db`insert into knowledge.seen_version as s (unit_id, text_id, version) values (${unitId}, ${textId}, ${version})
    on conflict (unit_id, text_id) do update set version = excluded.version where s.version < excluded.version`
}

/** A copy of the unit and the version of its original that is distributed now, where there is one. */
export interface CopyRow {
  id: string
  name: string
  content: unknown
  originId: string | null
  originName: string | null
  copiedVersion: number | null
  originVersion: number | null
  originContent: unknown
}

export async function selectCopy(db: Database, unitId: string, id: string): Promise<CopyRow | undefined> {
  const [row] = await db<CopyRow[]>`
    select t.id, t.name, t.content, o.id as "originId", o.name as "originName", t.copied_version as "copiedVersion",
           o.version as "originVersion", v.content as "originContent"
      from knowledge.standard_text t
      left join knowledge.institutional_text o on o.id = t.copied_from and o.id in (select knowledge.distributed_to(${unitId}))
      left join knowledge.institutional_version v on v.text_id = o.id and v.number = o.version
     where t.id = ${id} and t.unit_id = ${unitId} and t.deleted_at is null`
  return row
}

export async function updateCopy(
  db: Database,
  id: string,
  by: { readonly unitId: string; readonly accountId: string },
  copy: { readonly version: number; readonly json: string | null },
  now: Date,
): Promise<void> {
  await db`update knowledge.standard_text set copied_version = ${copy.version},
      content = coalesce(${copy.json}::text::json, content),
      changed_at = case when ${copy.json}::text is null then changed_at else ${now} end,
      changed_by = case when ${copy.json}::text is null then changed_by else ${by.accountId} end
    where id = ${id} and unit_id = ${by.unitId} and deleted_at is null`
}
