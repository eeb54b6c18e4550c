import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { failpoint } from '../../../platform/failpoints/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { digitsOf, type NumberRefusal } from '../../organization/index.ts'
import { grantTo } from '../credentials/grant-to.ts'
import type { CaseFieldsRequest } from '../fields/case-fields.form.ts'
import type { FieldRefusal } from '../fields/case-fields.rules.ts'
import { insertClasses, insertParties, selectLegalBases } from '../fields/fields.queries.ts'
import { judgeFields } from '../fields/judge-fields.ts'
import { registerParties } from '../fields/register-parties.ts'
import { changeHoldings } from '../holdings.ts'
import type { LevelRequest } from '../level/level.form.ts'
import { type LevelRefusal, refusalsOfLevel } from '../level/level.rules.ts'
import { upsertObservation } from '../observation/observation.queries.ts'
import { upsertReading } from '../reading.queries.ts'
import { type InformedNumberRefusal, refusalsOfInformedNumber } from './informed-number.rules.ts'
import { type NumberSource, numberSourceOf, takeNumber } from './number-source.ts'
import { insertCaseFile, reserveCaseFileId, selectOpeningUnit } from './opening.queries.ts'

/** A case file to be opened at the actor's unit. */
export interface OpenRequest extends CaseFieldsRequest, LevelRequest {
  /** The unit's own remark; '' for none. */
  readonly observation: string
  /** Number and day of filing of a case file that already has one (PRO-010). `filedOn`: `YYYY-MM-DD`. */
  readonly informed?: { readonly number: string; readonly filedOn: string } | undefined
}

/** Why a case file is not opened; `explainOpenRefusal` says it to people. */
export type OpenRefusal =
  | FieldRefusal
  | LevelRefusal
  | InformedNumberRefusal
  | NumberRefusal
  | { readonly kind: 'number-taken' }

/** The new case file. */
export interface OpenedCaseFile {
  readonly id: string
  /** As people write it, in the form of the agency's mask. */
  readonly number: string
  readonly digits: string
}

/**
 * Opens a case file at the actor's unit: gives it a number, puts it on the unit's desk, seen, and tells it in the
 * history. A confidential one gives its opener the first credential (PRO-080).
 *
 * Everything that can be asked is asked before the number is taken, because from then on others who open at the same
 * unit wait until the transaction ends. So the caller commits soon after. Numbers have neither twins nor gaps.
 */
export async function openCaseFile(
  db: Database,
  actor: Actor,
  request: OpenRequest,
  now: Date,
): Promise<Outcome<OpenedCaseFile, OpenRefusal>> {
  return inTransaction(db, async (trx) => {
    const [fields, legalBases, unit, id] = await Promise.all([
      judgeFields(trx, actor, request, undefined),
      selectLegalBases(trx, undefined),
      selectOpeningUnit(trx, actor),
      reserveCaseFileId(trx),
    ])
    const { type } = fields
    const basis = legalBases.find((one) => one.id === request.legalBasisId)
    const source = numberSourceOf(unit, todayIn(now))
    const refusal = refused<OpenRefusal>([
      ...fields.refusals,
      ...refusalsOfLevel({
        level: request.level,
        allowedLevels: type?.allowedLevels,
        basis: basis && { level: basis.level, offered: basis.active },
      }),
      ...(request.informed ? refusalsOfInformedNumber({ ...source.informing, ...request.informed }) : source.refusals),
    ])
    if (refusal || !type) return refusal ?? refuse<OpenRefusal>({ kind: 'type-not-offered' })

    const contactIds = await registerParties(trx, actor, request.parties, now)
    const opened = await insertNumbered(trx, actor, request, { id, source }, now)
    if (!opened.done) return opened
    failpoint('opening.numbered')
    const { number } = opened.value
    await Promise.all([
      insertParties(trx, id, contactIds),
      insertClasses(trx, id, request.recordClassIds),
      request.observation ? upsertObservation(trx, actor, id, request.observation, now) : undefined,
      changeHoldings(trx, {
        caseFileId: id,
        open: [{ unitId: actor.unitId, origin: 'generated', receivedBy: actor.userId, seen: true }],
        by: actor.userId,
        now,
      }),
      upsertReading(trx, actor, id, now),
      record(trx, actor, now, [
        { caseFileId: id, event: { kind: 'case-opened', number, type: type.name, level: request.level } },
      ]),
      request.level === 'confidential' ? grantTo(trx, actor, id, actor, now) : undefined,
    ])
    failpoint('opening.filled')
    return opened
  })
}

/** A generated number that was informed before for another case file is passed over; an informed one is refused. */
async function insertNumbered(
  db: Database,
  actor: Actor,
  request: OpenRequest,
  { id, source }: { readonly id: string; readonly source: NumberSource },
  now: Date,
): Promise<Outcome<OpenedCaseFile, OpenRefusal>> {
  const { informed } = request
  for (let attempt = 0; attempt < mostPassedOver; attempt++) {
    const taken = informed ? done(informed.number) : await takeNumber(db, source)
    if (!taken.done) return taken
    const number = taken.value
    const digits = digitsOf(number)
    const filedOn = informed?.filedOn ?? source.informing.today
    const row = { ...request, id, number, digits, filedOn, informed: informed !== undefined }
    if (await insertCaseFile(db, actor, row, now)) return done({ id, number, digits })
    if (informed) break
  }
  return refuse({ kind: 'number-taken' })
}

const mostPassedOver = 200
