import type { Database } from '../../../platform/db/index.ts'
import type { PublicSettings } from '../settings/public-settings.ts'

export interface PublicCaseRow {
  id: string
  number: string
  digits: string
  typeName: string
  summary: string
  agencyAcronym: string
  agencyName: string
  unitAcronym: string
  unitName: string
  filedOn: string
  parties: string[]
  principalNumber: string | null
  principalDigits: string | null
  /** Where it is open now. */
  places: { acronym: string; name: string; since: string }[]
}

/** A case file that the public may see; undefined for all others, whether or not they exist. */
export async function selectPublicCase(
  db: Database,
  digits: string,
  { hiddenTypes }: Pick<PublicSettings, 'hiddenTypes'>,
): Promise<PublicCaseRow | undefined> {
  const [row] = await db<PublicCaseRow[]>`
    select c.id, c.number, c.digits, t.name as "typeName", c.summary, g.acronym as "agencyAcronym", g.name as "agencyName",
           u.acronym as "unitAcronym", u.name as "unitName", c.filed_on::text as "filedOn",
           array(select k.name from cases.interested_party p join people.contact k on k.id = p.contact_id
                  where p.case_file_id = c.id order by p.position limit 100) as parties,
           n.number as "principalNumber", n.digits as "principalDigits",
           coalesce((select jsonb_agg(jsonb_build_object('acronym', w.acronym, 'name', w.name, 'since', h.opened_at) order by h.opened_at)
                       from cases.holding h join organization.unit w on w.id = h.unit_id
                      where h.case_file_id = c.id and h.closed_at is null), '[]') as places
      from cases.case_file c
      join classification.case_type t on t.id = c.case_type_id
      join organization.agency g on g.id = c.agency_id
      join organization.unit u on u.id = c.unit_id
      left join cases.annexation x on x.annexed_id = c.id and x.undone_at is null
      left join cases.case_file n on n.id = x.principal_id and search.public_case(n, ${[...hiddenTypes]}::bigint[])
     where c.digits = ${digits} and search.public_case(c, ${[...hiddenTypes]}::bigint[])`
  return row
}

export interface ListedDocumentRow {
  id: string
  number: string
  typeName: string
  typeNumber: string | null
  treeName: string
  kind: 'authored' | 'uploaded'
  unitAcronym: string
  datedOn: string
  includedAt: Date
  /** False: older than the installation lets the public read. */
  shown: boolean
}

/** One page of the documents of a case file that the public may see, in the order of its tree, and how many there are. */
export async function selectPublicDocuments(
  db: Database,
  caseFileId: string,
  settings: PublicSettings,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: ListedDocumentRow[]; total: number }> {
  const rows = await db<(ListedDocumentRow & { total: number })[]>`
    select d.id, lpad(d.number::text, 7, '0') as number, t.name as "typeName", d.type_number as "typeNumber",
           d.tree_name as "treeName", d.kind, coalesce(un.acronym, u.acronym) as "unitAcronym", d.dated_on::text as "datedOn",
           d.created_at as "includedAt", search.content_shown(d, ${settings.contentFrom ?? null}::date) as shown,
           count(*) over ()::int as total
      from documents.document d
      join classification.document_type t on t.id = d.document_type_id
      join organization.unit u on u.id = d.unit_id
      left join organization.unit_name un on un.unit_id = d.unit_id and un.valid @> d.created_at::date
     where d.case_file_id = ${caseFileId} and search.public_document(d)
     order by d.position, d.id limit ${limit} offset ${offset}`
  return { rows, total: rows[0]?.total ?? 0 }
}

export interface MovementRow {
  id: string
  kind: string
  facts: Record<string, unknown>
  unit: string | null
  at: Date
}

/**
 * One page of the movements that the public may read, newest first: of these kinds alone, none that concerns one unit
 * alone, and about a document only where the public may see that document (PP-25).
 */
export async function selectPublicMovements(
  db: Database,
  caseFileId: string,
  kinds: readonly string[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: MovementRow[]; total: number }> {
  const rows = await db<(MovementRow & { total: number })[]>`
    select e.id, e.kind, e.facts, coalesce(un.acronym, u.acronym) as unit, e.at, count(*) over ()::int as total
      from history.event e
      left join organization.unit u on u.id = e.unit_id
      left join organization.unit_name un on un.unit_id = e.unit_id and un.valid @> e.at::date
     where e.case_file_id = ${caseFileId} and e.scope = 'case' and e.kind = any (${[...kinds]}::text[])
       and (e.document_id is null
            or exists (select 1 from documents.document d where d.id = e.document_id and search.public_document(d)))
     order by e.id desc limit ${limit} offset ${offset}`
  return { rows, total: rows[0]?.total ?? 0 }
}
