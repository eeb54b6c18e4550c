import type { Actor } from '../../../platform/actor.ts'
import { addDays, type LocalDate } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { publishFrom } from '../../documents/index.ts'
import { checkDay } from '../days/check-day.ts'
import { localMoment } from '../days/local-moment.ts'
import { hasClosed } from '../days/publication-day.rules.ts'
import { noteStep } from '../gazette/steps.queries.ts'
import { type ChangeRefusal, refusalsToCancel } from './change.rules.ts'
import { endHeld, type Held, hold, tell } from './hold-publication.ts'
import { stampOf } from './publication.text.ts'
import type { GazetteData, Publication } from './publication.ts'
import { updateGazette, updateScheduled, updateState } from './publications.queries.ts'

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
    if (!held.document.isOurs) return undefined
    if (!isDraft(publication)) return refuse<ChangeRefusal>({ kind: 'approved' })
    return changeScheduled(trx, actor, held, request, now)
  })
}

/** What goes to a gazette changes until it is approved; what goes to the bulletin until its day. */
export function isDraft({ vehicle, state }: Pick<Publication, 'vehicle' | 'state'>): boolean {
  return vehicle.kind === 'internal' || state === 'to-send'
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
    const refusal = refused(refusalsToCancel(held.publication, isClosed(held.publication, now)))
    if (refusal) return refusal
    await endHeld(trx, actor, held, { state: 'cancelled', reason: request.reason }, now)
    if (held.publication.vehicle.kind === 'external') {
      await noteStep(trx, actor, held.publication.id, { step: 'cancelled', note: request.reason }, now)
    }
    return done(true)
  })
}

/** Whether what was sent to an external gazette is in an edition that has closed. */
export function isClosed({ vehicle, state, on, extraordinary }: Publication, now: Date): boolean {
  const isThere = state === 'sent' || state === 'received' || state === 'scheduled'
  if (vehicle.kind !== 'external' || !isThere || !on) return false
  const edition = { on, dayBefore: addDays(on, -1), extraordinary }
  return hasClosed(vehicle, edition, localMoment(now, vehicle.timeZone))
}
