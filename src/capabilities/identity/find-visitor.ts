import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { selectSession, touchSession } from './identity.queries.ts'

/** A session ends after this long without a request, and after this long at all. */
const idleLimitMs = 3 * 3_600_000
const absoluteLimitMs = 12 * 3_600_000
const touchEveryMs = 60_000

export interface FoundVisitor {
  readonly accountId: string
  /** The unit was succeeded by another: who works there only reads. */
  readonly readsOnly: boolean
  readonly name: string
  /** The colours in which this person works; undefined where none were chosen. */
  readonly colours: 'light' | 'dark' | 'system' | undefined
  /** Undefined where the unit does not exist, or the person may do nothing in it. */
  readonly actor: Actor | undefined
  readonly units: readonly { slug: string; acronym: string; name: string; agency: string }[]
}

/** Who owns the session, and what this person may do in the unit of the address today. Undefined: the session is over. */
export async function findVisitor(
  db: Database,
  tokenHash: string,
  unitSlug: string | undefined,
  now: Date,
  attended = true,
): Promise<FoundVisitor | undefined> {
  const row = await selectSession(db, tokenHash, unitSlug, todayIn(now))
  if (!row) return undefined
  const idleMs = now.getTime() - row.lastSeenAt.getTime()
  if (idleMs > idleLimitMs || now.getTime() - row.createdAt.getTime() > absoluteLimitMs) return undefined
  if (attended && idleMs > touchEveryMs) await touchSession(db, tokenHash, now)
  const { unitId, unitSlug: slug, unitAcronym, unitName, agencyId, permissions } = row
  const works = unitId && slug && unitAcronym && unitName && agencyId && permissions.length > 0
  return {
    accountId: row.accountId,
    readsOnly: row.readsOnly,
    name: row.name,
    colours: row.colours ?? undefined,
    units: row.units,
    actor: works
      ? {
          userId: row.accountId,
          name: row.name,
          login: row.login,
          unitId,
          unitSlug: slug,
          unitAcronym,
          unitName,
          agencyId,
          permissions: new Set(permissions),
          sessionHash: tokenHash,
          ...(row.substituting ? { substituting: row.substituting } : {}),
        }
      : undefined,
  }
}
