import type { Database } from '../../src/platform/db/index.ts'

/** What stands in the system for each kind of act, read by the words and numbers that the writers chose. */
export interface Effects {
  cases: { summary: string; digits: string }[]
  documents: { description: string; kind: string; number: string; digits: string; sha256: string | null }[]
  versions: { number: string; version: number; text: string; sha256: string }[]
  drafts: { number: string; login: string; sequence: string; content: string }[]
  signatures: {
    number: string
    login: string
    version: number
    versionSha256: string
    type: string
    bytesHold: boolean
    crc: string
  }[]
  movements: { digits: string; to: string; login: string }[]
}

export async function selectEffects(db: Database): Promise<Effects> {
  const [cases, documents, versions, drafts, signatures, movements] = await Promise.all([
    db<Effects['cases']>`select summary, digits from cases.case_file`,
    db<Effects['documents']>`
      select d.description, d.kind, lpad(d.number::text, 7, '0') as number, c.digits, f.sha256
        from documents.document d join cases.case_file c on c.id = d.case_file_id
        left join documents.file f on f.document_id = d.id and f.replaced_at is null
       where d.state = 'active'`,
    db<Effects['versions']>`
      select lpad(d.number::text, 7, '0') as number, v.number as version, v.plain_text as text, encode(v.sha256, 'hex') as sha256
        from documents.version v join documents.document d on d.id = v.document_id order by d.number, v.number`,
    db<Effects['drafts']>`
      select lpad(d.number::text, 7, '0') as number, a.login, r.sequence, r.content::text as content
        from documents.draft r join documents.document d on d.id = r.document_id join identity.account a on a.id = r.account_id`,
    db<Effects['signatures']>`
      select lpad(d.number::text, 7, '0') as number, a.login, s.version, encode(v.sha256, 'hex') as "versionSha256",
             t.name as type, s.crc,
             coalesce(sha256(c.bytes) = s.sha256 and sha256(convert_to(v.content::text, 'UTF8')) = v.sha256
               and position(convert_to(v.content::text, 'UTF8') in c.bytes) = 13, false) as "bytesHold"
        from signatures.signature s
        join documents.document d on d.id = s.document_id
        join classification.document_type t on t.id = d.document_type_id
        join identity.account a on a.id = s.account_id
        left join documents.version v on v.document_id = s.document_id and v.number = s.version
        left join signatures.signed_content c on c.sha256 = s.sha256`,
    db<Effects['movements']>`
      select c.digits, m.to_unit_id as "to", a.login
        from routing.movement m join cases.case_file c on c.id = m.case_file_id join identity.account a on a.id = m.sent_by`,
  ])
  return { cases, documents, versions, drafts, signatures, movements }
}
