import type { Document } from '../document.ts'
import { factsOf } from '../document-facts.ts'
import { refusalsFor } from '../pen.rules.ts'

/** Whether a document may serve a unit as model: written in the editor, read here, in force. */
export function mayBeModel(document: Document): boolean {
  const isText = document.kind === 'authored' && document.formVersionId === null && document.state === 'active'
  const isOpen = document.readRefusals.length === 0 && refusalsFor('use-as-model', factsOf(document)).length === 0
  return isText && isOpen
}

/** Whether its text may go to other units: only what everybody may read anyway. */
export function mayBeDistributed(document: Document): boolean {
  return mayBeModel(document) && document.level === 'public' && document.caseFile.effectiveLevel === 'public'
}
