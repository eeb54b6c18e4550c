import type { Database } from '../../../platform/db/index.ts'
import type { Contact } from '../../people/index.ts'

export interface InterestedRow {
  caseFileId: string
  contactId: string
  kind: Contact['kind']
  name: string
  cpf: string | null
  cnpj: string | null
}

/** The interested parties of many case files, each in its order. */
export async function selectInterested(db: Database, caseFileIds: readonly string[]): Promise<InterestedRow[]> {
  if (caseFileIds.length === 0) return []
  return db<InterestedRow[]>`
    select p.case_file_id as "caseFileId", p.contact_id as "contactId", k.kind, k.name, k.cpf, k.cnpj
      from cases.interested_party p join people.contact k on k.id = p.contact_id
     where p.case_file_id = any(${[...caseFileIds]}::bigint[]) order by p.case_file_id, p.position, p.contact_id`
}

export interface CaseClassRow {
  id: string
  code: string
  description: string
}

export async function selectCaseClasses(db: Database, caseFileId: string): Promise<CaseClassRow[]> {
  return db<CaseClassRow[]>`
    select r.id, r.code, r.description from cases.case_class k
      join classification.record_class r on r.id = k.record_class_id where k.case_file_id = ${caseFileId} order by r.code`
}

export async function updateData(
  db: Database,
  caseFileId: string,
  data: { readonly typeId: string; readonly summary: string; readonly priority: string | undefined },
): Promise<void> {
  await db`update cases.case_file set case_type_id = ${data.typeId}, summary = ${data.summary}, priority = ${data.priority ?? null}
    where id = ${caseFileId}`
}

export async function deleteParties(db: Database, caseFileId: string): Promise<void> {
  await db`delete from cases.interested_party where case_file_id = ${caseFileId}`
}

export async function deleteClasses(db: Database, caseFileId: string): Promise<void> {
  await db`delete from cases.case_class where case_file_id = ${caseFileId}`
}
