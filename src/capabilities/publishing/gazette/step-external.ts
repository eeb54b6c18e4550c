import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { publishFrom } from '../../documents/index.ts'
import type { CaseEvent } from '../../history/index.ts'
import { type SignatureView, signaturesOf, verificationOf } from '../../signatures/index.ts'
import { aimAtEdition } from '../days/aim-at-edition.ts'
import { checkDay } from '../days/check-day.ts'
import { localMoment } from '../days/local-moment.ts'
import { type DayRefusal, isLate } from '../days/publication-day.rules.ts'
import { endHeld, type Held, hold, tell } from '../publishing/hold-publication.ts'
import { brazilian, stampOf } from '../publishing/publication.text.ts'
import type { GazetteData } from '../publishing/publication.ts'
import { updateGazette, updateState } from '../publishing/publications.queries.ts'
import { startTerms } from './awaited/start-terms.ts'
import { sendMatter } from './send-matter.ts'
import { noteStep } from './steps.queries.ts'
import { type ExternalStep, refusalsToStep, type StepRefusal } from './steps.rules.ts'

export interface StepRequest {
  /** The nº SEI. */
  readonly number: string
  readonly step: ExternalStep
  /** Of the edition: wished for with `sent`, needed for `scheduled` and `published`. */
  readonly on: LocalDate | undefined
  /** It came out on a day without an ordinary edition. */
  readonly extraordinary?: boolean
  /** Why the gazette gave it back. */
  readonly reason: string
  /** Number or protocol that the gazette gave; 100 characters at most. */
  readonly receipt?: string
  readonly gazette: GazetteData
  /** Send it to the e-mail of the gazette, too. */
  readonly byMail?: boolean
}

/**
 * Takes a publication in an external gazette a step further (FLX-064, DOE-01): approved, sent, received, scheduled, published,
 * given back. Each step is in the record with its day, person and receipt, and in the history. Undefined where there is no
 * such publication of a document that this actor may read, of this unit or for it to send.
 */
export async function stepExternal(
  db: Database,
  actor: Actor,
  request: StepRequest,
  now: Date,
): Promise<Outcome<{ note: string }, StepRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const held = await hold(trx, actor, request.number, now)
    if (!held) return undefined
    const { publication, document } = held
    const { step, reason } = request
    const isOfHouse = step === 'approved' || step === 'sent'
    const [day, verification, signatures] = await Promise.all([
      dayRefusals(trx, actor, held, request, now),
      isOfHouse ? verificationOf(trx, document, '') : undefined,
      step === 'published' ? signaturesOf(trx, [document.id]) : undefined,
    ])
    const refusal = refused(
      refusalsToStep(publication, {
        ...{ step, on: request.on, reason, day, today: localMoment(now, publication.vehicle.timeZone).day },
        who: { isOurs: document.isOurs, isApprover: publication.isApprover },
        isPublic: document.level === 'public' && document.caseFile.effectiveLevel !== 'confidential',
        signedOn: lastSigned(signatures?.get(document.id), publication.vehicle.timeZone),
        intact: !isOfHouse || verification?.condition === 'intact',
      }),
    )
    if (refusal) return refusal
    if (step === 'sent') return send(trx, actor, held, request, now)
    await carryOut(trx, actor, held, request, now)
    const { on, receipt = '' } = request
    await noteStep(trx, actor, publication.id, { step, receipt, on, note: step === 'rejected' ? reason : '' }, now)
    return done({ note: '' })
  })
}

/** The day on which the present text got its last signature. */
function lastSigned(signatures: readonly SignatureView[] = [], timeZone: string): LocalDate | undefined {
  const days = signatures.flatMap((one) => (one.current ? [localMoment(one.signedAt, timeZone).day] : []))
  return days.sort().at(-1)
}

/** Only days with an edition are marked; what came out on another day was an extraordinary one, and says so. */
async function dayRefusals(
  db: Database,
  actor: Actor,
  { publication }: Held,
  { step, on, extraordinary = false }: StepRequest,
  now: Date,
): Promise<DayRefusal[]> {
  const { vehicle } = publication
  if (!on || vehicle.kind !== 'external') return []
  if (step === 'scheduled') {
    const why = await checkDay(db, actor.agencyId, vehicle, { on, extraordinary: publication.extraordinary }, now)
    // What was sent in time is scheduled by the gazette at whatever hour.
    return why.filter((refusal) => !isLate(refusal))
  }
  if (step !== 'published' || extraordinary || publication.extraordinary) return []
  const all = await checkDay(db, actor.agencyId, vehicle, { on, extraordinary: false }, new Date(`${on}T00:00:00Z`))
  return all.filter(({ kind }) => kind === 'no-edition' || kind === 'closed-day' || kind === 'holiday')
}

async function send(
  db: Database,
  actor: Actor,
  held: Held,
  { on: wished, receipt = '', byMail = false }: StepRequest,
  now: Date,
): Promise<Outcome<{ note: string }, StepRefusal>> {
  const { publication } = held
  const { vehicle, extraordinary } = publication
  const aim = await aimAtEdition(db, actor.agencyId, vehicle, { on: wished, extraordinary }, now)
  if (!aim.done) return { done: false, refusals: aim.refusals.map((why) => ({ kind: 'day', why })) as never }
  const { on, missed } = aim.value
  const sentSha256 = await sendMatter(db, held, { on, byMail })
  const note = missed ? `A edição de ${brazilian(missed)} já tinha fechado: vai na de ${brazilian(on)}.` : ''
  await Promise.all([
    updateState(db, publication.id, { state: 'sent', on, sentSha256 }, now),
    noteStep(db, actor, publication.id, { step: 'sent', receipt, note, on }, now),
    tell(db, actor, held, (told) => ({ kind: 'publication-sent', ...told }), now),
  ])
  return done({ note })
}

async function carryOut(db: Database, actor: Actor, held: Held, request: StepRequest, now: Date): Promise<void> {
  const { publication, document } = held
  const { step, on, reason, gazette } = request
  const say = (event: (told: { document: string; vehicle: string }) => CaseEvent) => tell(db, actor, held, event, now)
  if (step === 'rejected') return endHeld(db, actor, held, { state: 'rejected', reason }, now)
  if (step === 'approved' || step === 'received') {
    await updateState(db, publication.id, { state: step }, now)
    return say((told) => ({ kind: `publication-${step}`, ...told }))
  }
  if (!on) throw new Error('a step without the day that it needs was not refused')
  if (step === 'scheduled') {
    await updateState(db, publication.id, { state: 'scheduled', on }, now)
    return say((told) => ({ kind: 'publication-scheduled', ...told, on }))
  }
  await updateGazette(db, publication.id, gazette, now)
  const { timeZone } = publication.vehicle
  const from = await updateState(db, publication.id, { state: 'published', on, timeZone }, now)
  if (from) await publishFrom(db, document.id, from, stampOf({ ...publication, gazette }, on))
  await startTerms(db, held, on, now)
  return say((told) => ({ kind: 'document-published', ...told, on }))
}
