import type { Database } from '../../../platform/db/index.ts'

export interface LevelSet {
  readonly at: Date
  readonly person: string | null
  readonly unit: string | null
}

/** When the level that is now was set, and by whom, as the history has it. */
export async function selectLevelSet(
  db: Database,
  of: {
    readonly caseFileId: string
    readonly documentId: string | null
    readonly level: string
    readonly kind: string
  },
): Promise<LevelSet | undefined> {
  const [row] = await db<LevelSet[]>`
    select e.at, coalesce(a.social_name, a.name) as person, u.acronym as unit
      from history.event e
      left join identity.account a on a.id = e.account_id
      left join organization.unit u on u.id = e.unit_id
     where e.case_file_id = ${of.caseFileId} and e.kind = ${of.kind} and e.facts ->> 'to' = ${of.level}
       and e.document_id is not distinct from ${of.documentId}
     order by e.id desc limit 1`
  return row
}

export async function selectBasis(db: Database, id: string): Promise<{ name: string; law: string } | undefined> {
  const [row] = await db<{ name: string; law: string }[]>`
    select name, law from classification.legal_basis where id = ${id}`
  return row
}

export async function selectCertificateType(db: Database): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select id from classification.document_type where name = 'Certidão de Sigilo' and internal`
  return row?.id
}
