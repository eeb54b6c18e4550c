import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { factsToAct, noteNews, refusalsToAct } from '../../cases/index.ts'
import { beginPublication, type Document, documentLabel, findDocument, publishFrom } from '../../documents/index.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { type SignatureView, verificationOf } from '../../signatures/index.ts'
import { checkDay } from '../days/check-day.ts'
import { noteStep } from '../gazette/steps.queries.ts'
import type { Derivation } from '../related/begin-related.ts'
import { type Vehicle, vehicleName } from '../vehicles/vehicle.ts'
import { selectVehiclesFor } from '../vehicles/vehicles.queries.ts'
import { stampOf } from './publication.text.ts'
import type { GazetteData, PublicationReason } from './publication.ts'
import { insertPublication, selectOrigin, updateState } from './publications.queries.ts'
import { type PublishRefusal, refusalsOfDocument, refusalsToPublish } from './publish.rules.ts'

export interface PublishRequest {
  /** The nº SEI. */
  readonly number: string
  readonly vehicleId: string
  /** Day of the edition of a bulletin. Of an external gazette it is told later, by the gazette. */
  readonly on: LocalDate | undefined
  readonly extraordinary: boolean
  /** 5 to 1000 characters. */
  readonly summary: string
  readonly gazette: GazetteData
}

/**
 * Publishes a document in the bulletin of its agency, now or on a later day, or puts it on the way to an external gazette
 * (DOC-100 to DOC-105). From then on nothing of it changes. Two people at once are settled by the lock on the document.
 * Undefined when there is no such document for this actor to read.
 */
export async function publishDocument(
  db: Database,
  actor: Actor,
  request: PublishRequest,
  now: Date,
): Promise<Outcome<{ state: 'published' | 'scheduled' | 'to-send' }, PublishRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    if (!document || !mayBeTold(document)) return undefined
    const [facts, vehicles, origin] = await Promise.all([
      factsOfDocument(trx, actor, document),
      selectVehiclesFor(trx, actor, document.typeId),
      selectOrigin(trx, document),
    ])
    const vehicle = vehicles.find(({ id }) => id === request.vehicleId)
    const { on, extraordinary } = request
    const day =
      vehicle?.kind === 'internal' && on
        ? await checkDay(trx, actor.agencyId, vehicle, { on, extraordinary }, now)
        : undefined
    const refusal = refused(refusalsToPublish({ ...facts, vehicleFits: vehicle !== undefined, day }))
    if (refusal || !vehicle) return refusal ?? refuse<PublishRefusal>({ kind: 'vehicle' })
    if (vehicle.kind === 'internal' && !on) return refuse<PublishRefusal>({ kind: 'vehicle' })
    return carryOut(trx, actor, document, vehicle, { ...request, reason: reasonOf(origin.madeAs) }, now)
  })
}

/** What they may read, and what was cancelled: of everything else nothing is told. */
export function mayBeTold({ readRefusals }: Document): boolean {
  return readRefusals.every(({ kind }) => kind === 'cancelled')
}

/** The reasons that are in the document and its case file. */
export async function refusalsNow(
  db: Database,
  actor: Actor,
  document: Document,
  signatures: readonly SignatureView[],
): Promise<PublishRefusal[]> {
  return refusalsOfDocument(await factsOfDocument(db, actor, document, signatures))
}

/** What a document made of another one is published as. */
export function reasonOf(madeAs: Derivation | null): PublicationReason {
  return madeAs === null || madeAs === 'final-version' ? 'publication' : madeAs
}

async function factsOfDocument(db: Database, actor: Actor, document: Document, known?: readonly SignatureView[]) {
  const { caseFile, level, kind, signatureCount, state, isOurs, inSignatureBundle, publication } = document
  const signed = signatureCount > 0
  const verification = signed && kind === 'authored' ? await verificationOf(db, document, '', known) : undefined
  return {
    caseRefusals: refusalsToAct('change', factsToAct(caseFile, actor.unitId)),
    caseLevel: caseFile.effectiveLevel,
    level,
    kind,
    signed,
    intact: verification?.condition === 'intact',
    cancelled: state === 'cancelled',
    isOurs,
    inSignatureBundle,
    inPublication: publication !== undefined,
    published: publication?.isPublished === true,
  }
}

async function carryOut(
  db: Database,
  actor: Actor,
  document: Document,
  vehicle: Vehicle,
  request: PublishRequest & { readonly reason: PublicationReason },
  now: Date,
): Promise<Outcome<{ state: 'published' | 'scheduled' | 'to-send' }, PublishRefusal>> {
  const { reason, summary, extraordinary, gazette } = request
  const on = vehicle.kind === 'internal' ? request.on : undefined
  const toInsert = {
    documentId: document.id,
    version: document.version,
    vehicle,
    reason,
    summary,
    extraordinary,
    on,
    gazette,
  }
  const made = await insertPublication(db, actor, toInsert, now)
  if (!made) return refuse({ kind: 'already-in-publication' })
  await beginPublication(db, actor, document, now)
  const label = documentLabel(document)
  const isOut = made.publishedFrom !== null && made.publishedFrom <= now
  const state = made.publishedFrom === null ? 'to-send' : isOut ? 'published' : 'scheduled'
  const told = { document: label, vehicle: vehicleName(vehicle) }
  const event: CaseEvent =
    on === undefined
      ? { kind: 'publication-prepared', ...told }
      : { kind: isOut ? 'document-published' : 'publication-scheduled', ...told, on }
  await Promise.all([
    made.publishedFrom &&
      on &&
      publishFrom(db, document.id, made.publishedFrom, stampOf({ vehicle, reason, extraordinary, gazette }, on)),
    on === undefined && noteStep(db, actor, made.id, { step: 'prepared' }, now),
    isOut && updateState(db, made.id, { state: 'published' }, now),
    record(db, actor, now, [{ caseFileId: document.caseFile.id, documentId: document.id, event }]),
    noteNews(db, actor, document.caseFile.id, now),
  ])
  return done({ state })
}
