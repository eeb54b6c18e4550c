import type { Database } from '../../../platform/db/index.ts'

export interface ReviewReading {
  readonly documentId: string
  readonly accountId: string
  readonly unitId: string
}

export async function insertReviewReader(db: Database, reading: ReviewReading, now: Date): Promise<void> {
  await db`insert into documents.review_reader (document_id, account_id, unit_id, since)
    values (${reading.documentId}, ${reading.accountId}, ${reading.unitId}, ${now})
    on conflict (document_id, account_id, unit_id) where until is null do nothing`
}

export async function closeReviewReaders(
  db: Database,
  { documentIds, accountId }: { readonly documentIds: readonly string[]; readonly accountId?: string | undefined },
  now: Date,
): Promise<void> {
  await db`update documents.review_reader set until = greatest(${now}, since)
    where document_id = any (${[...documentIds]}::text[]::bigint[]) and until is null
      and (${accountId ?? null}::bigint is null or account_id = ${accountId ?? null}::bigint)`
}
