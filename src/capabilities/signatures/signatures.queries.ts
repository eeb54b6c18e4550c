import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { CertificateWords, SignatureMethod } from './signed-bytes.ts'

export interface SignatureRow {
  id: string
  documentId: string
  number: string
  caseNumber: string
  version: number | null
  fileId: string | null
  kind: 'signature' | 'certification'
  accountId: string
  signerName: string
  capacity: string
  unitAcronym: string
  agencyAcronym: string
  method: SignatureMethod
  certificate: CertificateWords | null
  sha256: string
  statementSha256: string
  crc: string
  signedAt: Date
  current: boolean
  contentIntact: boolean
  /** The history tells of this very signature. */
  recorded: boolean
  /** Authored documents: the signed bytes after the content. */
  rest: Uint8Array | null
  /** What it covers was eliminated by a term that the history tells of: there is nothing left to compare. */
  eliminated: boolean
}

/**
 * All the signatures of documents in the order in which they were made. The contents are compared here, where they are:
 * the kept bytes with their hash, the version with its own, and the one within the other. `offset 0` keeps the planner
 * from gathering all signing events there are instead of looking up those of each signature.
 */
export async function selectSignatures(db: Database, documentIds: readonly string[]): Promise<SignatureRow[]> {
  return db<SignatureRow[]>`
    select s.id, s.document_id as "documentId", lpad(d.number::text, 7, '0') as number, p.number as "caseNumber", s.version,
           s.file_id as "fileId", s.kind, s.account_id as "accountId", s.signer_name as "signerName", s.capacity,
           s.unit_acronym as "unitAcronym", s.agency_acronym as "agencyAcronym", s.method, s.certificate,
           encode(s.sha256, 'hex') as sha256, encode(s.statement_sha256, 'hex') as "statementSha256", s.crc,
           s.signed_at as "signedAt",
           case when s.file_id is null then s.version = d.version else f.replaced_at is null end as current,
           coalesce(case when s.file_id is null then k.intact else f.sha256 = encode(s.sha256, 'hex') end, false)
             and (s.certificate is null
                  or exists (select 1 from signatures.signed_content m
                              where m.sha256 = decode(s.certificate->>'cms', 'hex') and sha256(m.bytes) = m.sha256)) as "contentIntact",
           exists (select 1 from history.event e
                    where e.document_id = s.document_id and e.kind in ('document-signed', 'copy-certified')
                      and e.kind = case s.kind when 'signature' then 'document-signed' else 'copy-certified' end
                      and e.account_id = s.account_id and e.at = s.signed_at
                      and e.facts->>'statement' = encode(s.statement_sha256, 'hex') offset 0) as recorded,
           k.rest, documents.lawful_term(s.document_id) is not null as eliminated
      from signatures.signature s
      join documents.document d on d.id = s.document_id
      join cases.case_file p on p.id = d.case_file_id
      left join documents.file f on f.id = s.file_id
      left join lateral (
        select sha256(c.bytes) = s.sha256 and sha256(v.text) = v.sha256
               and substring(c.bytes for 12) = convert_to('{"conteudo":', 'UTF8')
               and substring(c.bytes from 13 for length(v.text)) = v.text as intact,
               substring(c.bytes from 13 + length(v.text) for 4000) as rest
          from signatures.signed_content c
          cross join (select convert_to(content::text, 'UTF8') as text, sha256 from documents.version
                       where document_id = s.document_id and number = s.version offset 0) v
         where c.sha256 = s.sha256) k on s.file_id is null
     where s.document_id = any (${[...documentIds]}::bigint[])
     order by s.document_id, s.id`
}

export interface SignatureCount {
  readonly count: number
  readonly missing: number
}

/**
 * How many valid signatures the document itself counts, and how many the history tells of that are no longer on record: a
 * row taken away shows, also when it was the only one.
 */
export async function selectSignatureCount(db: Database, documentId: string): Promise<SignatureCount> {
  const [row] = await db<SignatureCount[]>`
    select signature_count as count,
           (select count(*)::int from history.event e
             where e.document_id = d.id and e.kind in ('document-signed', 'copy-certified')
               and not exists (select 1 from signatures.signature s
                                where s.document_id = d.id and encode(s.statement_sha256, 'hex') = e.facts->>'statement')) as missing
      from documents.document d where id = ${documentId}`
  return row ?? { count: 0, missing: 0 }
}

