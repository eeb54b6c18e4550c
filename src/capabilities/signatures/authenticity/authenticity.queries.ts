import type { Database } from '../../../platform/db/index.ts'

export interface SignedDocumentRow {
  id: string
  number: string
  kind: 'authored' | 'uploaded'
  typeName: string
  typeNumber: string | null
  treeName: string
  caseNumber: string
  unitAcronym: string
  unitName: string
  agencyAcronym: string
  datedOn: string
  /** The highest of the document and its case file, whatever the rule inside. */
  level: 'public' | 'restricted' | 'confidential'
  version: number
  state: 'active' | 'deleted' | 'cancelled' | 'eliminated'
  eliminatedBy: string | null
  eliminatedAt: Date | null
  removedAt: Date | null
  removalReason: string | null
  fileName: string | null
  fileSha256: string | null
  fileBytes: string | null
  fileExtension: string | null
  mediaType: string | null
  origin: 'born-digital' | 'digitized' | null
  conferenceKindName: string | null
  /** The signature after which the document had this code. */
  signatureId: string
  publishedFrom: Date | null
  publicationStamp: string | null
}

/**
 * A document by its two codes, with whatever signature once gave it that CRC. One statement: that there is no such
 * number, and that the CRC is another, cannot be told apart.
 */
export async function selectByCodes(db: Database, number: string, crc: string): Promise<SignedDocumentRow | undefined> {
  const [row] = await db<SignedDocumentRow[]>`
    select d.id, lpad(d.number::text, 7, '0') as number, d.kind, t.name as "typeName", d.type_number as "typeNumber",
           d.tree_name as "treeName", p.number as "caseNumber", coalesce(un.acronym, u.acronym) as "unitAcronym",
           coalesce(un.name, u.name) as "unitName", g.acronym as "agencyAcronym", d.dated_on::text as "datedOn",
           platform.highest_level(p.effective_level, d.level) as level, d.version, d.state, el.term as "eliminatedBy", el.eliminated_at as "eliminatedAt", r.at as "removedAt",
           r.reason as "removalReason", f.file_name as "fileName", f.sha256 as "fileSha256",
           f.size_bytes as "fileBytes", f.extension as "fileExtension", f.media_type as "mediaType", f.origin,
           k.name as "conferenceKindName", s.id as "signatureId", d.published_from as "publishedFrom", d.publication_stamp as "publicationStamp"
      from documents.document d
      join signatures.signature s on s.document_id = d.id and s.crc = ${crc}
      join classification.document_type t on t.id = d.document_type_id
      join cases.case_file p on p.id = d.case_file_id
      join organization.unit u on u.id = d.unit_id
      join organization.agency g on g.id = u.agency_id
      left join organization.unit_name un on un.unit_id = d.unit_id and un.valid @> d.created_at::date
      left join documents.elimination el on el.document_id = d.id and documents.lawful_term(d.id) is not null
      left join documents.removal r on r.document_id = d.id
      left join documents.file f on f.document_id = d.id and f.replaced_at is null
      left join classification.conference_kind k on k.id = f.conference_kind_id
     where d.number = ${number}
     order by s.id desc limit 1`
  return row
}

/** The bytes that were signed, as they are kept. */
export async function selectSignedBytes(db: Database, sha256: string): Promise<Uint8Array | undefined> {
  const [row] = await db<{ bytes: Uint8Array }[]>`
    select bytes from signatures.signed_content where sha256 = decode(${sha256}, 'hex')`
  return row?.bytes
}

/** An image of a document's text. */
export async function selectImageOf(
  db: Database,
  documentId: string,
  sha256: string,
): Promise<{ mediaType: string; sizeBytes: string } | undefined> {
  const [row] = await db<{ mediaType: string; sizeBytes: string }[]>`
    select media_type as "mediaType", size_bytes as "sizeBytes" from documents.image
     where document_id = ${documentId} and sha256 = ${sha256}`
  return row
}

/** Whether the history tells of a signature that gave the document this CRC, and its row is gone. */
export async function isTakenAway(db: Database, number: string, crc: string): Promise<boolean> {
  const rows = await db`
    select 1 from documents.document d
      join history.event e on e.document_id = d.id and e.kind in ('document-signed', 'copy-certified')
     where d.number = ${number} and e.facts->>'crc' = ${crc}
       and not exists (select 1 from signatures.signature s
                        where s.document_id = d.id and encode(s.statement_sha256, 'hex') = e.facts->>'statement') limit 1`
  return rows.length > 0
}
