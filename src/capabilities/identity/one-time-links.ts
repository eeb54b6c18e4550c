import type { Database } from '../../platform/db/index.ts'
import type { Randomness } from '../../platform/ids.ts'
import { sha256Hex } from '../../platform/sha256.ts'
import {
  expireUnusedLinks,
  insertLink,
  type LinkPurpose,
  type LinkRow,
  selectLink,
  takeLink,
} from './one-time-links.queries.ts'

const minute = 60_000

/** For how long a link works. Who forgot a password has an hour; who is given one by the administrator, a day. */
export const linkLifeMs = {
  'first-administrator': 60 * minute,
  recovery: 60 * minute,
  'given-by-administrator': 24 * 60 * minute,
  'second-factor': 5 * minute,
} as const

/**
 * Makes a link that works once; an earlier unused one of the same purpose and person is replaced. Answers its token:
 * only its hash is kept, so nobody finds it in the database.
 */
export async function makeLink(
  db: Database,
  link: {
    readonly purpose: LinkPurpose
    readonly accountId?: string
    readonly createdBy?: string
    readonly enteredWith?: string
    readonly lifeMs: number
  },
  now: Date,
  randomness: Randomness,
): Promise<string> {
  const token = randomness.token()
  await expireUnusedLinks(db, link.purpose, link.accountId, now)
  await insertLink(db, {
    tokenHash: sha256Hex(token),
    purpose: link.purpose,
    accountId: link.accountId,
    createdBy: link.createdBy,
    enteredWith: link.enteredWith ?? '',
    createdAt: now,
    expiresAt: new Date(now.getTime() + link.lifeMs),
  })
  return token
}

/** Whose link it is, while it works; looking does not use it up. */
export function findLink(db: Database, token: string, purpose: LinkPurpose, now: Date): Promise<LinkRow | undefined> {
  return selectLink(db, sha256Hex(token), purpose, now)
}

/** Uses the link up, in the transaction of what it is used for. False: it was used before, or its time is over. */
export function spendLink(db: Database, token: string, purpose: LinkPurpose, now: Date): Promise<boolean> {
  return takeLink(db, sha256Hex(token), purpose, now)
}
