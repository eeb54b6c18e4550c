import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { insertReading, selectIsNews } from './news.queries.ts'
import { type Release, releases } from './releases.text.ts'

/**
 * The version that is news to this person: the newest one, where they were here before it and have not seen it. Undefined
 * for everybody else, and for them after once.
 */
export async function newsFor(db: Database, actor: Pick<Actor, 'userId'>): Promise<Release | undefined> {
  const [newest] = releases
  if (!newest || !(await selectIsNews(db, actor.userId, newest.version, newest.date))) return undefined
  return newest
}

/** The person has seen the news, or put the notice away: it does not come back. */
export async function noteRead(db: Database, actor: Pick<Actor, 'userId'>, now: Date): Promise<void> {
  const [newest] = releases
  if (newest) await insertReading(db, actor.userId, newest.version, now)
}
