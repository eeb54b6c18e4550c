import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type Document, documentLabel, endPublication, findDocument, publishFrom } from '../../documents/index.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { checkDay } from '../days/check-day.ts'
import { localMoment } from '../days/local-moment.ts'
import type { DayRefusal } from '../days/publication-day.rules.ts'
import { vehicleName } from '../vehicles/vehicle.ts'
import { type ChangeRefusal, type ExternalStep, refusalsToCancel, refusalsToStep } from './change.rules.ts'
import { stampOf } from './publication.text.ts'
import type { GazetteData, Publication } from './publication.ts'
import { selectPublication, updateGazette, updateScheduled, updateState } from './publications.queries.ts'
import { mayBeTold } from './publish-document.ts'

/** A publication with its document, held until the transaction ends. */
interface Held {
  readonly document: Document
  readonly publication: Publication
}

export interface ChangeRequest {
  /** The nº SEI. */
  readonly number: string
  readonly summary: string
  readonly extraordinary: boolean
  readonly on: LocalDate | undefined
  readonly gazette: GazetteData
}

/**
 * Changes what is on its way: summary, day, edition. Of what is published only the data of an external gazette may change
 * (DOC-102), and everything else of the request is passed over. Undefined when there is no such publication of a document
 * of this unit.
 */
export async function changePublication(
  db: Database,
  actor: Actor,
  request: ChangeRequest,
  now: Date,
): Promise<Outcome<true, ChangeRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const held = await hold(trx, actor, request.number, now)
    if (!held) return undefined
    const { publication } = held
    if (publication.state === 'rejected' || publication.state === 'cancelled')
      return refuse<ChangeRefusal>({ kind: 'over' })
    if (publication.state === 'published') return changeGazette(trx, actor, held, request.gazette, now)
    return changeScheduled(trx, actor, held, request, now)
  })
}

async function changeGazette(
  db: Database,
  actor: Actor,
  held: Held,
  gazette: GazetteData,
  now: Date,
): Promise<Outcome<true, ChangeRefusal>> {
  await Promise.all([
    updateGazette(db, held.publication.id, gazette, now),
    tell(db, actor, held, (told) => ({ kind: 'gazette-data-changed', ...told }), now),
  ])
  return done(true)
}

async function changeScheduled(
  db: Database,
  actor: Actor,
  held: Held,
  request: ChangeRequest,
  now: Date,
): Promise<Outcome<true, ChangeRefusal>> {
  const { publication, document } = held
  const { vehicle } = publication
  const isInternal = vehicle.kind === 'internal'
  const on = isInternal ? (request.on ?? publication.on) : publication.on
  const { extraordinary, gazette, summary } = request
  const moves = on !== publication.on || extraordinary !== publication.extraordinary
  const day = isInternal && on && moves ? await checkDay(db, actor.agencyId, vehicle, { on, extraordinary }, now) : []
  const refusal = refused(day.map((why): ChangeRefusal => ({ kind: 'day', why })))
  if (refusal) return refusal
  const from = await updateScheduled(db, publication, { summary, extraordinary, on }, now)
  await updateGazette(db, publication.id, gazette, now)
  if (!isInternal || !on || !from) {
    await tell(db, actor, held, (told) => ({ kind: 'publication-restated', ...told }), now)
    return done(true)
  }
  const isOut = from <= now
  await Promise.all([
    publishFrom(db, document.id, from, stampOf({ ...publication, extraordinary, gazette }, on)),
    isOut && updateState(db, publication.id, { state: 'published' }, now),
    tell(db, actor, held, (told) => ({ kind: isOut ? 'document-published' : 'publication-changed', ...told, on }), now),
  ])
  return done(true)
}

/**
 * Takes back what is not yet out (DOC-102): the document may be published again, or cancelled. Its pen stays black.
 * `reason`: 5 to 500 characters, for the history.
 */
export async function cancelPublication(
  db: Database,
  actor: Actor,
  request: { readonly number: string; readonly reason: string },
  now: Date,
): Promise<Outcome<true, ChangeRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const held = await hold(trx, actor, request.number, now)
    if (!held) return undefined
    const refusal = refused(refusalsToCancel(held.publication))
    if (refusal) return refusal
    await end(trx, actor, held, { state: 'cancelled', reason: request.reason }, now)
    return done(true)
  })
}

/** What happened in the external gazette (FLX-064): sent, scheduled, published, rejected. */
export async function stepExternal(
  db: Database,
  actor: Actor,
  request: {
    readonly number: string
    readonly step: ExternalStep
    /** Of the edition: needed for `scheduled` and `published`. */
    readonly on: LocalDate | undefined
    readonly reason: string
    readonly gazette: GazetteData
  },
  now: Date,
): Promise<Outcome<true, ChangeRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const held = await hold(trx, actor, request.number, now)
    if (!held) return undefined
    const { publication, document } = held
    const { step, on, reason, gazette } = request
    const { vehicle } = publication
    const here = localMoment(now, vehicle.timeZone)
    const day: DayRefusal[] =
      step === 'scheduled' && on
        ? await checkDay(trx, actor.agencyId, vehicle, { on, extraordinary: publication.extraordinary }, now)
        : []
    const refusal = refused(refusalsToStep(publication, { step, on, today: here.day, reason, day }))
    if (refusal) return refusal
    if (step === 'rejected') {
      await end(trx, actor, held, { state: 'rejected', reason }, now)
      return done(true)
    }
    if (step === 'sent') {
      await updateState(trx, publication.id, { state: 'sent' }, now)
      await tell(trx, actor, held, (told) => ({ kind: 'publication-sent', ...told }), now)
      return done(true)
    }
    if (!on) return refuse<ChangeRefusal>({ kind: 'day-missing' })
    if (step === 'scheduled') {
      await updateState(trx, publication.id, { state: 'scheduled', on }, now)
      await tell(trx, actor, held, (told) => ({ kind: 'publication-scheduled', ...told, on }), now)
      return done(true)
    }
    await updateGazette(trx, publication.id, gazette, now)
    const from = await updateState(trx, publication.id, { state: 'published', on, timeZone: vehicle.timeZone }, now)
    if (from) await publishFrom(trx, document.id, from, stampOf({ ...publication, gazette }, on))
    await tell(trx, actor, held, (told) => ({ kind: 'document-published', ...told, on }), now)
    return done(true)
  })
}

/** The last publication of a document of this unit, or of one that it succeeds. */
async function hold(db: Database, actor: Actor, number: string, now: Date): Promise<Held | undefined> {
  const document = await findDocument(db, actor, number, 'locked', now)
  if (!document?.isOurs || !mayBeTold(document)) return undefined
  const publication = await selectPublication(db, document.id, now)
  return publication && { document, publication }
}

async function end(
  db: Database,
  actor: Actor,
  held: Held,
  { state, reason }: { readonly state: 'cancelled' | 'rejected'; readonly reason: string },
  now: Date,
): Promise<void> {
  await Promise.all([
    updateState(db, held.publication.id, { state, endReason: reason }, now),
    endPublication(db, held.document.id),
    tell(db, actor, held, (told) => ({ kind: `publication-${state}`, ...told, reason }), now),
  ])
}

function tell(
  db: Database,
  actor: Actor,
  { document, publication }: Held,
  event: (told: { readonly document: string; readonly vehicle: string }) => CaseEvent,
  now: Date,
): Promise<void> {
  const told = { document: documentLabel(document), vehicle: vehicleName(publication.vehicle) }
  return record(db, actor, now, [{ caseFileId: document.caseFile.id, documentId: document.id, event: event(told) }])
}
