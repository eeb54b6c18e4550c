import type { Database } from '../../../platform/db/index.ts'
import type { PublicSettings } from '../settings/public-settings.ts'

export interface PublicDocumentRow {
  id: string
  number: string
  kind: 'authored' | 'uploaded'
  typeName: string
  typeNumber: string | null
  treeName: string
  description: string
  version: number
  datedOn: string
  includedAt: Date
  unitAcronym: string
  unitName: string
  agencyAcronym: string
  caseNumber: string
  caseDigits: string
  caseTypeName: string
  shown: boolean
  sha256: string | null
  sizeBytes: string | null
  extension: string | null
  mediaType: string | null
  fileName: string | null
  origin: 'born-digital' | 'digitized' | null
  conferenceKindName: string | null
  publishedFrom: Date | null
  publicationStamp: string | null
}

/** A document that the public may see, with its case file; undefined for all others, whether or not they exist. */
export async function selectPublicDocument(
  db: Database,
  number: string,
  { hiddenTypes, contentFrom }: PublicSettings,
): Promise<PublicDocumentRow | undefined> {
  const [row] = await db<PublicDocumentRow[]>`
    select d.id, lpad(d.number::text, 7, '0') as number, d.kind, t.name as "typeName", d.type_number as "typeNumber",
           d.tree_name as "treeName", d.description, d.version, d.dated_on::text as "datedOn", d.created_at as "includedAt",
           coalesce(un.acronym, u.acronym) as "unitAcronym", coalesce(un.name, u.name) as "unitName",
           g.acronym as "agencyAcronym", c.number as "caseNumber", c.digits as "caseDigits", ct.name as "caseTypeName",
           search.content_shown(d, ${contentFrom ?? null}::date) as shown, f.sha256, f.size_bytes as "sizeBytes", f.extension,
           f.media_type as "mediaType", f.file_name as "fileName", f.origin, k.name as "conferenceKindName",
           d.published_from as "publishedFrom", d.publication_stamp as "publicationStamp"
      from documents.document d
      join cases.case_file c on c.id = d.case_file_id
      join classification.document_type t on t.id = d.document_type_id
      join classification.case_type ct on ct.id = c.case_type_id
      join organization.unit u on u.id = d.unit_id
      join organization.agency g on g.id = u.agency_id
      left join organization.unit_name un on un.unit_id = d.unit_id and un.valid @> d.created_at::date
      left join documents.file f on f.document_id = d.id and f.replaced_at is null
      left join classification.conference_kind k on k.id = f.conference_kind_id
     where d.number = ${number} and search.public_document(d) and search.public_case(c, ${[...hiddenTypes]}::bigint[])`
  return row
}

/** An image within the text of a document. */
export async function selectImage(
  db: Database,
  documentId: string,
  sha256: string,
): Promise<{ mediaType: string; sizeBytes: string } | undefined> {
  const [row] = await db<{ mediaType: string; sizeBytes: string }[]>`
    select media_type as "mediaType", size_bytes as "sizeBytes" from documents.image
     where document_id = ${documentId} and sha256 = ${sha256}`
  return row
}
