import type { Database } from '../../../platform/db/index.ts'
import { caseWithin, documentWithin, type Reach } from './reach.queries.ts'

export interface FoundDocument {
  readonly kind: 'document'
  readonly id: string
  readonly number: string
  readonly documentKind: 'authored' | 'uploaded'
  readonly typeName: string
  readonly typeNumber: string | null
  readonly treeName: string
  readonly description: string
  readonly isDraft: boolean
  readonly level: 'public' | 'restricted'
  readonly extension: string | null
  readonly caseNumber: string
  readonly caseDigits: string
  readonly caseTypeName: string
  readonly unitAcronym: string
  readonly agencyAcronym: string
  readonly createdByName: string
  readonly createdAt: Date
  readonly datedOn: string
  /** The beginning of its text, to make a snippet of. */
  readonly text: string
  /** Its words were recognized in pictures, and may have mistakes. */
  readonly isRecognized: boolean
}

export interface FoundCase {
  readonly kind: 'case'
  readonly id: string
  readonly number: string
  readonly digits: string
  readonly typeName: string
  readonly summary: string
  readonly parties: readonly string[]
  readonly level: 'public' | 'restricted'
  readonly unitAcronym: string
  readonly agencyAcronym: string
  readonly openedByName: string
  readonly openedAt: Date
  readonly filedOn: string
}

/** Snippets are looked for in so much of a text. */
const textForSnippet = 60_000

/**
 * The documents of one page of results. Who may read them is asked again, in the very statement that reads their text:
 * what was closed a moment ago is not there any more (PES-010).
 */
export async function selectFoundDocuments(
  db: Database,
  reach: Reach,
  ids: readonly string[],
  { texts }: { readonly texts: boolean },
): Promise<FoundDocument[]> {
  if (ids.length === 0) return []
  return db<FoundDocument[]>`
    select 'document' as kind, d.id, lpad(d.number::text, 7, '0') as number, d.kind as "documentKind", t.name as "typeName",
           d.type_number as "typeNumber", d.tree_name as "treeName", d.description, documents.is_draft(d) as "isDraft", d.level,
           f.extension, c.number as "caseNumber", c.digits as "caseDigits", ct.name as "caseTypeName",
           coalesce(un.acronym, u.acronym) as "unitAcronym", g.acronym as "agencyAcronym",
           coalesce(a.social_name, a.name) as "createdByName", d.created_at as "createdAt", d.dated_on::text as "datedOn",
           ${texts ? db`coalesce(left(coalesce(v.plain_text, e.text), ${textForSnippet}), '')` : db`''`} as text,
           coalesce(e.method = 'ocr', false) as "isRecognized"
      from documents.document d
      join cases.case_file c on c.id = d.case_file_id
      join classification.document_type t on t.id = d.document_type_id
      join classification.case_type ct on ct.id = c.case_type_id
      join organization.unit u on u.id = d.unit_id
      join organization.agency g on g.id = u.agency_id
      join identity.account a on a.id = d.created_by
      left join organization.unit_name un on un.unit_id = d.unit_id and un.valid @> d.created_at::date
      left join documents.version v on v.document_id = d.id and v.number = d.version
      left join documents.file f on f.document_id = d.id and f.replaced_at is null
      left join documents.extracted_text e on e.document_id = d.id and e.sha256 = f.sha256
     where d.id = any (${[...ids]}::bigint[]) and ${documentWithin(db, reach)}`
}

/** The case files of one page of results, asked again in the same way. */
export async function selectFoundCases(db: Database, reach: Reach, ids: readonly string[]): Promise<FoundCase[]> {
  if (ids.length === 0) return []
  return db<FoundCase[]>`
    select 'case' as kind, c.id, c.number, c.digits, t.name as "typeName", c.summary, c.level, u.acronym as "unitAcronym",
           g.acronym as "agencyAcronym", coalesce(a.social_name, a.name) as "openedByName", c.opened_at as "openedAt",
           c.filed_on::text as "filedOn",
           array(select k.name from cases.interested_party p join people.contact k on k.id = p.contact_id
                  where p.case_file_id = c.id order by p.position limit 5) as parties
      from cases.case_file c
      join classification.case_type t on t.id = c.case_type_id
      join organization.unit u on u.id = c.unit_id
      join organization.agency g on g.id = u.agency_id
      join identity.account a on a.id = c.opened_by
     where c.id = any (${[...ids]}::bigint[]) and ${caseWithin(db, reach)}`
}
