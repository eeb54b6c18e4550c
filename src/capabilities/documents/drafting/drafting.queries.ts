import type { Database } from '../../../platform/db/index.ts'
import type { AccessLevel } from '../../cases/index.ts'
import type { Numbering } from './numbering.rules.ts'

export interface TypeRow {
  id: string
  name: string
  description: string
  category: string
  appliesTo: 'authored' | 'uploaded' | 'both' | 'form'
  numbering: Numbering
  numberTakenAt: 'creation' | 'signature'
}

/** Types for people to choose from, with how often the unit made one: those it uses first (DOC-008). */
export async function selectTypes(
  db: Database,
  kind: 'authored' | 'uploaded',
  unitId: string,
): Promise<(TypeRow & { uses: number })[]> {
  return db<(TypeRow & { uses: number })[]>`
    select t.id, t.name, t.description, t.category, t.applies_to as "appliesTo", t.numbering,
           t.number_taken_at as "numberTakenAt", coalesce(u.uses, 0)::int as uses
      from classification.document_type t
      left join (select document_type_id, count(*) as uses
                   from (select document_type_id from documents.document
                          where unit_id = ${unitId} and kind = ${kind} order by created_at desc limit 500) recent
                  group by document_type_id) u on u.document_type_id = t.id
     where t.deactivated_at is null and not t.internal and (t.applies_to in (${kind}, 'both') or ${kind} = 'authored' and t.applies_to = 'form'
            and exists (select 1 from classification.form_version v where v.document_type_id = t.id))
     order by t.name`
}

/** A type that people may still use, or the program itself, with its template. */
export async function selectType(
  db: Database,
  typeId: string,
  bySystem = false,
): Promise<(TypeRow & { template: unknown }) | undefined> {
  const [row] = await db<(TypeRow & { template: unknown })[]>`
    select id, name, description, category, applies_to as "appliesTo", numbering, number_taken_at as "numberTakenAt", template
      from classification.document_type where id = ${typeId} and deactivated_at is null and (not internal or ${bySystem})`
  return row
}

export interface LetterheadRow {
  agencyName: string
  agencyAcronym: string
  unitName: string
  unitAcronym: string
  address: string
  city: string
  state: string
}

export async function selectLetterhead(db: Database, unitId: string): Promise<LetterheadRow | undefined> {
  const [row] = await db<LetterheadRow[]>`
    select a.name as "agencyName", a.acronym as "agencyAcronym", u.name as "unitName", u.acronym as "unitAcronym",
           u.address, u.city, u.state
      from organization.unit u join organization.agency a on a.id = u.agency_id where u.id = ${unitId}`
  return row
}

/** Who is interested in a case file and how it is classified, as variables write them. */
export async function selectPartiesAndClasses(
  db: Database,
  caseFileId: string,
): Promise<{ parties: string[]; classes: string[] }> {
  const [row] = await db<{ parties: string[]; classes: string[] }[]>`
    select array(select c.name from cases.interested_party i join people.contact c on c.id = i.contact_id
                  where i.case_file_id = ${caseFileId} order by i.position) as parties,
           array(select r.code || ' – ' || r.description from cases.case_class k
                   join classification.record_class r on r.id = k.record_class_id
                  where k.case_file_id = ${caseFileId} order by r.code) as classes`
  return row ?? { parties: [], classes: [] }
}

export interface DocumentToInsert {
  caseFileId: string
  kind: 'authored' | 'uploaded'
  typeId: string
  unitId: string
  createdBy: string
  datedOn: string
  typeNumber: string | null
  description: string
  treeName: string
  level: AccessLevel
  legalBasisId: string | null
  version: number
  /** Of a form that was filled in. */
  formVersionId?: string | null
}

/** Puts documents at the end of the tree, in the order given. The caller holds the case file locked. */
export async function insertDocuments(
  db: Database,
  documents: readonly DocumentToInsert[],
  now: Date,
): Promise<{ id: string; number: string }[]> {
  const [first] = documents
  if (!first) return []
  return db<{ id: string; number: string }[]>`
    insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on,
        type_number, description, tree_name, level, legal_basis_id, version, form_version_id, position)
    select d."caseFileId", d.kind, d."typeId", d."unitId", ${now}, d."createdBy", d."datedOn", d."typeNumber",
           d.description, d."treeName", d.level, d."legalBasisId", d.version, d."formVersionId",
           (select coalesce(max(position), 0) from documents.document where case_file_id = ${first.caseFileId}) + d.place
      from rows from (jsonb_to_recordset(${JSON.stringify(documents)}::text::jsonb) as ("caseFileId" bigint, kind text,
        "typeId" bigint, "unitId" bigint, "createdBy" bigint, "datedOn" date, "typeNumber" text, description text,
        "treeName" text, level text, "legalBasisId" bigint, version int, "formVersionId" bigint)) with ordinality
        as d("caseFileId", kind, "typeId", "unitId", "createdBy", "datedOn", "typeNumber", description, "treeName",
             level, "legalBasisId", version, "formVersionId", place)
     order by d.place
    returning id, lpad(number::text, 7, '0') as number`
}
