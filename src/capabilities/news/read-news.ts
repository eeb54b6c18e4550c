import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { insertReading, isNews } from './news.queries.ts'
import { type Release, releases } from './releases.text.ts'

/**
 * Whether the newest version is news to this person, who was here before it and has not seen it, as a part of a statement
 * of the page that tells it.
 */
export function isNewsTo(db: Database, actor: Pick<Actor, 'userId'>) {
  const [newest] = releases
  return newest ? isNews(db, actor.userId, newest.version, newest.date) : db`false`
}

/** The version of which `isNewsTo` speaks. */
export const newestRelease: Release | undefined = releases[0]

/** The person has seen the news, or put the notice away: it does not come back. */
export async function noteRead(db: Database, actor: Pick<Actor, 'userId'>, now: Date): Promise<void> {
  const [newest] = releases
  if (newest) await insertReading(db, actor.userId, newest.version, now)
}
