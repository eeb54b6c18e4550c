import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findTwoCaseFiles } from '../find-case-file.ts'
import { endRelation, insertRelation, selectOpenRelation } from './relations.queries.ts'

export type RelateRefusal =
  | CaseRefusal
  | { readonly kind: 'other-not-found' }
  | { readonly kind: 'other-is-itself' }
  | { readonly kind: 'already-related' }
  | { readonly kind: 'not-related' }

/**
 * Relates two case files: a link without order, by which neither travels with the other (PRO-180). Told in the history
 * of both. Who relates must be able to see both.
 */
export async function relateCaseFiles(
  db: Database,
  actor: Actor,
  digits: string,
  otherDigits: string,
  now: Date,
): Promise<Outcome<true, RelateRefusal> | undefined> {
  return betweenTwo(db, actor, digits, otherDigits, now, async (trx, caseFile, other, relation) => {
    const refusal = refused<RelateRefusal>([
      ...refusalsToAct('relate', factsToAct(caseFile, actor.unitId, { caseFile: other })),
      ...(relation ? [{ kind: 'already-related' } as const] : []),
    ])
    if (refusal) return refusal
    await insertRelation(trx, actor, caseFile.id, other.id, now)
    await recordInBoth(trx, actor, 'case-related', caseFile, other, now)
    return done(true)
  })
}

/** Takes a relation away; only the unit that made it may (PRO-180). */
export async function unrelateCaseFiles(
  db: Database,
  actor: Actor,
  digits: string,
  otherDigits: string,
  now: Date,
): Promise<Outcome<true, RelateRefusal> | undefined> {
  return betweenTwo(db, actor, digits, otherDigits, now, async (trx, caseFile, other, relation) => {
    const relatedByThisUnit = relation?.unitId === actor.unitId
    const refusal = refused<RelateRefusal>(
      relation
        ? refusalsToAct('unrelate', factsToAct(caseFile, actor.unitId, { caseFile: other, relatedByThisUnit }))
        : [{ kind: 'not-related' }],
    )
    if (refusal || !relation) return refusal ?? done(true)
    await endRelation(trx, actor, relation.id, now)
    await recordInBoth(trx, actor, 'case-unrelated', caseFile, other, now)
    return done(true)
  })
}

type Relation = Awaited<ReturnType<typeof selectOpenRelation>>

async function betweenTwo(
  db: Database,
  actor: Actor,
  digits: string,
  otherDigits: string,
  now: Date,
  act: (trx: Database, one: CaseFile, other: CaseFile, relation: Relation) => Promise<Outcome<true, RelateRefusal>>,
): Promise<Outcome<true, RelateRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const [caseFile, other] = await findTwoCaseFiles(trx, actor, digits, otherDigits, now)
    if (!caseFile) return undefined
    if (!other) return { done: false, refusals: [{ kind: 'other-not-found' }] }
    if (other.id === caseFile.id) return { done: false, refusals: [{ kind: 'other-is-itself' }] }
    return act(trx, caseFile, other, await selectOpenRelation(trx, caseFile.id, other.id))
  })
}

async function recordInBoth(
  db: Database,
  actor: Actor,
  kind: 'case-related' | 'case-unrelated',
  one: CaseFile,
  other: CaseFile,
  now: Date,
): Promise<void> {
  await record(db, actor, now, [
    { caseFileId: one.id, event: { kind, other: numberFor(one, other) } },
    { caseFileId: other.id, event: { kind, other: numberFor(other, one) } },
  ])
}

/** A history that others read does not tell the number of what is confidential. */
function numberFor(reader: CaseFile, told: CaseFile): string {
  const hidden = told.effectiveLevel === 'confidential' && reader.effectiveLevel !== 'confidential'
  return hidden ? '(sigiloso)' : told.number
}
