import type { CaseRefusal } from '../cases/index.ts'

/** Longest comment, in characters. */
export const longestComment = 2_000

export interface CommentFacts {
  /** What stands against remarks in the case file, or in the principal to which it is annexed. */
  readonly caseRefusals: readonly CaseRefusal[]
  /** Undefined: about the case file itself. */
  readonly document: { readonly closed: boolean; readonly isDraft: boolean; readonly isOurs: boolean } | undefined
  readonly length: number
}

export type CommentRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'closed' | 'draft-of-others' | 'empty' | 'too-long' | 'of-another-unit' | 'deleted' }

/** Who reads a document comments on it; on what nobody signed, only the unit that writes it (PRO-246). */
export function refusalsToComment({ caseRefusals, document, length }: CommentFacts): CommentRefusal[] {
  const when = (holds: boolean, refusal: CommentRefusal) => (holds ? [refusal] : [])
  return [
    ...caseRefusals.map((why) => ({ kind: 'case', why }) as const),
    ...when(document?.closed === true, { kind: 'closed' }),
    ...when(document?.isDraft === true && !document.isOurs, { kind: 'draft-of-others' }),
    ...when(length === 0, { kind: 'empty' }),
    ...when(length > longestComment, { kind: 'too-long' }),
  ]
}

/** Only the unit that wrote a comment changes it or takes it back, and only once. */
export function refusalsToTouch(comment: { readonly ours: boolean; readonly deleted: boolean }): CommentRefusal[] {
  if (comment.deleted) return [{ kind: 'deleted' }]
  return comment.ours ? [] : [{ kind: 'of-another-unit' }]
}

export interface AcknowledgeFacts {
  readonly caseRefusals: readonly CaseRefusal[]
  readonly document: { readonly closed: boolean; readonly isDraft: boolean } | undefined
}

export type AcknowledgeRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'closed' | 'draft' | 'already-today' }

/** One knows of what one may read, and of what somebody has signed or sent in (PRO-247). */
export function refusalsToAcknowledge({ caseRefusals, document }: AcknowledgeFacts): AcknowledgeRefusal[] {
  return [
    ...caseRefusals.map((why) => ({ kind: 'case', why }) as const),
    ...(document?.closed ? [{ kind: 'closed' } as const] : []),
    ...(document && !document.closed && document.isDraft ? [{ kind: 'draft' } as const] : []),
  ]
}
