import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { failpoint } from '../../platform/failpoints/index.ts'
import { queueNotices } from '../../platform/outbox/index.ts'
import { done, type Outcome, refused } from '../../platform/outcome.ts'
import { type CaseFile, changeHoldings, factsToAct, findCaseFile, noteNews, refusalsToAct } from '../cases/index.ts'
import { type DayCount, dueOfTerm } from '../deadlines/index.ts'
import { lockDocuments } from '../documents/index.ts'
import { type EventToRecord, record } from '../history/index.ts'
import { removeNote } from '../watchlists/index.ts'
import { caseSentMail, noticesOfArrival } from './arrival-notice.text.ts'
import { endReopening, insertReopening } from './reopening/reopening.queries.ts'
import {
  closeReturns,
  type DestinationRow,
  insertMovements,
  selectDemands,
  selectDestinations,
} from './routing.queries.ts'
import { isLeftOut, refusalsToSend, type SendFacts, type SendRefusal } from './send-case-file.rules.ts'

export interface SendRequest {
  /** Digits of the number, as in addresses. */
  readonly caseNumber: string
  /** Ids of units; at most 50. */
  readonly to: readonly string[]
  readonly keepOpen: boolean
  /** Day until which the destination should send it back (PRO-126). */
  readonly returnDue?: string | undefined
  /** Or within so many days, each by the calendar of its own agency (EST-072). */
  readonly returnIn?: DayCount | undefined
  /** Day on which it comes back to this desk by itself, where it is not kept open (PRO-127). */
  readonly reopenOn?: string | undefined
  /** E-mail to the destinations, besides those that always want one (PRO-125). */
  readonly notify?: boolean
  /** Takes the unit's own note off, so that it does not reappear when the case file comes back (PRO-124). */
  readonly removeNote?: boolean
}

export interface Sent {
  readonly number: string
  /** Acronyms of the units to which it went. */
  readonly to: readonly string[]
  /** Acronyms of the units that were asked for but already hold it (PRO-123). */
  readonly alreadyThere: readonly string[]
  /** Until when they should send it back, each day once; units of two agencies may have two. */
  readonly returnDues: readonly string[]
  readonly reopenOn: string | undefined
}

/**
 * Sends a case file from the actor's unit to one or more others. @term tramitação
 *
 * Two people sending at once are settled by the lock on the case file: the second is refused, since it is no longer here
 * or already there. Signed documents get the black pen (PRO-130). Answers undefined when there is no such case file for
 * this actor.
 */
export async function sendCaseFile(
  db: Database,
  actor: Actor,
  request: SendRequest,
  now: Date,
): Promise<Outcome<Sent, SendRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const facts = await gatherFacts(trx, actor, request, caseFile, now)
    const refusal = refused(refusalsToSend(facts, refusalsToAct))
    if (refusal) return refusal
    return done(await carryOut(trx, actor, request, caseFile, facts, now))
  })
}

type GatheredFacts = Omit<SendFacts, 'destinations'> & {
  readonly destinations: readonly DestinationRow[]
  /** Day until which each agency's units should send it back; empty where no return is asked for. */
  readonly returnDues: ReadonlyMap<string, string>
}

async function gatherFacts(
  db: Database,
  actor: Actor,
  request: SendRequest,
  caseFile: CaseFile,
  now: Date,
): Promise<GatheredFacts> {
  const asked = [...new Set(request.to)]
  const [destinations, demands] = await Promise.all([
    selectDestinations(db, actor.unitId, caseFile.id, asked, todayIn(now)),
    selectDemands(db, actor.unitId, caseFile.id),
  ])
  const returnDues = await returnDuesOf(db, request, destinations)
  return {
    caseFile: factsToAct(caseFile, actor.unitId),
    destinations,
    unknown: asked.length - destinations.length,
    returnDues,
    returnDue: [...returnDues.values()].sort()[0] ?? request.returnDue,
    keepOpen: request.keepOpen,
    demands,
    reopenOn: request.reopenOn,
    today: todayIn(now),
  }
}

