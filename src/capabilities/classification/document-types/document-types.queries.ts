import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, rowsPerPage } from '../../organization/index.ts'
import type { DocumentType, DocumentTypeData } from './document-type.ts'

export interface DocumentTypeRow extends DocumentTypeData {
  id: string
  active: boolean
  hasTemplate: boolean
  total: number
}

export async function selectDocumentTypes(db: Database, asked: ListRequest): Promise<DocumentTypeRow[]> {
  return db<DocumentTypeRow[]>`
    select ${columns(db)}, template is not null as "hasTemplate", (count(*) over ())::int as total
      from classification.document_type
     where ${asked.state === 'all' ? db`true` : db`(deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(category || ' ' || name || ' ' || description)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by name limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

export async function selectDocumentType(db: Database, id: string): Promise<DocumentType | undefined> {
  const [row] = await db<(DocumentType & { template: unknown })[]>`
    select ${columns(db)}, template from classification.document_type where id = ${id}`
  return row && { ...row, template: row.template ?? undefined }
}

/** The type of the name, whatever its letters' case. */
export async function selectDocumentTypeByName(
  db: Database,
  name: string,
): Promise<(DocumentTypeData & { id: string }) | undefined> {
  const [row] = await db<(DocumentTypeData & { id: string })[]>`
    select ${columns(db)} from classification.document_type where lower(name) = lower(${name})
     order by name = ${name} desc limit 1`
  return row
}

/** Undefined where the name is taken. */
export async function insertType(db: Database, data: DocumentTypeData): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into classification.document_type (name, category, description, applies_to, numbering, number_taken_at, internal, signature_level)
    values (${data.name}, ${data.category}, ${data.description}, ${data.appliesTo}, ${data.numbering},
      ${data.numberTakenAt}, ${data.internal}, ${data.signatureLevel})
    on conflict (name) do nothing returning id`
  return row?.id
}

/** False where another type has the name. */
export async function updateType(db: Database, id: string, data: DocumentTypeData): Promise<boolean> {
  const rows = await db`
    update classification.document_type set name = ${data.name}, category = ${data.category},
           description = ${data.description}, applies_to = ${data.appliesTo}, numbering = ${data.numbering},
           number_taken_at = ${data.numberTakenAt}, internal = ${data.internal}, signature_level = ${data.signatureLevel}
     where id = ${id} and not exists (
       select 1 from classification.document_type o where o.name = ${data.name} and o.id <> ${id}) returning 1`
  return rows.length > 0
}

export async function updateTemplate(db: Database, id: string, template: unknown): Promise<void> {
  await db`update classification.document_type set template = ${template ? JSON.stringify(template) : null}::text::json
    where id = ${id}`
}

const columns = (db: Database) => db`id, name, category, description, applies_to as "appliesTo", numbering,
  number_taken_at as "numberTakenAt", internal, signature_level as "signatureLevel", deactivated_at is null as active`
