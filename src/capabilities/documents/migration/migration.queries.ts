import type { Database } from '../../../platform/db/index.ts'

export async function countDrafts(
  db: Database,
  from: readonly string[],
): Promise<{ caseFileId: string; count: number }[]> {
  return db`select d.case_file_id as "caseFileId", count(*)::int as count from documents.document d
    where d.unit_id = any (${[...from]}::text[]::bigint[]) and d.kind = 'authored' and d.signature_count = 0
      and d.state = 'active' group by 1 order by 1`
}

/** The case files in which somebody has a text of these units open in the editor. */
export async function selectBeingWritten(
  db: Database,
  from: readonly string[],
  aliveSince: Date,
): Promise<{ caseFileId: string; who: string }[]> {
  return db`select d.case_file_id as "caseFileId", string_agg(distinct coalesce(a.social_name, a.name), ', ') as who
      from documents.document d
     cross join lateral (select e.account_id from documents.editing e
                          where e.document_id = d.id and e.heartbeat_at > ${aliveSince} limit 1) e
      join identity.account a on a.id = e.account_id
     where d.unit_id = any (${[...from]}::text[]::bigint[]) and d.kind = 'authored' and d.signature_count = 0
       and d.state = 'active' group by 1 order by 1`
}

/**
 * Gives the drafts of the old units to the new one, each with a version row that says so (EST-089). What somebody typed
 * and has not saved grows from the new version. Signed documents are not touched: they keep their unit for ever.
 */
export async function moveDrafts(
  db: Database,
  step: { readonly caseFileId: string; readonly from: readonly string[]; readonly to: string; readonly now: Date },
  accountId: string,
): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    with moved as (
      update documents.document d set unit_id = ${step.to}, version = case when d.version > 0 then d.version + 1 else 0 end
       where d.case_file_id = ${step.caseFileId} and d.unit_id = any (${[...step.from]}::text[]::bigint[])
         and d.kind = 'authored' and d.signature_count = 0 and d.state = 'active'
      returning d.id, d.version
    ), kept as (
      insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
      select v.document_id, m.version, v.content, v.plain_text, v.sha256, 'migrated', ${step.now}, ${accountId}, ${step.to}
        from moved m join documents.version v on v.document_id = m.id and v.number = m.version - 1
    ), typed as (
      update documents.draft t set base_version = m.version from moved m
       where t.document_id = m.id and t.base_version = m.version - 1
    ) select count(*)::int as count from moved`
  return row?.count ?? 0
}

export async function countSignatureCredentials(
  db: Database,
  from: readonly string[],
): Promise<{ caseFileId: string; count: number }[]> {
  return db`select d.case_file_id as "caseFileId", count(*)::int as count from documents.signature_credential k
      join documents.document d on d.id = k.document_id
     where k.unit_id = any (${[...from]}::text[]::bigint[]) and k.ended_at is null group by 1 order by 1`
}

/** Ends those of the old units and gives the same people one in the new unit, granted by whom and when they were. */
export async function moveSignatureCredentials(
  db: Database,
  step: { readonly caseFileId: string; readonly from: readonly string[]; readonly to: string; readonly now: Date },
  accountId: string,
): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    with gone as (
      update documents.signature_credential k set ended_at = greatest(${step.now}, k.granted_at), ended_by = ${accountId}
        from documents.document d
       where d.id = k.document_id and d.case_file_id = ${step.caseFileId}
         and k.unit_id = any (${[...step.from]}::text[]::bigint[]) and k.ended_at is null
      returning k.*
    ), made as (
      insert into documents.signature_credential (document_id, account_id, unit_id, granted_by, granted_unit_id, granted_at, used_at)
      select distinct on (document_id, account_id) document_id, account_id, ${step.to}::bigint, granted_by, granted_unit_id, granted_at, used_at
        from gone order by document_id, account_id, id
      on conflict (document_id, account_id, unit_id) where ended_at is null do nothing
    ) select count(*)::int as count from gone`
  return row?.count ?? 0
}
