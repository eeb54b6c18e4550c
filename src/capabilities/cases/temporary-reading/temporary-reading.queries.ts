import type { Database } from '../../../platform/db/index.ts'

type Reason = 'meeting-bundle'

export async function insertReadings(
  db: Database,
  reading: {
    readonly caseFileIds: readonly string[]
    readonly unitIds: readonly string[]
    readonly reason: Reason
    readonly source: string
  },
  now: Date,
): Promise<void> {
  await db`insert into cases.temporary_reading (case_file_id, unit_id, reason, source, since)
    select c, u, ${reading.reason}, ${reading.source}, ${now}
      from unnest(${[...reading.caseFileIds]}::text[]::bigint[]) c cross join unnest(${[...reading.unitIds]}::text[]::bigint[]) u`
}

export async function closeReadings(
  db: Database,
  reading: { readonly reason: Reason; readonly source: string; readonly unitId?: string | undefined },
  now: Date,
): Promise<void> {
  await db`update cases.temporary_reading set until = greatest(${now}, since)
    where reason = ${reading.reason} and source = ${reading.source} and until is null
      and (${reading.unitId ?? null}::bigint is null or unit_id = ${reading.unitId ?? null}::bigint)`
}