export interface SignatureToInsert {
  documentId: string
  version: number | null
  kind: 'signature' | 'certification'
  capacity: string
  unitAcronym: string
  agencyAcronym: string
  signerName: string
  method: SignatureMethod
  certificate: CertificateWords | null
  sha256: string
  statementSha256: string
  crc: string
}

/** One statement for any number of signatures. A certification is of the document's present file. */
export async function insertSignatures(
  db: Database,
  by: { readonly userId: string; readonly unitId: string },
  signatures: readonly SignatureToInsert[],
  now: Date,
): Promise<void> {
  await db`
    insert into signatures.signature (document_id, version, file_id, kind, account_id, unit_id, signer_name, capacity,
      unit_acronym, agency_acronym, method, certificate, sha256, statement_sha256, crc, signed_at)
    select r."documentId", r.version, f.id, r.kind, ${by.userId}, ${by.unitId}, r."signerName", r.capacity,
           r."unitAcronym", r."agencyAcronym", r.method, r.certificate, decode(r.sha256, 'hex'), decode(r."statementSha256", 'hex'), r.crc, ${now}
      from jsonb_to_recordset(${JSON.stringify(signatures)}::text::jsonb)
        as r("documentId" bigint, version int, kind text, "signerName" text, capacity text, "unitAcronym" text,
             "agencyAcronym" text, method text, certificate jsonb, sha256 text, "statementSha256" text, crc text)
      left join documents.file f on r.kind = 'certification' and f.document_id = r."documentId" and f.replaced_at is null`
}

/** Keeps signed texts for ever, each once, under the SHA-256 of its bytes. */
export async function insertContents(
  db: Database,
  contents: readonly { readonly sha256: string; readonly text: string }[],
  now: Date,
): Promise<void> {
  await db`
    insert into signatures.signed_content (sha256, bytes, created_at)
    select decode(r.sha256, 'hex'), convert_to(r.text, 'UTF8'), ${now}
      from unnest(${contents.map(({ sha256 }) => sha256)}::text[], ${contents.map(({ text }) => text)}::text[]) r(sha256, text)
    on conflict do nothing`
}

/** Keeps a CMS beside the texts, under the SHA-256 of its bytes: it is sealed and looked after as they are. */
export async function insertCms(db: Database, sha256: string, cms: Uint8Array, now: Date): Promise<void> {
  await db`insert into signatures.signed_content (sha256, bytes, created_at)
    values (decode(${sha256}, 'hex'), ${Buffer.from(cms)}, ${now}) on conflict do nothing`
}

export interface SigningUnitRow {
  isMailroom: boolean
  acronym: string
  agencyAcronym: string
  /** Those in which this person acts for another here today; then the unit's own, the one used last first. */
  capacities: string[]
  /** The unit's own alone. */
  own: string[]
}

/** In what name somebody signs in a unit: its acronyms of today, and the capacities to choose from (EST-041). */
export async function selectSigningUnit(
  db: Database,
  by: { readonly userId: string; readonly unitId: string },
  today: LocalDate,
): Promise<SigningUnitRow> {
  const [row] = await db<(Omit<SigningUnitRow, 'capacities'> & { acting: string[] })[]>`
    select u.is_mailroom as "isMailroom", u.acronym, a.acronym as "agencyAcronym",
           array(select x.capacity from identity.acting_in(${by.userId}, u.id, ${today}::date) x) as acting,
           array(select c.title from organization.capacity c
                   left join (select capacity from signatures.signature
                               where account_id = ${by.userId} and unit_id = ${by.unitId} order by id desc limit 1) last
                          on last.capacity = c.title
                  where c.unit_id = u.id and c.deactivated_at is null
                  order by last.capacity is null, c.title limit 200) as own
      from organization.unit u join organization.agency a on a.id = u.agency_id
     where u.id = ${by.unitId}`
  if (!row) throw new Error(`there is no unit ${by.unitId}`)
  const { acting, ...unit } = row
  return { ...unit, capacities: [...new Set([...acting, ...unit.own])] }
}
