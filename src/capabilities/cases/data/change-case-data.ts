import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import type { AccessLevel } from '../access.rules.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import { factsToAct } from '../facts-to-act.ts'
import type { CaseFieldsRequest } from '../fields/case-fields.form.ts'
import type { FieldRefusal } from '../fields/case-fields.rules.ts'
import { insertClasses, insertParties } from '../fields/fields.queries.ts'
import { judgeFields } from '../fields/judge-fields.ts'
import { registerParties } from '../fields/register-parties.ts'
import { findCaseFile } from '../find-case-file.ts'
import { deleteClasses, deleteParties, selectCaseClasses, selectInterested, updateData } from './data.queries.ts'

export type ChangeRefusal =
  | CaseRefusal
  | FieldRefusal
  /** The new type does not allow the present level (PRO-035). */
  | { readonly kind: 'level-not-allowed-by-type'; readonly level: AccessLevel }

/**
 * Changes type, summary, classes, interested parties and priority of a case file; what is as it was is not told. Number
 * and day of filing cannot be changed by anybody (PRO-011).
 */
export async function changeCaseData(
  db: Database,
  actor: Actor,
  digits: string,
  request: CaseFieldsRequest,
  now: Date,
): Promise<Outcome<true, ChangeRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile) return undefined
    const { id, level } = caseFile
    const [classes, parties] = await Promise.all([selectCaseClasses(trx, id), selectInterested(trx, [id])])
    const classIds = classes.map((one) => one.id)
    const fields = await judgeFields(trx, actor, request, { caseFileId: id, typeId: caseFile.typeId, classIds })
    const newType = request.typeId === caseFile.typeId ? undefined : fields.type
    const refusal = refused<ChangeRefusal>([
      ...refusalsToAct('change', factsToAct(caseFile, actor.unitId)),
      ...fields.refusals,
      ...(newType && !newType.allowedLevels.includes(level)
        ? [{ kind: 'level-not-allowed-by-type', level } as const]
        : []),
    ])
    if (refusal) return refusal

    const contactIds = await registerParties(trx, actor, request.parties, now)
    const partiesChanged = !sameInOrder(
      contactIds,
      parties.map(({ contactId }) => contactId),
    )
    const classesChanged = !sameInOrder([...request.recordClassIds].sort(), [...classIds].sort())
    const changed = [
      ...(request.summary === caseFile.summary ? [] : ['especificação']),
      ...(partiesChanged ? ['interessados'] : []),
      ...((request.priority ?? null) === caseFile.priority ? [] : ['prioridade']),
    ]
    const events: CaseEvent[] = [
      ...(newType ? [{ kind: 'case-type-changed', from: caseFile.typeName, to: newType.name } as const] : []),
      ...(classesChanged
        ? [{ kind: 'case-classes-changed', from: codesOf(classes), to: fields.classCodes } as const]
        : []),
      ...(changed.length > 0 ? [{ kind: 'case-data-changed', fields: changed.join(', ') } as const] : []),
    ]
    await Promise.all([
      updateData(trx, id, request),
      ...(partiesChanged ? [deleteParties(trx, id), insertParties(trx, id, contactIds)] : []),
      ...(classesChanged ? [deleteClasses(trx, id), insertClasses(trx, id, request.recordClassIds)] : []),
      record(
        trx,
        actor,
        now,
        events.map((event) => ({ caseFileId: id, event })),
      ),
    ])
    return done(true)
  })
}

function codesOf(classes: readonly { readonly code: string }[]): string {
  return classes.map(({ code }) => code).join(', ') || 'nenhuma'
}

function sameInOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
