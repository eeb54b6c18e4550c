import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Notice } from './notice.ts'
import { markNotices, type NoticesAsked, readNotice, selectNotices, unreadCount } from './notices.queries.ts'

/** One page of the person's notices in every unit, as far as the gate lets them be seen now. */
export function noticesOf(db: Database, actor: Actor, asked: NoticesAsked, now: Date): Promise<Notice[]> {
  return selectNotices(db, actor, asked, todayIn(now), now)
}

/** How many wait unread, up to 100: a part of another statement, since the menu counts all that it counts at once. */
export function unreadNoticesCount(db: Database, actor: Actor, now: Date) {
  return unreadCount(db, actor, todayIn(now))
}

/** Marks a notice as read and answers the address to which it leads; undefined where it is not, or no longer, theirs. */
export async function followNotice(db: Database, actor: Actor, id: string, now: Date): Promise<string | undefined> {
  const place = await readNotice(db, actor, id, todayIn(now), now)
  if (!place) return undefined
  const unit = `/em/${place.unitSlug}`
  if (place.bundleNumber) return `${unit}/blocos/${place.bundleNumber}`
  if (place.reviewId) return `${unit}/revisoes/${place.reviewId}`
  // The review itself, also where a password stands before it: its page asks for that.
  if (place.documentNumber && place.kind.startsWith('review-'))
    return `${unit}/documentos/${place.documentNumber}/revisao`
  if (place.documentNumber) return `${unit}/documentos/${place.documentNumber}`
  return `${unit}/processos/${place.caseDigits}`
}

/** Marks these, or without ids all, as read or as unread again. Others' notices are never touched. */
export async function markAsRead(
  db: Database,
  actor: Actor,
  { ids, read }: { readonly ids: readonly string[] | undefined; readonly read: boolean },
  now: Date,
): Promise<void> {
  await markNotices(db, actor, ids, read, now)
}
