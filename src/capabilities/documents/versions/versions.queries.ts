import type { Database } from '../../../platform/db/index.ts'

export interface VersionToInsert {
  documentId: string
  number: number
  /** As canonical JSON, so that what is stored is what was hashed. */
  json: string
  plainText: string
  sha256: string
  kind: 'created' | 'saved' | 'restored'
  accountId: string
  unitId: string
}

export async function insertVersion(db: Database, version: VersionToInsert, now: Date): Promise<void> {
  await db`insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
    values (${version.documentId}, ${version.number}, ${version.json}::text::json, ${version.plainText},
      decode(${version.sha256}, 'hex'), ${version.kind}, ${now}, ${version.accountId}, ${version.unitId})`
}

export interface VersionRow {
  number: number
  kind: 'created' | 'saved' | 'restored' | 'migrated'
  savedAt: Date
  savedBy: string
  unitAcronym: string
}

/** The versions of a document, the newest first. */
export async function selectVersions(
  db: Database,
  documentId: string,
  limit: number,
  offset: number,
): Promise<VersionRow[]> {
  return db<VersionRow[]>`
    select v.number, v.kind, v.saved_at as "savedAt", coalesce(a.social_name, a.name) as "savedBy",
           coalesce(n.acronym, u.acronym) as "unitAcronym"
      from documents.version v
      join identity.account a on a.id = v.account_id
      join organization.unit u on u.id = v.unit_id
      left join organization.unit_name n on n.unit_id = v.unit_id and n.valid @> v.saved_at::date
     where v.document_id = ${documentId} order by v.number desc limit ${limit} offset ${offset}`
}

export interface VersionContentRow extends VersionRow {
  content: unknown
  plainText: string
  sha256: string
}

export async function selectVersion(
  db: Database,
  documentId: string,
  number: number,
): Promise<VersionContentRow | undefined> {
  const [row] = await db<VersionContentRow[]>`
    select v.number, v.kind, v.saved_at as "savedAt", coalesce(a.social_name, a.name) as "savedBy",
           coalesce(n.acronym, u.acronym) as "unitAcronym", v.content, v.plain_text as "plainText",
           encode(v.sha256, 'hex') as sha256
      from documents.version v
      join identity.account a on a.id = v.account_id
      join organization.unit u on u.id = v.unit_id
      left join organization.unit_name n on n.unit_id = v.unit_id and n.valid @> v.saved_at::date
     where v.document_id = ${documentId} and v.number = ${number}`
  return row
}

/** The text changed: whatever was signed was another one. */
export async function updateVersion(db: Database, documentId: string, version: number): Promise<void> {
  await db`update documents.document set version = ${version}, signature_count = 0 where id = ${documentId}`
}

export async function deleteDraft(db: Database, documentId: string, accountId: string): Promise<void> {
  await db`delete from documents.draft where document_id = ${documentId} and account_id = ${accountId}`
}
