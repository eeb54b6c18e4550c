import type { Database } from '../../../platform/db/index.ts'

/** For how many days what a unit deleted can be brought back: a setting of the installation. */
export async function selectBinDays(db: Database): Promise<number> {
  const [row] = await db<{ value: unknown }[]>`select value from platform.setting where name = 'documents.bin-days'`
  const days = row?.value
  return typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= 3650 ? days : defaultDays
}

const defaultDays = 45

/** Back into the tree, at the place where it was. A draft of a unit that was succeeded is the successor's from now on. */
export async function restoreDocument(db: Database, documentId: string, unitId: string): Promise<void> {
  await db`with gone as (delete from documents.removal where document_id = ${documentId} and kind = 'deleted' returning document_id)
    update documents.document d set state = 'active', unit_id = case when documents.is_draft(d) and d.unit_id in (select organization.lineage(${unitId}))
                                                              then ${unitId}::bigint else d.unit_id end
      from gone where d.id = gone.document_id`
}

/** The numbers of the case files of documents, for a list. */
export async function selectCaseNumbers(
  db: Database,
  caseFileIds: readonly string[],
): Promise<{ id: string; number: string; digits: string }[]> {
  return db<{ id: string; number: string; digits: string }[]>`
    select id, number, digits from cases.case_file where id = any (${[...caseFileIds]}::bigint[])`
}

/** The digest of a document's file whose words were never read: it was deleted before. */
export async function selectUnreadFile(db: Database, documentId: string): Promise<string | undefined> {
  const [row] = await db<{ sha256: string }[]>`
    select f.sha256 from documents.file f
     where f.document_id = ${documentId} and f.replaced_at is null
       and not exists (select 1 from documents.extracted_text t where t.document_id = f.document_id and t.sha256 = f.sha256)`
  return row?.sha256
}
