import type { Database } from '../../platform/db/index.ts'
import type { CaseTypeToRegister, DocumentTypeToRegister, RecordClassToRegister } from './register-types.ts'

export async function insertCaseType(db: Database, type: CaseTypeToRegister): Promise<string | undefined> {
  const scopes = (type.onlyIn ?? []).map((scope) => ({
    agency_id: 'agencyId' in scope ? scope.agencyId : null,
    unit_id: 'unitId' in scope ? scope.unitId : null,
  }))
  const [row] = await db<{ id: string }[]>`
    with made as (
      insert into classification.case_type (name, description, allowed_levels, suggested_level, suggested_legal_basis_id, one_per_party, internal)
      values (${type.name}, ${type.description ?? ''}, ${[...type.allowedLevels]}, ${type.suggestedLevel},
        ${type.suggestedLegalBasisId ?? null}, ${type.onePerParty ?? false}, ${type.internal ?? false})
      on conflict (name) do nothing returning id
    ), classes as (
      insert into classification.case_type_class (case_type_id, record_class_id)
      select made.id, c::bigint from made, unnest(${[...type.recordClassIds]}::text[]) c
    ), scopes as (
      insert into classification.case_type_scope (case_type_id, agency_id, unit_id)
      select made.id, s.agency_id, s.unit_id
        from made, jsonb_to_recordset(${JSON.stringify(scopes)}::text::jsonb) as s(agency_id bigint, unit_id bigint)
    ) select id from made`
  return row?.id
}

export async function insertDocumentType(db: Database, type: DocumentTypeToRegister): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into classification.document_type (name, category, description, applies_to, numbering, number_taken_at, template)
    values (${type.name}, ${type.category ?? ''}, ${type.description ?? ''}, ${type.appliesTo}, ${type.numbering ?? 'none'},
      ${type.numberTakenAt ?? 'creation'}, ${type.template ? JSON.stringify(type.template) : null}::text::json)
    on conflict (name) do nothing returning id`
  return row?.id
}

export async function insertRecordClass(db: Database, recordClass: RecordClassToRegister): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into classification.record_class (code, description, structural, current_years, intermediate_years, disposition)
    values (${recordClass.code}, ${recordClass.description}, ${recordClass.structural ?? false},
      ${recordClass.currentYears ?? null}, ${recordClass.intermediateYears ?? null}, ${recordClass.disposition ?? null})
    on conflict (table_id, code) do nothing returning id`
  return row?.id
}

export async function insertLegalBasis(
  db: Database,
  basis: { readonly name: string; readonly law: string; readonly level: string },
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into classification.legal_basis (name, law, level) values (${basis.name}, ${basis.law}, ${basis.level})
    on conflict (name, level) do nothing returning id`
  return row?.id
}

export async function insertConferenceKind(
  db: Database,
  kind: { readonly name: string; readonly certifiable: boolean },
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into classification.conference_kind (name, certifiable) values (${kind.name}, ${kind.certifiable})
    on conflict (name) do nothing returning id`
  return row?.id
}
