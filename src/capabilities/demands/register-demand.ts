import type { Actor } from '../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { dueOfTerm, type Term } from '../deadlines/index.ts'
import { unitPeople } from '../identity/index.ts'
import type { DemandData } from './demand.ts'
import { insertDemand, updateDemand } from './demands.queries.ts'
import { findDemand, openCaseId } from './find-demands.ts'

export type DataRefusal = {
  readonly kind: 'no-such-case-file' | 'not-of-this-unit' | 'received-later' | 'due-before-receipt' | 'answered'
}

/** Writes down what a body demands, until when and by what law (FLX-063). The unit of the actor follows it. */
export async function registerDemand(
  db: Database,
  actor: Actor,
  { term, ...data }: DemandData & { readonly term: Term },
  now: Date,
): Promise<Outcome<{ id: string; dueOn: LocalDate }, DataRefusal>> {
  return inTransaction(db, async (trx) => {
    const [checked, dueOn] = await Promise.all([
      check(trx, actor, data, undefined, now),
      dueOfTerm(trx, actor.agencyId, term),
    ])
    if (!checked.done) return checked
    if (dueOn < data.receivedOn) return refuse({ kind: 'due-before-receipt' })
    return done({ id: await insertDemand(trx, actor, { ...data, caseFileId: checked.value, dueOn }, now), dueOn })
  })
}

/**
 * Mends what was written down, or says who answers for it and in which case file it is. The deadline changes only with an
 * extension. Undefined: this unit does not follow it, or it is not for this person.
 */
export async function changeDemand(
  db: Database,
  actor: Actor,
  { id, ...data }: DemandData & { readonly id: string },
  now: Date,
): Promise<Outcome<true, DataRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const before = await findDemand(trx, actor, id, 'locked', now)
    if (!before?.isOurs) return undefined
    if (before.answeredOn) return refuse({ kind: 'answered' })
    const checked = await check(trx, actor, data, before.responsibleId ?? undefined, now)
    if (!checked.done) return checked
    if (data.receivedOn > before.firstDueOn) return refuse({ kind: 'due-before-receipt' })
    await updateDemand(trx, id, { ...data, caseFileId: checked.value })
    return done(true)
  })
}

async function check(
  db: Database,
  actor: Actor,
  { caseNumber, responsibleId, receivedOn }: DemandData,
  /** Who answers for it already may have left the unit since. */
  before: string | undefined,
  now: Date,
): Promise<Outcome<string | null, DataRefusal>> {
  const [caseFileId, people] = await Promise.all([
    caseNumber ? openCaseId(db, actor, { digits: caseNumber }, now) : undefined,
    unitPeople(db, actor.unitId, now),
  ])
  if (caseNumber && !caseFileId) return refuse({ kind: 'no-such-case-file' })
  const isKnown = responsibleId === before || people.some(({ id }) => id === responsibleId)
  if (responsibleId && !isKnown) return refuse({ kind: 'not-of-this-unit' })
  if (receivedOn > todayIn(now)) return refuse({ kind: 'received-later' })
  return done(caseFileId ?? null)
}
