import { kindOfExtension } from '../../platform/file-kinds/index.ts'
import { type CaseAction, type CaseFacts, factsToAct, refusalsToAct } from '../cases/index.ts'
import type { ActRefusal } from './act-refusal.text.ts'
import type { Document } from './document.ts'
import { type DocumentAction, type DocumentFacts, refusalsFor } from './pen.rules.ts'

/** What the matrix §10.2 asks of a document that has passed the gate. */
export function factsOf(document: Document): DocumentFacts {
  const show = document.file && kindOfExtension(document.file.extension)?.show
  return {
    kind: document.kind,
    signed: document.signatureCount > 0,
    lock: document.lockedAt && { since: document.lockedAt, cause: document.lockCause ?? '' },
    inOpenBundle: document.inSignatureBundle,
    cancelled: document.state === 'cancelled',
    published: document.publication?.isPublished === true,
    inPublication: document.publication !== undefined,
    circularBase: document.role === 'circular-base',
    convertible: show === 'pdf' || show === 'image' || show === 'text',
    actor: actorTowards(document),
  }
}

/** Where a bundle has brought a document to its own successor unit, the bundle says what may be done. */
function actorTowards({ signsHere, signsByCredential, isOurs, caseFile }: Document): DocumentFacts['actor'] {
  if (signsHere) return 'signature-bundle'
  if (isOurs) return 'producing-unit'
  if (signsByCredential) return 'signature-credential'
  return caseFile.access.meetingBundle ? 'meeting-bundle' : 'other-unit'
}

/**
 * What the state of the case file has to say. Who signs in a bundle never holds the case file (BLO-023): for them it is
 * open as long as anybody has it open.
 */
function caseFactsFor(action: DocumentAction, document: Document, actorUnitId: string): CaseFacts {
  const facts = factsToAct(document.caseFile, actorUnitId)
  if (!document.signsHere || (action !== 'sign' && action !== 'edit-content')) return facts
  return { ...facts, openHere: facts.openHere || document.caseFile.openUnits > 0, tramitedHere: true }
}

/** All the reasons against an act of this unit on a document: those of the case file's state, then the document's. */
export function refusalsOfAct(
  action: DocumentAction,
  caseAction: CaseAction,
  document: Document,
  actorUnitId: string,
): ActRefusal[] {
  return [
    ...refusalsToAct(caseAction, caseFactsFor(action, document, actorUnitId)).map(
      (why) => ({ kind: 'case', why }) as const,
    ),
    ...refusalsFor(action, factsOf(document)).map((why) => ({ kind: 'document', why }) as const),
  ]
}
