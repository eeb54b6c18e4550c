import type { RichText } from '../../../rich-text/index.ts'
import { type Document, refusalsOfAct } from '../../documents/index.ts'
import type { SignatureView } from '../signature-view.ts'
import type { SignatureMethod } from '../signed-bytes.ts'
import { isBlank } from './blank-text.ts'
import type { SignRefusal } from './sign-documents.text.ts'
import { reaches } from './signature-level.rules.ts'
import type { TextToSignRow } from './signing.queries.ts'

/** What decides whether one person may sign one document now. */
export interface SigningFacts {
  readonly document: Document
  /** Undefined for files. */
  readonly text: TextToSignRow | undefined
  /** Of any version. */
  readonly signatures: readonly SignatureView[]
  /** Suggested words that wait to be taken into the text or left. */
  readonly openSuggestions: number
  readonly method: SignatureMethod
  readonly actor: { readonly userId: string; readonly unitId: string }
}

/** All the reasons against signing, those of the case file and the document first; none means it may be signed. */
export function refusalsToSign({
  document,
  text,
  signatures,
  openSuggestions,
  method,
  actor,
}: SigningFacts): SignRefusal[] {
  const act = refusalsOfAct('sign', 'sign-draft', document, actor.unitId).map((why) => ({ kind: 'act', why }) as const)
  // Nobody signs what they may not read, whatever else would let them.
  if (act.length === 0 && document.readRefusals.length > 0) return [{ kind: 'closed' }]
  if (!text) return act
  const current = signatures.filter((signature) => signature.current)
  const signed = current.some(({ accountId }) => accountId === actor.userId)
  const damaged = !text.intact || current.some(({ state }) => state === 'broken')
  return [
    ...act,
    ...(signed ? [{ kind: 'signed-by-you' } as const] : []),
    ...(reaches(method, text.leastLevel) ? [] : [{ kind: 'level-too-low' } as const]),
    ...(damaged ? [{ kind: 'damaged' } as const] : []),
    ...(openSuggestions > 0 ? [{ kind: 'open-suggestions', count: openSuggestions } as const] : []),
    ...(isBlank(text.content as RichText) ? [{ kind: 'blank' } as const] : []),
  ]
}
