import type { Database } from '../../../platform/db/index.ts'

export interface DueRow {
  id: string
  documentId: string
  caseFileId: string
  isConfidential: boolean
  number: string
  typeName: string
  typeNumber: string | null
  treeName: string
  on: string
  vehicle: { name: string; acronym: string }
  unitId: string
  unitAcronym: string
  agencyId: string
}

/**
 * What was scheduled and whose day has come, held with its document; what another node has in hand is passed over. Case
 * file and document are held as whoever changes or cancels the publication holds them.
 */
export async function lockDue(db: Database, now: Date, most: number): Promise<DueRow[]> {
  return db<DueRow[]>`
    select p.id, d.id as "documentId", d.case_file_id as "caseFileId", c.effective_level = 'confidential' as "isConfidential",
           lpad(d.number::text, 7, '0') as number, t.name as "typeName", d.type_number as "typeNumber", d.tree_name as "treeName",
           p.on_date::text as "on", jsonb_build_object('name', v.name, 'acronym', v.acronym) as vehicle,
           p.unit_id as "unitId", u.acronym as "unitAcronym", u.agency_id as "agencyId"
      from publishing.publication p
      join documents.document d on d.id = p.document_id
      join cases.case_file c on c.id = d.case_file_id
      join classification.document_type t on t.id = d.document_type_id
      join publishing.vehicle v on v.id = p.vehicle_id
      join organization.unit u on u.id = p.unit_id
     where p.state = 'scheduled' and p.published_from is not null and p.published_from <= ${now}
     order by p.published_from, p.id limit ${most}
       for update of p, d skip locked
       for key share of c skip locked`
}
