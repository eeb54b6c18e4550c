import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { type LegalBasisRow, selectLegalBases, selectType } from '../fields/fields.queries.ts'
import { findCaseFile } from '../find-case-file.ts'
import type { LevelRequest } from './level.form.ts'
import { updateLevel } from './level.queries.ts'
import { type LevelRefusal, refusalsOfLevel } from './level.rules.ts'
import { refreshEffectiveLevel } from './refresh-effective-level.ts'

/**
 * Gives a case file another level of access, another legal basis, or both (PRO-068). Nothing happens, and nothing is
 * told, where both are as they were.
 */
export async function changeLevel(
  db: Database,
  actor: Actor,
  digits: string,
  request: LevelRequest,
  now: Date,
): Promise<Outcome<true, CaseRefusal | LevelRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile) return undefined
    const [type, bases] = await Promise.all([
      selectType(trx, actor, caseFile.typeId),
      selectLegalBases(trx, caseFile.legalBasisId ?? undefined),
    ])
    const basis = bases.find(({ id }) => id === request.legalBasisId)
    const refusal = refused([
      ...refusalsToAct('change', factsToAct(caseFile, actor.unitId)),
      ...refusalsOfLevel({
        level: request.level,
        allowedLevels: request.level === caseFile.level ? undefined : type?.allowedLevels,
        basis: basis && { level: basis.level, offered: basis.active || basis.id === caseFile.legalBasisId },
      }),
    ])
    if (refusal) return refusal
    const event = eventOf(caseFile, request, basis)
    if (!event) return done(true)
    await Promise.all([
      updateLevel(trx, caseFile.id, request.level, request.legalBasisId),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event }]),
    ])
    await refreshEffectiveLevel(trx, actor, caseFile.id, now)
    return done(true)
  })
}

function eventOf(caseFile: CaseFile, { level }: LevelRequest, basis: LegalBasisRow | undefined): CaseEvent | undefined {
  const name = level === 'public' ? undefined : basis?.name
  if (level !== caseFile.level) {
    const change = { kind: 'case-level-changed', from: caseFile.level, to: level } as const
    return name ? { ...change, basis: name } : change
  }
  if (level === 'public' || basis?.id === caseFile.legalBasisId) return undefined
  return { kind: 'case-legal-basis-changed', from: caseFile.legalBasisName ?? 'nenhuma', to: name ?? '' }
}
