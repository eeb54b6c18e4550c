import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

export interface Run {
  readonly id: string
  /** Names this run: what another has taken over is not touched any more. */
  readonly token: string
}

/** Takes the migration to work on it, unless another run gave a sign of life since `staleBefore`. */
export async function claim(db: Database, run: Run, staleBefore: Date, now: Date): Promise<boolean> {
  const rows = await db`
    update unit_migration.migration set run_token = ${run.token}, beat_at = ${now}
     where id = ${run.id} and state = 'running' and (run_token is null or beat_at < ${staleBefore}) returning 1`
  return rows.length > 0
}

/** A sign of life, in the transaction of what is moved. False where another run has taken over: then nothing is. */
export async function beat(db: Database, run: Run, now: Date): Promise<boolean> {
  const rows = await db`update unit_migration.migration set beat_at = ${now}
    where id = ${run.id} and run_token = ${run.token} and state = 'running' returning 1`
  return rows.length > 0
}

/** Lets go of it without an end: it is taken up again soon. */
export async function letGo(db: Database, run: Run): Promise<void> {
  await db`update unit_migration.migration set run_token = null where id = ${run.id} and run_token = ${run.token}`
}

export async function finish(db: Database, run: Run, problem: string | null, now: Date): Promise<void> {
  await db`update unit_migration.migration set state = ${problem === null ? 'done' : 'failed'}, problem = ${problem},
      finished_at = ${now}, run_token = null
    where id = ${run.id} and run_token = ${run.token} and state = 'running'`
}

/** Runs whose worker died, lost its job, or lets go to wait for somebody. */
export async function selectAbandoned(db: Database, staleBefore: Date): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from unit_migration.migration where state = 'running' and beat_at < ${staleBefore} order by id`
  return rows.map(({ id }) => id)
}

/** Who ordered the run, in whose name things are moved. */
export async function selectStarter(
  db: Database,
  by: { readonly accountId: string; readonly unitId: string },
): Promise<Actor> {
  const [row] = await db<Omit<Actor, 'permissions' | 'sessionHash'>[]>`
    select a.id as "userId", coalesce(a.social_name, a.name) as name, a.login, u.id as "unitId", u.slug as "unitSlug",
           u.acronym as "unitAcronym", u.name as "unitName", u.agency_id as "agencyId"
      from identity.account a, organization.unit u where a.id = ${by.accountId} and u.id = ${by.unitId}`
  if (!row) throw new Error('nobody ordered this migration')
  return { ...row, permissions: new Set(), sessionHash: '' }
}
