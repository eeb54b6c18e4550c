import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Document } from '../document.ts'
import { dropPen, selectHolder, takePen } from './editing.queries.ts'

/** How long after the last sign of life the pen is free again (DOC-026). */
export const patienceMs = 60_000

export interface Holder {
  readonly name: string
  readonly since: Date
}

export interface Turn {
  /** Whether this person may write now. */
  readonly mine: boolean
  readonly holder: Holder | undefined
}

/** Says "I am here": takes the pen when it is free, keeps it when it is mine, hears who has it otherwise. */
export async function beHere(db: Database, actor: Actor, document: Document, now: Date): Promise<Turn> {
  return turn(db, actor, document, now, false)
}

/** Takes the pen from whoever has it; what that person typed is safe as a draft. */
export async function takeOver(db: Database, actor: Actor, document: Document, now: Date): Promise<Turn> {
  return turn(db, actor, document, now, true)
}

/** Gives the pen back: the page was left. */
export async function leave(db: Database, actor: Actor, document: Document): Promise<void> {
  await dropPen(db, document.id, actor.userId)
}

/** Somebody else who is writing in the document now. */
export async function otherHolder(
  db: Database,
  actor: Actor,
  documentId: string,
  now: Date,
): Promise<Holder | undefined> {
  const holder = await selectHolder(db, documentId, aliveSince(now))
  return holder && holder.accountId !== actor.userId ? holder : undefined
}

export function aliveSince(now: Date): Date {
  return new Date(now.getTime() - patienceMs)
}

async function turn(db: Database, actor: Actor, document: Document, now: Date, force: boolean): Promise<Turn> {
  const mine = await takePen(db, document.id, actor, { now, aliveSince: aliveSince(now), force })
  const holder = await selectHolder(db, document.id, aliveSince(now))
  return { mine, holder: holder && { name: holder.name, since: holder.since } }
}
