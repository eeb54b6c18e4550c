import { type CaseRefusal, explainCaseRefusal } from '../cases/index.ts'
import type { DocumentRefusal } from './pen.rules.ts'
import { explainDocumentRefusal } from './pen.text.ts'

/** Why something cannot be done with a document: the state of its case file, or its own. */
export type ActRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'document'; readonly why: DocumentRefusal }

/** The reason in plain Portuguese, with the way out where there is one. */
export function explainActRefusal(refusal: ActRefusal): string {
  return refusal.kind === 'case' ? explainCaseRefusal(refusal.why) : explainDocumentRefusal(refusal.why)
}
