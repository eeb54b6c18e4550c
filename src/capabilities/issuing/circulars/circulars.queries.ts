import type { Database } from '../../../platform/db/index.ts'
import type { ContactAccess } from '../../people/index.ts'

/** The template of a type; null where it has none. */
export async function selectTemplate(db: Database, typeId: string): Promise<unknown> {
  const [row] = await db<{ template: unknown }[]>`
    select template from classification.document_type where id = ${typeId}`
  return row?.template
}

/** The template of a type, and how much of contacts a unit sees: kinds of which nothing is said are left out. */
export async function selectCircularFacts(
  db: Database,
  typeId: string,
  unitId: string,
): Promise<{ template: unknown; access: Partial<ContactAccess> }> {
  const [row] = await db<{ template: unknown; access: Partial<ContactAccess> }[]>`
    select (select template from classification.document_type where id = ${typeId}) as template,
           (select coalesce(jsonb_object_agg(kind, level), '{}') from people.contact_access where unit_id = ${unitId}) as access`
  return row ?? { template: undefined, access: {} }
}

export interface AddressedRow {
  documentId: string
  number: string
  signed: boolean
  /** Not deleted, not cancelled. */
  inForce: boolean
  contactId: string
  contactName: string
  kind: 'person' | 'organization'
  email: string
  bundle: string
  /** Number of the e-mail that took it. */
  emailNumber: string | null
}

/** The documents of a circular, in the order of the names. */
export async function selectAddressed(db: Database, baseId: string): Promise<AddressedRow[]> {
  return db<AddressedRow[]>`
    select a.document_id as "documentId", lpad(d.number::text, 7, '0') as number, d.signature_count > 0 as signed,
           d.state = 'active' as "inForce", c.id as "contactId", c.name as "contactName", c.kind, trim(c.email) as email, a.bundle,
           lpad(e.number::text, 7, '0') as "emailNumber"
      from issuing.addressed a
      join documents.document d on d.id = a.document_id
      join people.contact c on c.id = a.contact_id
      left join documents.document e on e.id = a.email_id
     where a.base_id = ${baseId} order by c.name, a.document_id`
}

export interface AddressedToInsert {
  readonly documentId: string
  readonly contactId: string
}

export async function insertAddressed(
  db: Database,
  baseId: string,
  bundle: string,
  rows: readonly AddressedToInsert[],
): Promise<void> {
  await db`insert into issuing.addressed (document_id, base_id, contact_id, bundle)
    select r."documentId", ${baseId}, r."contactId", ${bundle}
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r("documentId" bigint, "contactId" bigint)`
}

export async function updateSent(db: Database, documentId: string, emailId: string): Promise<void> {
  await db`update issuing.addressed set email_id = ${emailId} where document_id = ${documentId} and email_id is null`
}
