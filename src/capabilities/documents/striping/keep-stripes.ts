import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { factsToAct, refusalsToAct } from '../../cases/index.ts'
import type { Document } from '../document.ts'
import { findDocument } from '../find-document.ts'
import {
  deleteStripe,
  insertStripe,
  queueStriping,
  selectStriping,
  touchStriping,
  updateStripe,
} from './striping.queries.ts'
import type { StripingRefusal } from './striping.text.ts'
import { mostStripes, type Stripe } from './striping.ts'

/** The job that makes the version of somebody's stripes. */
export const stripingTask = 'documents.stripes'

export type StripeChange =
  | { readonly kind: 'add'; readonly stripe: Stripe }
  | { readonly kind: 'change'; readonly id: string; readonly stripe: Stripe }
  | { readonly kind: 'remove'; readonly id: string }

/** A PDF whose pages may be looked at: read by this person, and not of a confidential case file, whose PDFs leave marked alone. */
export function refusalsOfFile(document: Document, actor: Actor): StripingRefusal[] {
  const { state, kind, file, caseFile } = document
  return [
    ...refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)).map(
      (why) => ({ kind: 'case', why }) as const,
    ),
    ...(state === 'active' ? [] : [{ kind: 'cancelled' } as const]),
    ...(kind === 'uploaded' && file?.extension === 'pdf' ? [] : [{ kind: 'not-pdf' } as const]),
    ...(caseFile.effectiveLevel === 'confidential' ? [{ kind: 'confidential' } as const] : []),
  ]
}

/** The document of these stripes, locked; undefined where there is none for this person to read. */
export async function documentToStripe(db: Database, actor: Actor, number: string, now: Date) {
  const document = await findDocument(db, actor, number, 'locked', now)
  return document && document.readRefusals.length === 0 && document.file
    ? { ...document, file: document.file }
    : undefined
}

/** Lays one stripe more over a PDF, changes one or takes it away. What was made of them before is to be made again. */
export async function changeStripes(
  db: Database,
  actor: Actor,
  number: string,
  change: StripeChange,
  now: Date,
): Promise<Outcome<true, StripingRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await documentToStripe(trx, actor, number, now)
    if (!document) return undefined
    const refusal = refused(refusalsOfFile(document, actor))
    if (refusal) return refusal
    const { id, count } = await touchStriping(
      trx,
      actor,
      { documentId: document.id, sha256: document.file.sha256 },
      now,
    )
    switch (change.kind) {
      case 'add':
        if (count >= mostStripes) return refuse({ kind: 'too-many' })
        await insertStripe(trx, id, change.stripe)
        return done(true)
      case 'change':
        return (await updateStripe(trx, id, change.id, change.stripe)) ? done(true) : refuse({ kind: 'gone' })
      case 'remove':
        return (await deleteStripe(trx, id, change.id)) ? done(true) : refuse({ kind: 'gone' })
    }
  })
}

/** Asks for the version with these stripes: a job draws page after page. */
export async function askStriped(
  db: Database,
  actor: Actor,
  { number, resolution }: { readonly number: string; readonly resolution: number },
  now: Date,
): Promise<Outcome<true, StripingRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await documentToStripe(trx, actor, number, now)
    if (!document) return undefined
    const striping = await selectStriping(trx, actor, document.id, 'locked')
    const refusal = refused<StripingRefusal>([
      ...refusalsOfFile(document, actor),
      ...(striping && striping.stripes.length > 0 ? [] : [{ kind: 'nothing' } as const]),
      ...(striping && striping.sha256 !== document.file.sha256 ? [{ kind: 'changed' } as const] : []),
    ])
    if (refusal || !striping) return refusal
    const revision = await queueStriping(trx, striping.id, resolution, now)
    await enqueue(trx, stripingTask, { id: striping.id, revision }, { maxAttempts: 3 })
    return done(true)
  })
}
