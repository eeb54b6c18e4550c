import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { failpoint } from '../../../platform/failpoints/index.ts'
import { findCaseFile } from '../../cases/index.ts'
import { eraseContents } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { eraseEmails } from '../../issuing/index.ts'
import { forgetCopies } from '../../output/index.ts'
import { forgetTexts } from '../../search/index.ts'
import { eraseSignedContents } from '../../signatures/index.ts'
import { selectKept } from '../kept.queries.ts'
import { explainItem } from './elimination.text.ts'
import { insertFileRemovals, selectConfirmed, selectNextItem, setExecuted } from './execution.queries.ts'
import { updateItem } from './listing.queries.ts'
import { whyNotEliminated } from './work-on-listing.ts'

/**
 * Eliminates, one case file after another, what a confirmed listing lists. Each is one transaction: either all of its
 * contents are gone and the history says so, or nothing happened. Killed in the middle, the next run goes on with those that
 * are still listed; run twice, it does nothing more. What may not be eliminated any more is withdrawn, with the reason.
 */
export async function executeElimination(db: Database, listingId: string, clock: () => Date): Promise<void> {
  const listing = await selectConfirmed(db, listingId)
  if (!listing) return
  for (;;) {
    const caseFileId = await selectNextItem(db, listingId)
    if (caseFileId === undefined) break
    await inTransaction(db, (trx) => eliminateOne(trx, listing, caseFileId, clock()))
    failpoint('eliminating.committed')
  }
  await setExecuted(db, listingId, clock())
}

interface Confirmed {
  readonly id: string
  readonly name: string
  readonly term: string
  /** Who confirmed, as the history names who acts. */
  readonly actor: Actor
}

async function eliminateOne(trx: Database, listing: Confirmed, caseFileId: string, now: Date): Promise<void> {
  const { id: listingId, name, term, actor } = listing
  // Held first: a suspension or a contestation comes wholly before, and is seen here, or finds it eliminated.
  const caseFile = await findCaseFile(trx, actor, { id: caseFileId }, 'locked', now)
  const kept = await selectKept(trx, actor, caseFileId)
  const [whyNot] =
    !caseFile || !kept ? [{ kind: 'not-archived' } as const] : whyNotEliminated(kept, todayIn(now), listingId)
  const key = { listingId, caseFileId }
  if (whyNot) {
    const reason = explainItem(whyNot)
    const withdrawn = await updateItem(trx, key, { state: 'withdrawn', reason, by: actor.userId }, now)
    const event = { kind: 'case-unlisted', listing: name, reason } as const
    if (withdrawn) await record(trx, actor, now, [{ caseFileId, event }])
    return
  }
  const { documentIds, files } = await eraseContents(trx, { caseFileId, term }, now)
  failpoint('eliminating.erased')
  await eraseSignedContents(trx, documentIds)
  await forgetTexts(trx, documentIds)
  const attached = await eraseEmails(trx, documentIds)
  await forgetCopies(trx, caseFileId)
  await insertFileRemovals(trx, [...files, ...attached], now)
  if (!(await updateItem(trx, key, { state: 'eliminated', reason: null, by: actor.userId }, now))) {
    throw new Error(`the item of case file ${caseFileId} was decided while it was being eliminated`)
  }
  const event = { kind: 'case-eliminated', listing: name, term, documents: documentIds.length } as const
  await record(trx, actor, now, [{ caseFileId, event }])
}
