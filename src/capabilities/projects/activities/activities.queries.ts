import type { Actor } from '../../../platform/actor.ts'
import type { Database, Transaction } from '../../../platform/db/index.ts'
import { isLinkKnown, isLinkNamed, isLinkTold, joinLinkedCase } from '../../cases/index.ts'
import type { ActivityDays, ActivityTerms } from './activity.ts'

export interface ActivityRow extends ActivityDays {
  id: string
  name: string
  who: string
  caseFileId: string | null
  caseNumber: string | null
  caseDigits: string | null
  /** Whether its words are for this person: they are told like the case file. */
  isTold: boolean
  /** Those for which it waits, and of which this person may know. */
  afterIds: string[]
}

/** The activities of a project that this person may know of, in the order of their planned days; at most 400. */
export async function selectActivities(
  db: Database,
  actor: Actor,
  projectId: string,
  now: Date,
): Promise<ActivityRow[]> {
  const told = isLinkTold(db, actor, now)
  const named = isLinkNamed(db, actor)
  const rows = await db<ActivityRow[]>`
    select x.id, case when ${told} then x.name else 'Atividade reservada' end as name,
           case when ${told} then x.who else '' end as who, ${told} as "isTold",
           x.planned_from::text as "plannedFrom", x.planned_until::text as "plannedUntil", x.begun_on::text as "begunOn",
           x.ended_on::text as "endedOn", x.percent, x.is_milestone as "isMilestone", x.is_cancelled as "isCancelled",
           x.case_file_id as "caseFileId", case when ${named} then c.number end as "caseNumber",
           case when ${named} then c.digits end as "caseDigits",
           array(select d.after_id::text from projects.dependency d where d.activity_id = x.id order by d.after_id) as "afterIds"
      from projects.activity x ${joinLinkedCase(db)}
     where x.project_id = ${projectId} and ${isLinkKnown(db, actor)}
     order by x.planned_from, x.planned_until, x.id limit 400`
  const known = new Set(rows.map(({ id }) => id))
  return rows.map((row) => ({ ...row, afterIds: row.afterIds.filter((id) => known.has(id)) }))
}

export interface ActivityToKeep {
  readonly projectId: string
  readonly terms: ActivityTerms
  readonly caseFileId: string | null
}

export async function insertActivity(
  db: Database,
  actor: Actor,
  { projectId, terms, caseFileId }: ActivityToKeep,
  now: Date,
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into projects.activity (project_id, name, who, planned_from, planned_until, begun_on, ended_on, percent, is_milestone,
           is_cancelled, case_file_id, registered_at, registered_by, changed_at, changed_by)
    values (${projectId}, ${terms.name}, ${terms.who}, ${terms.plannedFrom}::date, ${terms.plannedUntil}::date,
            ${terms.begunOn ?? null}::date, ${terms.endedOn ?? null}::date, ${terms.percent}, ${terms.isMilestone},
            ${terms.isCancelled}, ${caseFileId}::bigint, ${now}, ${actor.userId}, ${now}, ${actor.userId})
    returning id`
  if (!row) throw new Error('an activity was not written down')
  return row.id
}

export async function updateActivity(
  db: Database,
  actor: Actor,
  id: string,
  { terms, caseFileId }: Omit<ActivityToKeep, 'projectId'>,
  now: Date,
): Promise<void> {
  await db`
    update projects.activity set name = ${terms.name}, who = ${terms.who}, planned_from = ${terms.plannedFrom}::date,
           planned_until = ${terms.plannedUntil}::date, begun_on = ${terms.begunOn ?? null}::date,
           ended_on = ${terms.endedOn ?? null}::date, percent = ${terms.percent}, is_milestone = ${terms.isMilestone},
           is_cancelled = ${terms.isCancelled}, case_file_id = ${caseFileId}::bigint, changed_at = ${now}, changed_by = ${actor.userId}
     where id = ${id}`
}

/** Of those that the person knows, an activity waits for these and no others. False: it would wait for itself. */
export async function setDependencies(
  trx: Transaction,
  { projectId, id }: { readonly projectId: string; readonly id: string },
  afterIds: readonly string[],
  knownIds: readonly string[],
): Promise<boolean> {
  await trx`
    delete from projects.dependency where activity_id = ${id} and after_id = any (${[...knownIds]}::bigint[])
       and after_id <> all (${[...afterIds]}::bigint[])`
  try {
    await trx.savepoint(
      (db) => db`
        insert into projects.dependency (project_id, activity_id, after_id)
        select ${projectId}, ${id}, t.id from unnest(${[...afterIds]}::bigint[]) t(id) on conflict do nothing`,
    )
    return true
  } catch (error) {
    if ((error as { constraint_name?: string } | null)?.constraint_name === 'no_circle') return false
    throw error
  }
}
