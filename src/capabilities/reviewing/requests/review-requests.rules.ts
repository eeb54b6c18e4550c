/** Longest words of a request and of its answer, in characters. */
export const longestMessage = 2_000
/** How many people one draft may wait for at once. */
export const mostReviewers = 10

export interface AskFacts {
  /** The person works in this unit or in one that has the case file open, and may know the case file. */
  readonly reviewerFits: boolean
  readonly isSelf: boolean
  readonly alreadyAsked: boolean
  readonly openRequests: number
  readonly messageLength: number
  /** Undefined: no day was given. */
  readonly dueOn: string | undefined
  readonly today: string
}

export type AskRefusal = {
  readonly kind:
    | 'not-possible'
    | 'nobody'
    | 'yourself'
    | 'does-not-fit'
    | 'already-asked'
    | 'too-many'
    | 'too-long'
    | 'bad-day'
    | 'past-day'
}

/** All the reasons against asking this person; none means it may be asked. */
export function refusalsToAsk(facts: AskFacts): AskRefusal[] {
  const when = (holds: boolean, kind: AskRefusal['kind']): AskRefusal[] => (holds ? [{ kind }] : [])
  return [
    ...when(facts.isSelf, 'yourself'),
    ...when(!facts.isSelf && !facts.reviewerFits, 'does-not-fit'),
    ...when(facts.alreadyAsked, 'already-asked'),
    ...when(facts.openRequests >= mostReviewers, 'too-many'),
    ...when(facts.messageLength > longestMessage, 'too-long'),
    ...when(facts.dueOn !== undefined && facts.dueOn < facts.today, 'past-day'),
  ]
}

export interface AnswerFacts {
  readonly isOpen: boolean
  readonly isReviewer: boolean
  readonly answer: 'approved' | 'returned' | undefined
  readonly textLength: number
  /** Comments and suggestions that wait, of anybody. */
  readonly openThreads: number
  /** The text that was in front of the reviewer is the present one. */
  readonly isCurrent: boolean
}

export type AnswerRefusal = {
  readonly kind: 'closed' | 'not-asked' | 'no-answer' | 'says-nothing' | 'too-long' | 'changed'
}

/** Returning without a word would leave its author guessing: it takes an observation, in the answer or beside the text. */
export function refusalsToAnswer(facts: AnswerFacts): AnswerRefusal[] {
  const when = (holds: boolean, kind: AnswerRefusal['kind']): AnswerRefusal[] => (holds ? [{ kind }] : [])
  if (!facts.isReviewer) return [{ kind: 'not-asked' }]
  if (!facts.isOpen) return [{ kind: 'closed' }]
  return [
    ...when(facts.answer === undefined, 'no-answer'),
    ...when(facts.answer === 'returned' && facts.textLength === 0 && facts.openThreads === 0, 'says-nothing'),
    ...when(facts.textLength > longestMessage, 'too-long'),
    ...when(facts.answer === 'approved' && !facts.isCurrent, 'changed'),
  ]
}
