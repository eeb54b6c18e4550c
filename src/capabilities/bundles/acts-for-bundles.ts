import type { Actor } from '../../platform/actor.ts'
import { type CaseFile, factsToAct, refusalsToAct } from '../cases/index.ts'
import type { Document } from '../documents/index.ts'
import { refusalsOfDocument } from './items/include-items.ts'

/** Whether the page of a case file or document offers to put it into a bundle. */
export const actsForBundles = {
  caseFile(caseFile: CaseFile, actor: Actor): boolean {
    if (!actor.permissions.has('bundles.use')) return false
    return refusalsToAct('add-to-internal-bundle', factsToAct(caseFile, actor.unitId)).length === 0
  },
  document(document: Document, actor: Actor): boolean {
    return (
      actor.permissions.has('bundles.use') &&
      !document.inSignatureBundle &&
      refusalsOfDocument(document, actor).length === 0
    )
  },
}
