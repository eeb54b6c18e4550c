import type { Actor } from '../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { daysBefore } from '../deadlines/index.ts'
import { type AnswerTold, updateAnswer, updateDue } from './demands.queries.ts'
import { findDemand } from './find-demands.ts'
import {
  insertExtension,
  selectExtensions,
  selectSectors,
  updateExtension,
  updateSectorDays,
} from './sectors.queries.ts'

export type ExtensionRefusal = {
  readonly kind: 'answered' | 'not-later' | 'already-asked' | 'not-asked' | 'decided-later' | 'decided-before'
}

/** Writes down that the body was asked for more time (FLX-063). Undefined: this unit does not follow the demand. */
export async function askExtension(
  db: Database,
  actor: Actor,
  asked: { readonly id: string; readonly until: LocalDate; readonly reason: string },
  now: Date,
): Promise<Outcome<true, ExtensionRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const demand = await findDemand(trx, actor, asked.id, 'locked', now)
    if (!demand?.isOurs) return undefined
    if (demand.answeredOn) return refuse({ kind: 'answered' })
    if (asked.until <= demand.dueOn) return refuse({ kind: 'not-later' })
    const extensions = await selectExtensions(trx, demand.id)
    if (extensions.some(({ decidedOn }) => !decidedOn)) return refuse({ kind: 'already-asked' })
    const row = { demandId: demand.id, askedOn: todayIn(now), until: asked.until, reason: asked.reason }
    await insertExtension(trx, actor, row, now)
    return done(true)
  })
}

/**
 * Says what the body answered. More time granted moves the deadline, and with it the days of the units that have not
 * returned; what was answered before stays as it was. Undefined: this unit does not follow the demand.
 */
export async function decideExtension(
  db: Database,
  actor: Actor,
  told: {
    readonly id: string
    readonly decidedOn: LocalDate
    /** Undefined: refused. */
    readonly grantedUntil: LocalDate | undefined
  },
  now: Date,
): Promise<Outcome<true, ExtensionRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const demand = await findDemand(trx, actor, told.id, 'locked', now)
    if (!demand?.isOurs) return undefined
    if (demand.answeredOn) return refuse({ kind: 'answered' })
    const [extensions, sectors] = await Promise.all([
      selectExtensions(trx, demand.id),
      selectSectors(trx, actor, demand.id),
    ])
    const extension = extensions.find(({ decidedOn }) => !decidedOn)
    if (!extension) return refuse({ kind: 'not-asked' })
    const { decidedOn, grantedUntil } = told
    if (decidedOn > todayIn(now)) return refuse({ kind: 'decided-later' })
    if (decidedOn < extension.askedOn) return refuse({ kind: 'decided-before' })
    if (grantedUntil && grantedUntil <= demand.dueOn) return refuse({ kind: 'not-later' })
    await updateExtension(trx, actor, { id: extension.id, decidedOn, grantedUntil: grantedUntil ?? null }, now)
    if (!grantedUntil) return done(true)
    const open = sectors.filter(({ returnedOn }) => !returnedOn)
    const lead = open.map((sector) => sector.daysBefore)
    const days = await daysBefore(trx, actor.agencyId, grantedUntil, lead)
    await updateDue(trx, demand.id, grantedUntil)
    const moved = open.flatMap(({ id }, place) => (days[place] ? [{ id, dueOn: days[place] }] : []))
    await updateSectorDays(trx, moved)
    return done(true)
  })
}

export type AnswerRefusal = { readonly kind: 'answered' | 'answered-later' | 'answered-before' }

/** Says what was answered, when, and what proves that it went out. Undefined: this unit does not follow the demand. */
export async function answerDemand(
  db: Database,
  actor: Actor,
  { id, ...told }: AnswerTold & { readonly id: string },
  now: Date,
): Promise<Outcome<true, AnswerRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const demand = await findDemand(trx, actor, id, 'locked', now)
    if (!demand?.isOurs) return undefined
    if (demand.answeredOn) return refuse({ kind: 'answered' })
    if (told.answeredOn > todayIn(now)) return refuse({ kind: 'answered-later' })
    if (told.answeredOn < demand.receivedOn) return refuse({ kind: 'answered-before' })
    await updateAnswer(trx, actor, id, told, now)
    return done(true)
  })
}
