import type { ActRefusal } from '../act-refusal.text.ts'
import type { Document } from '../document.ts'

/** Why a document is not cancelled: what stands against any act, or the term that has to say so (DOC-084). */
export type CancelRefusal = ActRefusal | { readonly kind: 'term-missing' | 'term-not-found' | 'term-unfit' }

/** The term is another document of the same case file, made in the editor, signed and in force. */
export function refusalsOfTerm(
  document: Pick<Document, 'id' | 'caseFile'>,
  required: boolean,
  asked: string | undefined,
  term: Pick<Document, 'id' | 'caseFile' | 'kind' | 'signatureCount' | 'state' | 'readRefusals'> | undefined,
): CancelRefusal[] {
  if (!asked) return required ? [{ kind: 'term-missing' }] : []
  if (!term || term.readRefusals.length > 0) return [{ kind: 'term-not-found' }]
  const fits =
    term.id !== document.id &&
    term.caseFile.id === document.caseFile.id &&
    term.kind === 'authored' &&
    term.signatureCount > 0 &&
    term.state === 'active'
  return fits ? [] : [{ kind: 'term-unfit' }]
}
