import type { Actor } from '../../../../platform/actor.ts'
import type { LocalDate } from '../../../../platform/calendar/index.ts'
import type { Database } from '../../../../platform/db/index.ts'
import type { DayCount } from '../../../deadlines/index.ts'

/** A deadline that waits for the day of the edition. */
export interface AwaitedTerm {
  text: string
  days: number
  counting: DayCount['counting']
  /** Set: the day on which it ends. */
  dueOn: LocalDate | null
  /** Not set when the gazette came out, and why. */
  refusal: string | null
}

/** Of the actor's unit, or of one that it succeeds: a deadline is its unit's alone. */
export async function selectAwaited(
  db: Database,
  actor: Actor,
  publicationId: string,
): Promise<AwaitedTerm | undefined> {
  const [row] = await db<AwaitedTerm[]>`
    select text, days, counting, due_on::text as "dueOn", refusal from publishing.awaited_term
     where publication_id = ${publicationId} and unit_id in (select organization.lineage(${actor.unitId}))
     order by unit_id = ${actor.unitId} desc, at desc limit 1`
  return row
}

export async function saveAwaited(
  db: Database,
  actor: Actor,
  publicationId: string,
  { text, days, counting }: Pick<AwaitedTerm, 'text' | 'days' | 'counting'>,
  now: Date,
): Promise<void> {
  await db`insert into publishing.awaited_term (publication_id, unit_id, account_id, at, text, days, counting)
    values (${publicationId}, ${actor.unitId}, ${actor.userId}, ${now}, ${text}, ${days}, ${counting})
    on conflict (publication_id, unit_id) do update
      set account_id = excluded.account_id, at = excluded.at, text = excluded.text, days = excluded.days, counting = excluded.counting`
}

export async function deleteAwaited(db: Database, actor: Actor, publicationId: string): Promise<void> {
  await db`delete from publishing.awaited_term
    where publication_id = ${publicationId} and unit_id in (select organization.lineage(${actor.unitId}))`
}

/** Who asked for a deadline, and for what. */
export interface AskedTerm extends AwaitedTerm {
  unitId: string
  accountId: string
  name: string
  login: string
}

export async function selectAsked(db: Database, publicationId: string): Promise<AskedTerm[]> {
  return db<AskedTerm[]>`
    select t.text, t.days, t.counting, t.due_on::text as "dueOn", t.refusal, t.unit_id as "unitId", t.account_id as "accountId",
           coalesce(a.social_name, a.name) as name, a.login
      from publishing.awaited_term t join identity.account a on a.id = t.account_id
     where t.publication_id = ${publicationId} order by t.unit_id limit 50`
}

export async function settleAwaited(
  db: Database,
  publicationId: string,
  unitId: string,
  { dueOn, refusal }: { readonly dueOn?: LocalDate; readonly refusal?: string },
): Promise<void> {
  await db`update publishing.awaited_term set due_on = ${dueOn ?? null}::date, refusal = ${refusal ?? null}
    where publication_id = ${publicationId} and unit_id = ${unitId}`
}

/** The unit as it acts by itself. */
export async function selectUnit(db: Database, id: string) {
  const [row] = await db<{ slug: string; acronym: string; name: string; agencyId: string }[]>`
    select slug, acronym, name, agency_id as "agencyId" from organization.unit where id = ${id}`
  if (!row) throw new Error(`there is no unit ${id}`)
  return row
}
