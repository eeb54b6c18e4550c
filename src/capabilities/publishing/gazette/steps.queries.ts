import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { GazetteStep } from './steps.rules.ts'

/** A step that was taken, as it stands in the record. */
export interface TakenStep {
  id: string
  step: GazetteStep | 'prepared'
  at: Date
  personName: string
  unitAcronym: string
  receipt: string
  note: string
  on: LocalDate | null
}

/** Writes a step into the record of a publication: when, who, the receipt of the gazette (DOE-01). */
export async function noteStep(
  db: Database,
  actor: Actor,
  publicationId: string,
  taken: {
    readonly step: GazetteStep | 'prepared'
    readonly receipt?: string
    readonly note?: string
    readonly on?: LocalDate | undefined
  },
  now: Date,
): Promise<void> {
  const { step, receipt = '', note = '', on = null } = taken
  await db`insert into publishing.step (publication_id, step, at, account_id, unit_id, receipt, note, on_date)
    values (${publicationId}, ${step}, ${now}, ${actor.userId}, ${actor.unitId}, ${receipt}, ${note}, ${on}::date)`
}

/** The steps of a publication, the first first. */
export async function selectSteps(db: Database, publicationId: string): Promise<TakenStep[]> {
  return db<TakenStep[]>`
    select s.id, s.step, s.at, coalesce(a.social_name, a.name) as "personName", u.acronym as "unitAcronym", s.receipt, s.note,
           s.on_date::text as "on"
      from publishing.step s
      join identity.account a on a.id = s.account_id
      join organization.unit u on u.id = s.unit_id
     where s.publication_id = ${publicationId} order by s.id limit 200`
}
