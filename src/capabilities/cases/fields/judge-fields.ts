import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { contactsByIds } from '../../people/index.ts'
import type { CaseFieldsRequest } from './case-fields.form.ts'
import { type FieldRefusal, refusalsOfFields } from './case-fields.rules.ts'
import { type CaseTypeRow, lockParties, selectEarlier, selectRecordClasses, selectType } from './fields.queries.ts'

export interface JudgedFields {
  readonly refusals: readonly FieldRefusal[]
  readonly type: CaseTypeRow | undefined
  /** Chosen classes as history tells them: `010.1, 020.3`. */
  readonly classCodes: string
}

/** What the case file already has, and so may keep although it is no longer offered. */
export interface KeptFields {
  readonly caseFileId: string
  readonly typeId: string
  readonly classIds: readonly string[]
}

/** Asks the rules about the fields; the facts come in one round trip. To be called in the transaction of the act. */
export async function judgeFields(
  db: Database,
  actor: Actor,
  request: CaseFieldsRequest,
  kept: KeptFields | undefined,
): Promise<JudgedFields> {
  const contactIds = contactIdsOf(request)
  const [, type, classes, contacts, earlier] = await Promise.all([
    lockParties(db, request.typeId, contactIds),
    selectType(db, actor, request.typeId),
    selectRecordClasses(db, request.recordClassIds),
    contactsByIds(db, contactIds),
    selectEarlier(db, actor, request.typeId, contactIds, kept?.caseFileId),
  ])
  const open = new Set(
    classes.filter(({ id, selectable }) => selectable || kept?.classIds.includes(id)).map(({ id }) => id),
  )
  const codes = new Map(classes.map(({ id, code }) => [id, code]))
  return {
    type,
    classCodes: classes.map(({ code }) => code).join(', '),
    refusals: refusalsOfFields({
      type: type && { offered: type.offered || type.id === kept?.typeId, onePerParty: type.onePerParty },
      recordClassCount: request.recordClassIds.length,
      closedClasses: request.recordClassIds.filter((id) => !open.has(id)).map((id) => codes.get(id) ?? 'desconhecida'),
      partyCount: request.parties.length,
      unknownPartyCount: contactIds.length - contacts.length,
      earlier: earlier.map((one) => ({ ...one, number: one.number ?? undefined })),
    }),
  }
}

export function contactIdsOf(request: CaseFieldsRequest): string[] {
  return request.parties.flatMap((party) => ('contactId' in party ? [party.contactId] : []))
}
