import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, rowsPerPage } from '../../organization/index.ts'
import type { Level } from './case-type.rules.ts'

export interface CaseTypeRow {
  id: string
  name: string
  description: string
  allowedLevels: Level[]
  suggestedLevel: Level
  suggestedLegalBasisId: string | null
  onePerParty: boolean
  internal: boolean
  active: boolean
  classCodes: string[]
  agencyIds: string[]
  /** Labels of the units that may open it, beside whole agencies. */
  unitLabels: string[]
  total: number
}

export interface CaseTypeToWrite {
  readonly name: string
  readonly description: string
  readonly allowedLevels: readonly Level[]
  readonly suggestedLevel: Level
  readonly suggestedLegalBasisId: string | undefined
  readonly onePerParty: boolean
  readonly internal: boolean
  readonly classIds: readonly string[]
  readonly agencyIds: readonly string[]
  readonly unitIds: readonly string[]
}

export async function selectCaseTypes(db: Database, asked: ListRequest): Promise<CaseTypeRow[]> {
  return db<CaseTypeRow[]>`
    select ${columns(db)}, (count(*) over ())::int as total from classification.case_type t
     where ${asked.state === 'all' ? db`true` : db`(t.deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(t.name || ' ' || t.description)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by t.name limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

export async function selectCaseType(db: Database, id: string): Promise<CaseTypeRow | undefined> {
  const [row] = await db<
    CaseTypeRow[]
  >`select ${columns(db)}, 1 as total from classification.case_type t where t.id = ${id}`
  return row
}

/** The type of the name, whatever its letters' case. */
export async function selectCaseTypeByName(db: Database, name: string): Promise<CaseTypeRow | undefined> {
  const [row] = await db<CaseTypeRow[]>`
    select ${columns(db)}, 1 as total from classification.case_type t where lower(t.name) = lower(${name})
     order by t.name = ${name} desc limit 1`
  return row
}

/** A type with the names of what it points to. */
export interface CaseTypeWords extends CaseTypeRow {
  agencies: string[]
  basis: string | null
}

export async function selectCaseTypeWords(db: Database, id: string): Promise<CaseTypeWords | undefined> {
  const [row] = await db<CaseTypeWords[]>`
    select ${columns(db)}, 1 as total,
           array(select g.acronym from classification.case_type_scope s join organization.agency g on g.id = s.agency_id
                  where s.case_type_id = t.id order by 1) as agencies,
           (select b.name from classification.legal_basis b where b.id = t.suggested_legal_basis_id) as basis
      from classification.case_type t where t.id = ${id}`
  return row
}

export interface ClassByCode {
  id: string
  code: string
  structural: boolean
  active: boolean
}

export async function selectClassesByCode(db: Database, codes: readonly string[]): Promise<ClassByCode[]> {
  return db<ClassByCode[]>`
    select id, code, structural, deactivated_at is null as active
      from classification.record_class
     where code = any (${[...codes]}::text[]) and table_id = classification.table_in_force()`
}

export async function selectBasis(db: Database, id: string): Promise<{ level: Level; active: boolean } | undefined> {
  const [row] = await db<{ level: Level; active: boolean }[]>`
    select level, deactivated_at is null as active from classification.legal_basis where id = ${id}`
  return row
}

export interface FormChoices {
  bases: { id: string; name: string; law: string; level: Level; active: boolean }[]
}

export async function selectBases(db: Database): Promise<FormChoices['bases']> {
  return db<FormChoices['bases']>`
    select id, name, law, level, deactivated_at is null as active
      from classification.legal_basis order by level desc, name limit 500`
}

/** Undefined where the name is taken. */
export async function insertType(db: Database, type: CaseTypeToWrite): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into classification.case_type (name, description, allowed_levels, suggested_level, suggested_legal_basis_id, one_per_party, internal)
    values (${type.name}, ${type.description}, ${[...type.allowedLevels]}, ${type.suggestedLevel},
      ${type.suggestedLegalBasisId ?? null}, ${type.onePerParty}, ${type.internal})
    on conflict (name) do nothing returning id`
  return row?.id
}

/** False where another type has the name. */
export async function updateType(db: Database, id: string, type: CaseTypeToWrite): Promise<boolean> {
  const rows = await db`
    update classification.case_type set name = ${type.name}, description = ${type.description},
           allowed_levels = ${[...type.allowedLevels]}, suggested_level = ${type.suggestedLevel},
           suggested_legal_basis_id = ${type.suggestedLegalBasisId ?? null}, one_per_party = ${type.onePerParty},
           internal = ${type.internal}
     where id = ${id} and not exists (
       select 1 from classification.case_type o where o.name = ${type.name} and o.id <> ${id}) returning 1`
  return rows.length > 0
}

/** The classes suggested, and where it may be opened: everywhere when there is no row (PRO-024). */
export async function replaceClassesAndScope(db: Database, id: string, type: CaseTypeToWrite): Promise<void> {
  await Promise.all([
    db`delete from classification.case_type_class where case_type_id = ${id}`,
    db`insert into classification.case_type_class (case_type_id, record_class_id)
       select ${id}, c::bigint from unnest(${[...type.classIds]}::text[]) c`,
    db`delete from classification.case_type_scope where case_type_id = ${id}`,
    db`insert into classification.case_type_scope (case_type_id, agency_id)
       select ${id}, a::bigint from unnest(${[...type.agencyIds]}::text[]) a`,
    db`insert into classification.case_type_scope (case_type_id, unit_id)
       select ${id}, u::bigint from unnest(${[...new Set(type.unitIds)]}::text[]) u`,
  ])
}

const columns = (db: Database) => db`
  t.id, t.name, t.description, t.allowed_levels as "allowedLevels", t.suggested_level as "suggestedLevel",
  t.suggested_legal_basis_id as "suggestedLegalBasisId", t.one_per_party as "onePerParty", t.internal,
  t.deactivated_at is null as active,
  array(select r.code from classification.case_type_class k join classification.record_class r on r.id = k.record_class_id
         where k.case_type_id = t.id order by r.code) as "classCodes",
  array(select s.agency_id::text from classification.case_type_scope s
         where s.case_type_id = t.id and s.agency_id is not null) as "agencyIds",
  array(select u.acronym || ' (' || g.acronym || ')' from classification.case_type_scope s
          join organization.unit u on u.id = s.unit_id join organization.agency g on g.id = u.agency_id
         where s.case_type_id = t.id order by 1) as "unitLabels"`
