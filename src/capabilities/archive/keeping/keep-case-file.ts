import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type CaseFile, findCaseFile, reclassify, takeCustody } from '../../cases/index.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { type KeptRefusal, refusalsOfKept } from '../filing/filing.rules.ts'
import { type KeptRow, selectKept } from '../kept.queries.ts'
import {
  endHold,
  insertHold,
  insertTermEvent,
  selectArchiveUnit,
  updateKeeper,
  withdrawTermEvent,
} from './keeping.queries.ts'

/** Why nothing is done about the keeping of a case file. */
export type KeepingRefusal =
  | KeptRefusal
  | {
      readonly kind:
        | 'already-held'
        | 'not-held'
        | 'class-unfit'
        | 'no-archive-unit'
        | 'kept-there-already'
        | 'event-unknown'
        | 'event-recorded'
        | 'future-day'
        | 'never-transferred'
    }

/** What is done about the keeping of an archived case file. */
export type KeepingAct =
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'release'; readonly reason: string }
  | { readonly kind: 'record-event'; readonly name: string; readonly on: LocalDate }
  | { readonly kind: 'withdraw-event'; readonly id: string }
  | { readonly kind: 'reclassify'; readonly classIds: readonly string[] }
  | { readonly kind: 'transfer'; readonly phase: 'intermediate' | 'permanent' }
  | { readonly kind: 'return'; readonly reason: string }

type Kept = Promise<Outcome<true, KeepingRefusal> | undefined>

/**
 * Does one of these acts: suspending disposal or releasing it, recording the fact from which years are counted, classing
 * anew (PRO-047, e-ARQ 4.2.8: the term follows by itself), transferring to the next phase, giving back to the unit. The
 * case file is held, so that it comes wholly before or wholly after an elimination. Undefined when there is no such case
 * file for this actor, or it is not archived. What the actor may do at all, the routes have asked.
 */
export async function keepCaseFile(db: Database, actor: Actor, digits: string, act: KeepingAct, now: Date): Kept {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    const kept = caseFile && (await selectKept(trx, actor, caseFile.id))
    if (!caseFile || !kept) return undefined
    const refusal = refused<KeepingRefusal>(refusalsOf(act, kept, now))
    if (refusal) return refusal
    const event = await carryOut(trx, actor, caseFile, kept, act, now)
    if (event && 'refused' in event) return refuse<KeepingRefusal>({ kind: event.refused })
    if (event) await record(trx, actor, now, [{ caseFileId: caseFile.id, event }])
    return done(true)
  })
}

function refusalsOf(act: KeepingAct, kept: KeptRow, now: Date): KeepingRefusal[] {
  const eliminated = kept.eliminatedBy !== null
  const facts = { keptHere: kept.keptHere, listed: kept.itemState !== null, eliminated }
  switch (act.kind) {
    // A suspension stops what is listed too: that is what it is for.
    case 'hold':
      return eliminated ? [{ kind: 'eliminated' }] : kept.heldFor === null ? [] : [{ kind: 'already-held' }]
    case 'release':
      return kept.heldFor === null ? [{ kind: 'not-held' }] : []
    case 'record-event': {
      const known = kept.classes.some(({ termEvent }) => termEvent === act.name)
      const recorded = kept.events.some(({ name }) => name === act.name)
      return [
        ...refusalsOfKept(facts),
        ...(known ? [] : [{ kind: 'event-unknown' } as const]),
        ...(recorded ? [{ kind: 'event-recorded' } as const] : []),
        ...(act.on > todayIn(now) ? [{ kind: 'future-day' } as const] : []),
      ]
    }
    case 'withdraw-event':
      return [
        ...refusalsOfKept(facts),
        ...(kept.events.some(({ id }) => id === act.id) ? [] : [{ kind: 'event-unknown' } as const]),
      ]
    case 'return':
      return [...refusalsOfKept(facts), ...(kept.phase === 'current' ? [{ kind: 'never-transferred' } as const] : [])]
    case 'transfer':
      return [...refusalsOfKept(facts), ...(kept.phase === act.phase ? [{ kind: 'kept-there-already' } as const] : [])]
    case 'reclassify':
      return refusalsOfKept(facts)
  }
}

async function carryOut(
  trx: Database,
  actor: Actor,
  caseFile: CaseFile,
  kept: KeptRow,
  act: KeepingAct,
  now: Date,
): Promise<CaseEvent | { readonly refused: 'class-unfit' | 'no-archive-unit' } | undefined> {
  const { id } = caseFile
  switch (act.kind) {
    case 'hold':
      await insertHold(trx, actor, id, act.reason, now)
      return { kind: 'disposal-suspended', reason: act.reason }
    case 'release':
      await endHold(trx, actor, id, act.reason, now)
      return { kind: 'disposal-released', reason: act.reason }
    case 'record-event':
      await insertTermEvent(trx, actor, { caseFileId: id, ...act }, now)
      return { kind: 'term-event-recorded', name: act.name, on: act.on }
    case 'withdraw-event': {
      const event = kept.events.find((one) => one.id === act.id)
      await withdrawTermEvent(trx, actor, act.id, now)
      return { kind: 'term-event-withdrawn', name: event?.name ?? '', on: event?.on ?? '' }
    }
    case 'reclassify':
      // It writes its own event, with the classes before and after.
      return (await reclassify(trx, actor, { caseFileId: id, classIds: act.classIds }, now))
        ? undefined
        : { refused: 'class-unfit' }
    case 'transfer': {
      const unit = await selectArchiveUnit(trx, kept.agencyId)
      if (!unit) return { refused: 'no-archive-unit' }
      await updateKeeper(trx, kept.filingId, unit.id, act.phase)
      await takeCustody(trx, id, unit.id, now)
      return { kind: 'case-transferred', to: unit.acronym, phase: act.phase }
    }
    case 'return':
      await updateKeeper(trx, kept.filingId, kept.filedUnitId, 'current')
      return { kind: 'case-returned-from-archive', reason: act.reason }
  }
}
