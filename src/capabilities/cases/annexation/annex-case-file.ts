import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findTwoCaseFiles } from '../find-case-file.ts'
import { changeHoldings } from '../holdings.ts'
import { refreshEffectiveLevel } from '../level/refresh-effective-level.ts'
import { refreshState } from '../state.queries.ts'
import { copyPassages, insertAnnexation } from './annexation.queries.ts'

export type AnnexRefusal =
  | CaseRefusal
  | { readonly kind: 'principal-not-found' }
  | { readonly kind: 'principal-is-itself' }
  /** What stands against the principal receiving it. */
  | { readonly kind: 'of-principal'; readonly refusal: CaseRefusal }

/**
 * Annexes a case file to a principal (PRO-190): it leaves the desk, becomes an item of the principal's tree and can no
 * longer be changed. A restricted one makes its principal restricted (PRO-191). Only the administrator can undo it.
 * @term anexação
 */
export async function annexCaseFile(
  db: Database,
  actor: Actor,
  digits: string,
  principalDigits: string,
  now: Date,
): Promise<Outcome<true, AnnexRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const [caseFile, principal] = await findTwoCaseFiles(trx, actor, digits, principalDigits, now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsToAnnex(caseFile, principal, actor.unitId))
    if (refusal || !principal) return refusal ?? undefined
    const closing = { unitId: actor.unitId, closing: 'annexed' } as const
    await Promise.all([
      insertAnnexation(trx, actor, caseFile.id, principal.id, now),
      copyPassages(trx, caseFile.id, principal.id, now),
      changeHoldings(trx, { caseFileId: caseFile.id, close: [closing], by: actor.userId, now, mayLeaveNoDesk: true }),
      refreshState(trx, caseFile.id),
      record(trx, actor, now, [
        { caseFileId: caseFile.id, event: { kind: 'annexed-to', principal: principal.number } },
        { caseFileId: principal.id, event: { kind: 'annexation-received', annexed: caseFile.number } },
      ]),
    ])
    await refreshEffectiveLevel(trx, actor, principal.id, now)
    return done(true)
  })
}

/** All the reasons, those of the case file first, then those of the principal that are not told already. */
export function refusalsToAnnex(
  caseFile: CaseFile,
  principal: CaseFile | undefined,
  actorUnitId: string,
): AnnexRefusal[] {
  const other = principal && { caseFile: principal }
  const own = refusalsToAct('annex', factsToAct(caseFile, actorUnitId, other))
  if (!principal) return [...own, { kind: 'principal-not-found' }]
  if (principal.id === caseFile.id) return [{ kind: 'principal-is-itself' }]
  const told = new Set(own.flatMap(({ kind }) => sameOfPrincipal[kind] ?? []))
  const ofPrincipal = refusalsToAct('receive-annex', factsToAct(principal, actorUnitId))
  return [
    ...own,
    ...ofPrincipal.filter(({ kind }) => !told.has(kind)).map((refusal) => ({ kind: 'of-principal', refusal }) as const),
  ]
}

const sameOfPrincipal: { readonly [kind in CaseRefusal['kind']]?: readonly CaseRefusal['kind'][] } = {
  'principal-confidential': ['confidential'],
  'principal-not-open-here': ['concluded-here', 'never-here'],
}
