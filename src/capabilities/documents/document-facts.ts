import { kindOfExtension } from '../../platform/file-kinds/index.ts'
import { type CaseAction, factsToAct, refusalsToAct } from '../cases/index.ts'
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
    inOpenBundle: false,
    cancelled: document.state === 'cancelled',
    published: false,
    convertible: show === 'pdf' || show === 'image' || show === 'text',
    actor: document.isOurs ? 'producing-unit' : 'other-unit',
  }
}

/** All the reasons against an act of this unit on a document: those of the case file's state, then the document's. */
export function refusalsOfAct(
  action: DocumentAction,
  caseAction: CaseAction,
  document: Document,
  actorUnitId: string,
): ActRefusal[] {
  return [
    ...refusalsToAct(caseAction, factsToAct(document.caseFile, actorUnitId)).map(
      (why) => ({ kind: 'case', why }) as const,
    ),
    ...refusalsFor(action, factsOf(document)).map((why) => ({ kind: 'document', why }) as const),
  ]
}
