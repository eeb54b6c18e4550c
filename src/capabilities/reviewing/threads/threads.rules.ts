/** Longest comment or answer in a thread, in characters. */
export const longestReply = 2_000
/** Longest passage quoted, and longest words suggested. */
export const longestQuote = 8_000
/** Threads that one document may have. */
export const mostThreads = 500

export interface WriteFacts {
  readonly speaks: boolean
  /** The passage is in the text. */
  readonly placed: boolean
  readonly locked: boolean
  /** Undefined: a comment. */
  readonly suggestion: string | undefined
  readonly quote: string
  /** The words can take the passage's place: nothing but words is in it. */
  readonly fits: boolean
  readonly textLength: number
  readonly threads: number
}

export type ThreadRefusal = {
  readonly kind:
    | 'signed'
    | 'no-passage'
    | 'not-in-passage'
    | 'fixed'
    | 'same-words'
    | 'not-only-words'
    | 'empty'
    | 'too-long'
    | 'quote-too-long'
    | 'suggestion-too-long'
    | 'too-many'
    | 'settled'
    | 'not-yours'
    | 'gone'
    | 'own-draft'
    | 'no-change'
}

type When = (holds: boolean, kind: ThreadRefusal['kind']) => ThreadRefusal[]
const when: When = (holds, kind) => (holds ? [{ kind }] : [])

/** All the reasons against a comment or a suggestion. */
export function refusalsToWrite(facts: WriteFacts): ThreadRefusal[] {
  if (!facts.speaks) return [{ kind: 'signed' }]
  const { suggestion } = facts
  const suggests = suggestion !== undefined
  return [
    ...when(!facts.placed, 'not-in-passage'),
    ...when(facts.quote.length > longestQuote, 'quote-too-long'),
    ...when(!suggests && facts.textLength === 0, 'empty'),
    ...when(facts.textLength > longestReply, 'too-long'),
    ...when(suggests && suggestion.length > longestQuote, 'suggestion-too-long'),
    ...when(suggests && facts.placed && facts.locked, 'fixed'),
    ...when(suggests && facts.placed && suggestion === facts.quote, 'same-words'),
    ...when(suggests && facts.placed && !facts.locked && suggestion !== facts.quote && !facts.fits, 'not-only-words'),
    ...when(facts.threads >= mostThreads, 'too-many'),
  ]
}

/** What stands against answering: the record of what was signed takes no more words. */
export function refusalsToReply(facts: { readonly speaks: boolean; readonly textLength: number }): ThreadRefusal[] {
  return [
    ...when(!facts.speaks, 'signed'),
    ...when(facts.textLength === 0, 'empty'),
    ...when(facts.textLength > longestReply, 'too-long'),
  ]
}

export interface DecideFacts {
  readonly speaks: boolean
  /** May write in the text. */
  readonly decides: boolean
  readonly isAuthor: boolean
  readonly isOpen: boolean
  /** The passage is in the text, word for word, and the words fit into it. */
  readonly applies: boolean
  /** The actor has typed in the editor what is in no version yet: a new version would pass over it. */
  readonly ownDraft: boolean
}

/** Taking a suggestion in changes the text; leaving it is also for who made it. */
export function refusalsToDecide(decision: 'accepted' | 'rejected', facts: DecideFacts): ThreadRefusal[] {
  if (!facts.speaks) return [{ kind: 'signed' }]
  const may = facts.decides || (decision === 'rejected' && facts.isAuthor)
  return [
    ...when(!may, 'not-yours'),
    ...when(!facts.isOpen, 'settled'),
    ...when(decision === 'accepted' && facts.isOpen && !facts.applies, 'gone'),
    ...when(decision === 'accepted' && facts.ownDraft, 'own-draft'),
  ]
}
