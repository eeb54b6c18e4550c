import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export async function insertAnnexation(
  db: Database,
  actor: Actor,
  annexedId: string,
  principalId: string,
  now: Date,
): Promise<void> {
  await db`insert into cases.annexation (annexed_id, principal_id, unit_id, made_at, made_by)
    values (${annexedId}, ${principalId}, ${actor.unitId}, ${now}, ${actor.userId})`
}

/** The units that hold the principal from now on work with what is annexed to it too. */
export async function copyPassages(db: Database, annexedId: string, principalId: string, now: Date): Promise<void> {
  await db`insert into cases.passage (case_file_id, unit_id, first_at)
    select ${annexedId}, unit_id, ${now} from cases.holding where case_file_id = ${principalId} and closed_at is null
    on conflict do nothing`
}

export interface OpenAnnexationRow {
  id: string
  principalId: string
  principalNumber: string
  /** The unit that annexed it: there it goes back to. */
  unitId: string
}

export async function selectOpenAnnexation(db: Database, annexedId: string): Promise<OpenAnnexationRow | undefined> {
  const [row] = await db<OpenAnnexationRow[]>`
    select x.id, x.principal_id as "principalId", c.number as "principalNumber", organization.current_unit(x.unit_id) as "unitId"
      from cases.annexation x join cases.case_file c on c.id = x.principal_id
     where x.annexed_id = ${annexedId} and x.undone_at is null`
  return row
}

export async function endAnnexation(
  db: Database,
  actor: Actor,
  annexationId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await db`update cases.annexation set undone_at = ${now}, undone_by = ${actor.userId}, undone_reason = ${reason}
    where id = ${annexationId}`
}

export interface AnnexedRow {
  id: string
  number: string
  digits: string
  typeName: string
  annexedAt: Date
}

export async function selectAnnexed(db: Database, principalId: string): Promise<AnnexedRow[]> {
  return db<AnnexedRow[]>`
    select c.id, c.number, c.digits, t.name as "typeName", x.made_at as "annexedAt"
      from cases.annexation x
      join cases.case_file c on c.id = x.annexed_id
      join classification.case_type t on t.id = c.case_type_id
     where x.principal_id = ${principalId} and x.undone_at is null order by x.made_at, c.id limit 500`
}

/** Authored documents that nobody signed: once annexed nobody will (PRO-193). */
export async function countDrafts(db: Database, caseFileId: string): Promise<number> {
  const [row] = await db<{ drafts: number }[]>`
    select count(*)::int as drafts from documents.document d
     where d.case_file_id = ${caseFileId} and d.state = 'active' and documents.is_draft(d)`
  return row?.drafts ?? 0
}
