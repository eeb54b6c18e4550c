import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { queueMail } from '../../platform/outbox/index.ts'
import { done, type Outcome, refused } from '../../platform/outcome.ts'
import { type CaseFile, changeHoldings, factsToAct, findCaseFile, noteNews, refusalsToAct } from '../cases/index.ts'
import { lockDocuments } from '../documents/index.ts'
import { record } from '../history/index.ts'
import { noticeOfArrival } from './arrival-notice.text.ts'
import { closeReturns, type DestinationRow, insertMovements, selectDestinations } from './routing.queries.ts'
import { isLeftOut, refusalsToSend, type SendFacts, type SendRefusal } from './send-case-file.rules.ts'

export interface SendRequest {
  /** Digits of the number, as in addresses. */
  readonly caseNumber: string
  /** Ids of units; at most 50. */
  readonly to: readonly string[]
  readonly keepOpen: boolean
  /** Day until which the destination should send it back (PRO-126). */
  readonly returnDue?: string | undefined
  /** E-mail to the destinations, besides those that always want one (PRO-125). */
  readonly notify?: boolean
}

export interface Sent {
  readonly number: string
  /** Acronyms of the units to which it went. */
  readonly to: readonly string[]
  /** Acronyms of the units that were asked for but already hold it (PRO-123). */
  readonly alreadyThere: readonly string[]
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

type GatheredFacts = Omit<SendFacts, 'destinations'> & { readonly destinations: readonly DestinationRow[] }

async function gatherFacts(
  db: Database,
  actor: Actor,
  request: SendRequest,
  caseFile: CaseFile,
  now: Date,
): Promise<GatheredFacts> {
  const asked = [...new Set(request.to)]
  const destinations = await selectDestinations(db, actor.unitId, caseFile.id, asked, todayIn(now))
  return {
    caseFile: factsToAct(caseFile, actor.unitId),
    destinations,
    unknown: asked.length - destinations.length,
    returnDue: request.returnDue,
    today: todayIn(now),
  }
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
    insertMovements(db, actor, caseFile.id, ids, request.keepOpen, request.returnDue, now),
    closeReturns(db, actor.unitId, caseFile.id, ids, now),
    lockDocuments(db, actor, caseFile.id, { kind: 'sent', unit: acronyms.join(', ') }, now),
    // A unit that kept it open finds the return as a novelty on its desk.
    arriving.length < destinations.length ? noteNews(db, actor, caseFile.id, now) : undefined,
    record(db, actor, now, [
      {
        caseFileId: caseFile.id,
        event: {
          kind: 'case-sent',
          to: acronyms.join(', '),
          keptOpen: request.keepOpen,
          ...(request.returnDue ? { returnDue: request.returnDue } : {}),
        },
      },
    ]),
  ])
  await queueMail(db, noticeOfArrival(caseFile, actor, destinations, request.notify ?? false))
  return { number: caseFile.number, to: acronyms, alreadyThere: there.map(({ acronym }) => acronym) }
}
