import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { AccessLevel } from '../access.rules.ts'

export interface CaseTypeRow {
  id: string
  name: string
  description: string
  allowedLevels: AccessLevel[]
  suggestedLevel: AccessLevel
  suggestedLegalBasisId: string | null
  onePerParty: boolean
  /** Active, not internal, and not kept to other agencies and units (PRO-024). */
  offered: boolean
  suggestedClassIds: string[]
  /** Among the types of the unit's latest case files (PRO-022). */
  usedHere: boolean
}

const offered = (db: Database, actor: Actor) => db`(t.deactivated_at is null and not t.internal and (
  not exists (select 1 from classification.case_type_scope s where s.case_type_id = t.id)
  or exists (select 1 from classification.case_type_scope s
              where s.case_type_id = t.id and (s.unit_id = ${actor.unitId} or s.agency_id = ${actor.agencyId}))))`

const typeColumns = (db: Database, actor: Actor) => db`
  t.id, t.name, t.description, t.allowed_levels as "allowedLevels", t.suggested_level as "suggestedLevel",
  t.suggested_legal_basis_id as "suggestedLegalBasisId", t.one_per_party as "onePerParty", ${offered(db, actor)} as offered,
  coalesce((select array_agg(distinct r.id::text)
              from classification.case_type_class k
             cross join lateral classification.classes_in_force(k.record_class_id) m(id)
              join classification.record_class r on r.id = m.id and r.table_id = classification.table_in_force()
             where k.case_type_id = t.id and r.deactivated_at is null and not r.structural), '{}') as "suggestedClassIds"`

/** Every type that the unit may open, those of its latest case files first. */
export async function selectOfferedTypes(db: Database, actor: Actor): Promise<CaseTypeRow[]> {
  return db<CaseTypeRow[]>`
    with latest as (
      select distinct case_type_id from (
        select case_type_id from cases.case_file where unit_id = ${actor.unitId} order by opened_at desc limit 2000) x)
    select ${typeColumns(db, actor)}, l.case_type_id is not null as "usedHere"
      from classification.case_type t left join latest l on l.case_type_id = t.id
     where ${offered(db, actor)} order by l.case_type_id is null, t.name limit 3000`
}

export async function selectType(db: Database, actor: Actor, typeId: string): Promise<CaseTypeRow | undefined> {
  if (!typeId) return undefined
  const [row] = await db<CaseTypeRow[]>`select ${typeColumns(db, actor)}, false as "usedHere"
    from classification.case_type t where t.id = ${typeId}`
  return row
}

export interface RecordClassRow {
  id: string
  code: string
  description: string
  /** Neither structural nor deactivated. */
  selectable: boolean
}

export async function selectRecordClasses(db: Database, ids: readonly string[]): Promise<RecordClassRow[]> {
  if (ids.length === 0) return []
  return db<RecordClassRow[]>`
    select id, code, description,
           not structural and deactivated_at is null and table_id = classification.table_in_force() as selectable
      from classification.record_class where id = any(${[...ids]}::bigint[]) order by code`
}

/** Classes whose code begins with the text, or whose description has all its words. */
export async function searchRecordClasses(db: Database, text: string): Promise<RecordClassRow[]> {
  const words = text.split(' ').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return db<RecordClassRow[]>`
    select id, code, description, true as selectable from classification.record_class
     where not structural and deactivated_at is null and table_id = classification.table_in_force()
       and (starts_with(code, ${text}) or platform.plain(lower(description)) like all (
              select platform.plain(lower(w)) from unnest(${words}::text[]) w))
     order by code limit 20`
}

export interface LegalBasisRow {
  id: string
  name: string
  law: string
  level: 'restricted' | 'confidential'
  active: boolean
}

/** The active ones, and the one of this id even where it is no longer offered (EST-046). */
export async function selectLegalBases(db: Database, alsoId: string | undefined): Promise<LegalBasisRow[]> {
  return db<LegalBasisRow[]>`
    select id, name, law, level, deactivated_at is null as active from classification.legal_basis
     where deactivated_at is null or id = ${alsoId ?? null} order by level desc, name limit 500`
}

/**
 * Case files of a one-per-party type with one of these parties. A confidential one is known to its holders alone, so
 * that nobody learns of it by trying names.
 */
export async function selectEarlier(
  db: Database,
  actor: Actor,
  typeId: string,
  contactIds: readonly string[],
  exceptId: string | undefined,
): Promise<{ partyName: string; unitAcronym: string; number: string | null }[]> {
  if (!typeId || contactIds.length === 0) return []
  return db`
    select k.name as "partyName", u.acronym as "unitAcronym", case when v.listed then c.number end as number
      from cases.interested_party p
      join cases.case_file c on c.id = p.case_file_id and c.case_type_id = ${typeId} and c.state <> 'deleted'
      join classification.case_type t on t.id = c.case_type_id and t.one_per_party
      join people.contact k on k.id = p.contact_id
      join organization.unit u on u.id = c.unit_id
     cross join lateral (select platform.flag('per-document-internal') as per_document) f
     cross join lateral (select cases.may_list(c, ${actor.unitId}, f.per_document)
                             or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}) as listed) v
     where p.contact_id = any(${[...contactIds]}::bigint[]) and c.id is distinct from ${exceptId ?? null}::bigint
       and (v.listed or cases.governing_level(c, f.per_document) <> 'confidential')
     order by c.opened_at desc limit 5`
}

/** Two openings of a one-per-party type for the same party wait for each other. */
export async function lockParties(db: Database, typeId: string, contactIds: readonly string[]): Promise<void> {
  if (!typeId || contactIds.length === 0) return
  await db`select pg_advisory_xact_lock(hashtextextended('one-per-party ' || t.id || ' ' || k, 0))
    from (select k from unnest(${[...contactIds]}::text[]) k order by k) x, classification.case_type t
   where t.id = ${typeId} and t.one_per_party`
}

export async function insertParties(db: Database, caseFileId: string, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return
  await db`insert into cases.interested_party (case_file_id, contact_id, position)
    select ${caseFileId}, k.id::bigint, k.position from unnest(${[...contactIds]}::text[]) with ordinality k(id, position)
    on conflict do nothing`
}

export async function insertClasses(db: Database, caseFileId: string, classIds: readonly string[]): Promise<void> {
  await db`insert into cases.case_class (case_file_id, record_class_id)
    select ${caseFileId}, k::bigint from unnest(${[...classIds]}::text[]) k`
}
