import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { usualHour } from '../notice.ts'
import type { ChoicesRequest } from './choices.form.ts'
import { selectChoices, upsertChoices } from './choosing.queries.ts'

/** What the person chose, for all units; what was not chosen is told on the page alone. */
export async function chosenNotices(db: Database, actor: Actor) {
  const { channels, hour, email } = await selectChoices(db, actor.userId)
  return { channels, hour: hour ?? usualHour, email }
}

/** Chooses how to be told of what comes from now on. */
export async function chooseNotices(
  db: Database,
  actor: Pick<Actor, 'userId'>,
  request: ChoicesRequest,
): Promise<void> {
  await upsertChoices(db, actor.userId, request.channels, request.hour)
}
