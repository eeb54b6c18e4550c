import type { Actor } from '../../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../../platform/outcome.ts'
import { type CaseRefusal, factsToAct, refusalsToAct } from '../../../cases/index.ts'
import { hold } from '../../publishing/hold-publication.ts'
import { stepsFrom } from '../steps.rules.ts'
import { type AwaitedTerm, deleteAwaited, saveAwaited } from './awaited-terms.queries.ts'

export type AskRefusal = { readonly kind: 'out' } | { readonly kind: 'case'; readonly why: CaseRefusal }

/**
 * Asks for a deadline of the actor's unit that begins when the gazette comes out, or takes it back (DOE-05). What is asked of
 * who sets a deadline is asked here too. Undefined where there is no such publication for this actor.
 */
export async function askTerm(
  db: Database,
  actor: Actor,
  request: {
    /** The nº SEI. */
    readonly number: string
    /** Undefined: none. */
    readonly term: Pick<AwaitedTerm, 'text' | 'days' | 'counting'> | undefined
  },
  now: Date,
): Promise<Outcome<true, AskRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const held = await hold(trx, actor, request.number, now)
    if (held?.publication.vehicle.kind !== 'external') return undefined
    const { publication, document } = held
    if (!stepsFrom.cancelled.includes(publication.stage)) return refuse<AskRefusal>({ kind: 'out' })
    const why = refusalsToAct('annotate', factsToAct(document.caseFile, actor.unitId))
    const refusal = refused(why.map((one): AskRefusal => ({ kind: 'case', why: one })))
    if (refusal) return refusal
    await deleteAwaited(trx, actor, publication.id)
    if (request.term) await saveAwaited(trx, actor, publication.id, request.term, now)
    return done(true)
  })
}
