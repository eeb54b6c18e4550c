import type { Actor, Permission } from '../platform/actor.ts'
import type { Database } from '../platform/db/index.ts'
import type { RichText } from '../rich-text/index.ts'

/** The last text of a document, as the editor would have it. */
export async function selectText(
  db: Database,
  number: string,
): Promise<{ content: RichText; version: number; sha256: string }> {
  const [row] = await db<{ content: RichText; version: number; sha256: string }[]>`
    select v.content, v.number as version, encode(v.sha256, 'hex') as sha256
      from documents.document d join documents.version v on v.document_id = d.id and v.number = d.version
     where d.number = ${number}`
  if (!row) throw new Error(`document ${number} has no text`)
  return row
}

/** Everybody in every unit where they work, as actors of jobs: without a session. */
export async function selectActors(db: Database, today: string): Promise<(Actor & { agencyAcronym: string })[]> {
  const rows = await db<(Omit<Actor, 'permissions'> & { agencyAcronym: string; permissions: Permission[] })[]>`
    select a.id as "userId", coalesce(a.social_name, a.name) as name, a.login, u.id as "unitId", u.slug as "unitSlug",
           u.acronym as "unitAcronym", u.name as "unitName", u.agency_id as "agencyId", g.acronym as "agencyAcronym",
           '' as "sessionHash", identity.permissions_in(a.id, u.id, ${today}::date) as permissions
      from identity.account a
      cross join lateral identity.units_of(a.id, ${today}::date) r(id)
      join organization.unit u on u.id = r.id
      join organization.agency g on g.id = u.agency_id`
  return rows.map((row) => ({ ...row, permissions: new Set(row.permissions) }))
}

export interface TypeRows {
  caseTypes: { id: string; name: string; classIds: string[] }[]
  documentTypes: { id: string; name: string }[]
  legalBases: { id: string; level: string }[]
  conferences: { id: string; certifiable: boolean }[]
}

export async function selectTypes(db: Database): Promise<TypeRows> {
  const [caseTypes, documentTypes, legalBases, conferences] = await Promise.all([
    db<TypeRows['caseTypes']>`
      select t.id, t.name, array(select c.record_class_id::text from classification.case_type_class c where c.case_type_id = t.id) as "classIds"
        from classification.case_type t`,
    db<TypeRows['documentTypes']>`select id, name from classification.document_type`,
    db<TypeRows['legalBases']>`select id, level from classification.legal_basis order by id`,
    db<TypeRows['conferences']>`select id, certifiable from classification.conference_kind`,
  ])
  return { caseTypes, documentTypes, legalBases, conferences }
}

/** Marks the demonstration as complete, and whom the sign-in page offers. */
export async function insertFurnished(
  db: Database,
  people: readonly { login: string; role: string; unit: string; place: number }[],
): Promise<void> {
  await db`insert into platform.setting (name, value) values
    ('demo-people', ${JSON.stringify(people)}::text::jsonb), ('demonstration-furnished', 'true')
    on conflict (name) do update set value = excluded.value`
}

export async function isFurnished(db: Database): Promise<boolean> {
  return (await db`select 1 from platform.setting where name = 'demonstration-furnished'`).length > 0
}

export async function hasAccounts(db: Database): Promise<boolean> {
  return (await db`select 1 from identity.account limit 1`).length > 0
}

/** The deadlines that units keep in a case file. */
export async function selectDeadlinesOf(db: Database, digits: string): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select d.id from deadlines.deadline d join cases.case_file c on c.id = d.case_file_id where c.digits = ${digits}`
  return rows.map(({ id }) => id)
}

/** The digits of what lies on a unit's desk and everybody may see, newest first; at most thirty. */
export async function selectOnDesk(db: Database, unitId: string): Promise<string[]> {
  const rows = await db<{ digits: string }[]>`
    select c.digits from cases.holding h join cases.case_file c on c.id = h.case_file_id
     where h.unit_id = ${unitId} and h.closed_at is null and not h.suspended and c.effective_level <> 'confidential'
     order by h.opened_at desc, c.id desc limit 30`
  return rows.map(({ digits }) => digits)
}

/** The first two documents that the unit wrote and signed, in public case files. */
export async function selectSignedHere(db: Database, unitId: string): Promise<string[]> {
  const rows = await db<{ number: string }[]>`
    select lpad(d.number::text, 7, '0') as number
      from documents.document d join cases.case_file c on c.id = d.case_file_id and c.effective_level = 'public'
     where d.unit_id = ${unitId} and d.kind = 'authored' and d.signature_count > 0 and d.state = 'active'
     order by d.created_at, d.id limit 2`
  return rows.map(({ number }) => number)
}