async function returnDuesOf(
  db: Database,
  { returnDue, returnIn }: SendRequest,
  destinations: readonly DestinationRow[],
): Promise<ReadonlyMap<string, string>> {
  const agencies = [...new Set(destinations.map(({ agencyId }) => agencyId))]
  if (returnDue) return new Map(agencies.map((id) => [id, returnDue]))
  if (!returnIn) return new Map()
  return new Map(await Promise.all(agencies.map(async (id) => [id, await dueOfTerm(db, id, returnIn)] as const)))
}

async function carryOut(
  db: Database,
  actor: Actor,
  request: SendRequest,
  caseFile: CaseFile,
  facts: GatheredFacts,
  now: Date,
): Promise<Sent> {
  const there = facts.destinations.filter(isLeftOut)
  const destinations = facts.destinations.filter((one) => !isLeftOut(one))
  const arriving = destinations.filter(({ alreadyThere }) => !alreadyThere)
  const acronyms = destinations.map(({ acronym }) => acronym)
  const ids = destinations.map(({ unitId }) => unitId)
  await Promise.all([
    changeHoldings(db, {
      caseFileId: caseFile.id,
      close: request.keepOpen ? [] : [{ unitId: actor.unitId, closing: 'sent' }],
      open: arriving.map(({ unitId }) => ({
        unitId,
        origin: unitId === caseFile.unitId ? 'generated' : 'received',
      })),
      by: actor.userId,
      now,
    }),
    insertMovements(
      db,
      actor,
      caseFile.id,
      destinations.map(({ unitId, agencyId }) => ({ unitId, returnDue: facts.returnDues.get(agencyId) })),
      request.keepOpen,
      now,
    ),
    // Whoever waits for a return is known already, under the lock.
    facts.demands.some(({ unitId }) => ids.includes(unitId))
      ? closeReturns(db, actor.unitId, caseFile.id, ids, now)
      : undefined,
    lockDocuments(db, actor, caseFile.id, { kind: 'sent', unit: acronyms.join(', ') }, now),
    request.removeNote ? removeNote(db, actor, caseFile) : undefined,
    // A unit that kept it open finds the return as a novelty on its desk.
    arriving.length < destinations.length ? noteNews(db, actor, caseFile.id, now) : undefined,
    request.keepOpen ? undefined : schedule(db, actor, caseFile.id, request.reopenOn, now),
    record(db, actor, now, eventsOf(caseFile.id, request, destinations, facts.returnDues)),
  ])
  failpoint('sending.moved')
  await queueNotices(db, caseSentMail, noticesOfArrival(caseFile, actor, destinations, request.notify ?? false))
  failpoint('sending.announced')
  return {
    number: caseFile.number,
    to: acronyms,
    alreadyThere: there.map(({ acronym }) => acronym),
    returnDues: [...new Set(facts.returnDues.values())].sort(),
    reopenOn: request.keepOpen ? undefined : request.reopenOn,
  }
}

/** A sending replaces what the unit had scheduled for the last time that it left. */
async function schedule(
  db: Database,
  actor: Actor,
  caseFileId: string,
  reopenOn: string | undefined,
  now: Date,
): Promise<void> {
  await endReopening(db, actor, caseFileId, 'replaced', now)
  if (reopenOn) await insertReopening(db, actor, caseFileId, reopenOn, now)
}

/** One event for each day until which a return is asked for: nearly always one. */
function eventsOf(
  caseFileId: string,
  { keepOpen, reopenOn }: SendRequest,
  destinations: readonly DestinationRow[],
  returnDues: ReadonlyMap<string, string>,
): EventToRecord[] {
  const dues = [...new Set(destinations.map(({ agencyId }) => returnDues.get(agencyId)))]
  const sent = dues.map((returnDue): EventToRecord => {
    const to = destinations.filter(({ agencyId }) => returnDues.get(agencyId) === returnDue)
    const names = to.map(({ acronym }) => acronym).join(', ')
    return {
      caseFileId,
      event: { kind: 'case-sent', to: names, keptOpen: keepOpen, ...(returnDue ? { returnDue } : {}) },
    }
  })
  const scheduled: EventToRecord[] = reopenOn
    ? [{ caseFileId, scope: 'unit', event: { kind: 'reopening-scheduled', on: reopenOn } }]
    : []
  return [...sent, ...scheduled]
}
