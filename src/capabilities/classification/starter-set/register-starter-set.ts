import { type Database, inTransaction } from '../../../platform/db/index.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import {
  registerCaseType,
  registerConferenceKind,
  registerDocumentType,
  registerLegalBasis,
  registerRecordClass,
} from '../register-types.ts'
import { starterDocumentTypes } from './starter-document-types.ts'
import { starterCaseTypes, starterConferenceKinds, starterLegalBases, starterRecordClass } from './starter-registers.ts'

/**
 * Gives an empty installation what nearly every public body begins with: types of case files and of documents with their
 * templates, a provisional class, legal bases and kinds of conference. What has the same name already is left as it is.
 */
export async function registerStarterSet(db: Database): Promise<void> {
  await inTransaction(db, async (trx) => {
    const recordClassId = idOf(await registerRecordClass(trx, starterRecordClass))
    let personal: string | undefined
    for (const basis of starterLegalBases) {
      const id = idOf(await registerLegalBasis(trx, basis))
      personal ??= id
    }
    for (const kind of starterConferenceKinds) await registerConferenceKind(trx, kind)
    for (const type of starterDocumentTypes) await registerDocumentType(trx, type)
    for (const { name, suggested, allowed, onePerParty = false } of starterCaseTypes) {
      await registerCaseType(trx, {
        name,
        onePerParty,
        allowedLevels: allowed,
        suggestedLevel: suggested,
        recordClassIds: recordClassId ? [recordClassId] : [],
        ...(suggested === 'restricted' && personal ? { suggestedLegalBasisId: personal } : {}),
      })
    }
  })
}

function idOf(outcome: Outcome<{ id: string }, unknown>): string | undefined {
  return outcome.done ? outcome.value.id : undefined
}
