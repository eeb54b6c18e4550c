import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type Document, findDocument } from '../../documents/index.ts'
import { type ReviewAccess, reviewAccess } from '../review-access.ts'
import {
  insertReply,
  reopenThread,
  selectNumberOfThread,
  selectThread,
  settleThreads,
  type ThreadRow,
} from './threads.queries.ts'
import { refusalsToReply, type ThreadRefusal } from './threads.rules.ts'

type Settled = Outcome<{ readonly number: string }, ThreadRefusal>

/** Answers in a thread. Undefined when there is no such thread for this actor. */
export async function replyInThread(
  db: Database,
  actor: Actor,
  { id, text }: { readonly id: string; readonly text: string },
  now: Date,
): Promise<Settled | undefined> {
  return withThread(db, actor, id, now, async (trx, { document, access }) => {
    const words = text.trim()
    const refusal = refused(refusalsToReply({ speaks: access.speaks, textLength: words.length }))
    if (refusal) return refusal
    await insertReply(trx, actor, id, words, now)
    return done({ number: document.number })
  })
}

/** Marks a comment as resolved; resolved already, it stays so. */
export async function resolveThread(db: Database, actor: Actor, id: string, now: Date): Promise<Settled | undefined> {
  return withThread(db, actor, id, now, async (trx, { document, access, thread }) => {
    if (!access.speaks) return refuse({ kind: 'signed' })
    if (thread.suggestion !== null) return refuse({ kind: 'not-yours' })
    await settleThreads(trx, actor, [id], 'resolved', now)
    return done({ number: document.number })
  })
}

/** Opens a resolved comment again. A suggestion that was decided stays decided. */
export async function reopenResolved(db: Database, actor: Actor, id: string, now: Date): Promise<Settled | undefined> {
  return withThread(db, actor, id, now, async (trx, { document, access, thread }) => {
    if (!access.speaks) return refuse({ kind: 'signed' })
    if (thread.suggestion !== null) return refuse({ kind: 'settled' })
    await reopenThread(trx, id)
    return done({ number: document.number })
  })
}

interface InThread {
  readonly document: Document
  readonly access: ReviewAccess
  readonly thread: ThreadRow
}

async function withThread(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
  act: (trx: Database, subject: InThread) => Promise<Settled>,
): Promise<Settled | undefined> {
  return inTransaction(db, async (trx) => {
    const number = /^\d{1,18}$/.test(id) ? await selectNumberOfThread(trx, actor, id) : undefined
    const document = await findDocument(trx, actor, number ?? '0', 'locked', now)
    const access = document && reviewAccess(document, actor)
    if (!document || !access?.sees) return undefined
    const thread = await selectThread(trx, id)
    return thread && act(trx, { document, access, thread })
  })
}
