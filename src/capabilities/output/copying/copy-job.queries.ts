import type { Permission } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface ClaimedRow {
  id: string
  caseFileId: string
  kind: 'pdf' | 'zip'
  documentIds: string[]
  accountId: string
  unitId: string
  sessionHash: string
  askedAt: Date
  attempts: number
}

export interface Run {
  readonly id: string
  /** Names this run: what another has taken over is not touched any more. */
  readonly token: string
}

/**
 * Takes a copy to work on it: one that waits, or one whose worker gave no sign of life since `staleBefore`. Undefined
 * where somebody else has it, it is done, or `atOnce` others are being made.
 */
export async function claim(
  db: Database,
  run: Run,
  { now, staleBefore, atOnce }: { readonly now: Date; readonly staleBefore: Date; readonly atOnce: number },
): Promise<ClaimedRow | undefined> {
  const [row] = await db<ClaimedRow[]>`
    update output.export set state = 'working', run_token = ${run.token}, beat_at = ${now}, attempts = attempts + 1,
           done_count = 0
     where id = ${run.id} and (state = 'queued' or (state = 'working' and beat_at < ${staleBefore}))
       and (select count(*) from output.export o
             where o.state = 'working' and o.beat_at >= ${staleBefore} and o.id <> ${run.id}) < ${atOnce}
    returning id, case_file_id as "caseFileId", kind, document_ids::text[] as "documentIds", account_id as "accountId",
              unit_id as "unitId", encode(session_hash, 'hex') as "sessionHash", asked_at as "askedAt", attempts`
  return row
}

export async function isQueued(db: Database, id: string): Promise<boolean> {
  return (await db`select 1 from output.export where id = ${id} and state = 'queued'`).length > 0
}

/** A sign of life, and how far it has come. False where the copy was taken over. */
export async function beat(db: Database, run: Run, doneCount: number | undefined, now: Date): Promise<boolean> {
  const rows = await db`
    update output.export set beat_at = ${now}, done_count = coalesce(${doneCount ?? null}::int, done_count)
     where id = ${run.id} and run_token = ${run.token} and state = 'working' returning 1`
  return rows.length > 0
}

export interface MadeCopy {
  readonly sha256: string
  readonly sizeBytes: number
  readonly fileName: string
  readonly includedIds: readonly string[]
  readonly omittedCount: number
}

/** The copy is ready. False where it was taken over: then this run's file is nobody's. */
export async function finish(db: Database, run: Run, made: MadeCopy, now: Date): Promise<boolean> {
  const rows = await db`
    update output.export set state = 'ready', sha256 = ${made.sha256}, size_bytes = ${made.sizeBytes},
           file_name = ${made.fileName}, included_ids = ${[...made.includedIds]}::bigint[],
           omitted_count = ${made.omittedCount}, done_count = total_count, finished_at = ${now}
     where id = ${run.id} and run_token = ${run.token} and state = 'working' returning 1`
  return rows.length > 0
}

export async function fail(db: Database, run: Run, problem: string, now: Date): Promise<void> {
  await db`update output.export set state = 'failed', problem = ${problem}, finished_at = ${now}
    where id = ${run.id} and run_token = ${run.token} and state = 'working'`
}

/** Gives it back to be tried again. */
export async function giveBack(db: Database, run: Run): Promise<void> {
  await db`update output.export set state = 'queued', run_token = null
    where id = ${run.id} and run_token = ${run.token} and state = 'working'`
}

/** Copies whose worker died, or whose job was lost. */
export async function selectAbandoned(db: Database, staleBefore: Date, lostBefore: Date): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from output.export
     where (state = 'working' and beat_at < ${staleBefore})
        or (state = 'queued' and greatest(asked_at, beat_at) < ${lostBefore}) order by id limit 200`
  return rows.map(({ id }) => id)
}

export interface AskerRow {
  name: string
  login: string
  unitSlug: string
  unitAcronym: string
  unitName: string
  agencyId: string
  permissions: Permission[]
}

/** Who asked, with the permissions of today; undefined where the account was closed. */
export async function selectAsker(
  db: Database,
  by: { readonly accountId: string; readonly unitId: string },
  today: string,
): Promise<AskerRow | undefined> {
  const [row] = await db<AskerRow[]>`
    select coalesce(a.social_name, a.name) as name, a.login, u.slug as "unitSlug", u.acronym as "unitAcronym",
           u.name as "unitName", u.agency_id as "agencyId",
           identity.permissions_in(a.id, u.id, ${today}::date) as permissions
      from identity.account a, organization.unit u
     where a.id = ${by.accountId} and u.id = ${by.unitId} and a.disabled_at is null`
  return row
}

export interface CoverRow {
  unitName: string
  concludedAt: Date | null
}

/** What stands on the cover besides what the gate tells. */
export async function selectCover(db: Database, caseFileId: string): Promise<CoverRow> {
  const [row] = await db<CoverRow[]>`
    select coalesce(n.name, u.name) as "unitName",
           (select max(h.closed_at) from cases.holding h where h.case_file_id = c.id and h.closing = 'concluded'
               and not exists (select 1 from cases.holding o where o.case_file_id = c.id and o.closed_at is null)
           ) as "concludedAt"
      from cases.case_file c join organization.unit u on u.id = c.unit_id
      left join organization.unit_name n on n.unit_id = u.id and n.valid @> c.opened_at::date
     where c.id = ${caseFileId}`
  if (!row) throw new Error(`there is no case file ${caseFileId}`)
  return row
}
