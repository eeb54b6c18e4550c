import type { Database } from '../../../platform/db/index.ts'

export async function insertCoSigning(
  db: Database,
  signing: { readonly documentIds: readonly string[]; readonly unitIds: readonly string[]; readonly source: string },
  now: Date,
): Promise<void> {
  await db`insert into documents.co_signing (document_id, case_file_id, unit_id, source, since)
    select d.id, d.case_file_id, u, ${signing.source}, ${now}
      from documents.document d cross join unnest(${[...signing.unitIds]}::text[]::bigint[]) u
     where d.id = any (${[...signing.documentIds]}::text[]::bigint[])`
}

export async function closeCoSigning(
  db: Database,
  signing: { readonly source: string; readonly unitId?: string | undefined },
  now: Date,
): Promise<void> {
  await db`update documents.co_signing set until = greatest(${now}, since)
    where source = ${signing.source} and until is null
      and (${signing.unitId ?? null}::bigint is null or unit_id = ${signing.unitId ?? null}::bigint)`
}
