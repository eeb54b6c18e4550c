import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../platform/outcome.ts'
import { type CaseFile, type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../cases/index.ts'
import { type Document, findDocument, labelForHistory } from '../documents/index.ts'
import { record } from '../history/index.ts'
import { concludeHolding } from './conclude-case-file.ts'
import { upsertWronglyOpened } from './wrongly-opened.queries.ts'

export interface WrongOpeningRequest {
  readonly caseNumber: string
  /** 5 to 500 characters. */
  readonly reason: string
  /** The nº SEI of the signed document in the case file that says so. */
  readonly termNumber: string
}

export type WrongOpeningRefusal =
  | CaseRefusal
  | { readonly kind: 'not-opened-here' }
  | { readonly kind: 'term-missing' }
  | { readonly kind: 'term-unfit' }

/** What stands against ending it here, before a term is named: only who opened it, and only while nobody else holds it. */
export function refusalsToCloseWronglyOpened(caseFile: CaseFile, actorUnitId: string): WrongOpeningRefusal[] {
  const facts = factsToAct(caseFile, actorUnitId)
  return [
    ...refusalsToAct('conclude', facts),
    ...(facts.openElsewhere ? [{ kind: 'open-elsewhere' } as const] : []),
    ...(facts.unitIsGenerator ? [] : [{ kind: 'not-opened-here' } as const]),
  ]
}

/**
 * Ends a case file that should never have been opened (PRO-211): it stays, with its number, its documents and why, and is
 * concluded. A signed term in it says so. Undefined when there is no such case file for this actor.
 */
export async function closeWronglyOpened(
  db: Database,
  actor: Actor,
  request: WrongOpeningRequest,
  now: Date,
): Promise<Outcome<true, WrongOpeningRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const { caseNumber, reason, termNumber } = request
    const caseFile = await findCaseFile(trx, actor, { digits: caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const term = termNumber ? await findDocument(trx, actor, termNumber, 'reading', now) : undefined
    const refusal = refused<WrongOpeningRefusal>([
      ...refusalsToCloseWronglyOpened(caseFile, actor.unitId),
      ...(termNumber ? [] : [{ kind: 'term-missing' } as const]),
      ...(termNumber && !isTermOf(caseFile, term) ? [{ kind: 'term-unfit' } as const] : []),
    ])
    if (refusal || !term) return refusal
    const event = { kind: 'case-wrongly-opened', reason, term: labelForHistory(term) } as const
    await Promise.all([
      upsertWronglyOpened(trx, actor, { caseFileId: caseFile.id, reason, termId: term.id }, now),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event }]),
    ])
    const concluded = await concludeHolding(trx, actor, caseNumber, now)
    if (!concluded?.done) throw new Error(`case file ${caseFile.number} was found fit to be concluded and was not`)
    return done(true)
  })
}

function isTermOf(caseFile: CaseFile, term: Document | undefined): boolean {
  return (
    term?.caseFile.id === caseFile.id &&
    term.readRefusals.length === 0 &&
    term.kind === 'authored' &&
    term.signatureCount > 0
  )
}
