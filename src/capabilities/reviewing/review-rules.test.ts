import { describe, expect, it } from 'vitest'
import type { ReviewState } from '../documents/index.ts'
import { type AnswerFacts, type AskFacts, refusalsToAnswer, refusalsToAsk } from './requests/review-requests.rules.ts'
import { explainAnswer, explainAsk } from './requests/review-requests.text.ts'
import { reviewWarnings } from './review-state.ts'
import {
  type DecideFacts,
  refusalsToDecide,
  refusalsToReply,
  refusalsToWrite,
  type WriteFacts,
} from './threads/threads.rules.ts'
import { explainThread } from './threads/threads.text.ts'

const kinds = (refusals: readonly { readonly kind: string }[]) => refusals.map(({ kind }) => kind)

describe('of asking', () => {
  const facts: AskFacts = {
    ...{ reviewerFits: true, isSelf: false, alreadyAsked: false, openRequests: 0, messageLength: 0 },
    ...{ dueOn: '2026-03-02', today: '2026-03-02' },
  }
  it.each<[Partial<AskFacts>, string[]]>([
    [{}, []],
    [{ dueOn: undefined }, []],
    [{ dueOn: '2026-03-01' }, ['past-day']],
    [{ reviewerFits: false }, ['does-not-fit']],
    [{ isSelf: true, reviewerFits: false }, ['yourself']],
    [{ alreadyAsked: true }, ['already-asked']],
    [{ openRequests: 10 }, ['too-many']],
    [{ messageLength: 2001, openRequests: 9 }, ['too-long']],
  ])('%o', (change, expected) => {
    const refusals = refusalsToAsk({ ...facts, ...change })
    expect(kinds(refusals)).toEqual(expected)
    for (const refusal of refusals) expect(explainAsk(refusal).message).toMatch(/\.$/)
  })
})

describe('of answering', () => {
  const facts: AnswerFacts = {
    ...{ isOpen: true, isReviewer: true, answer: 'returned', textLength: 5, openThreads: 0, isCurrent: true },
  }
  it.each<[Partial<AnswerFacts>, string[]]>([
    [{}, []],
    [{ answer: undefined }, ['no-answer']],
    [{ textLength: 0 }, ['says-nothing']],
    [{ textLength: 0, openThreads: 1 }, []],
    [{ textLength: 0, answer: 'approved' }, []],
    [{ answer: 'approved', isCurrent: false }, ['changed']],
    [{ isCurrent: false }, []],
    [{ textLength: 2001 }, ['too-long']],
    [{ isOpen: false, answer: undefined }, ['closed']],
    [{ isReviewer: false, isOpen: false }, ['not-asked']],
  ])('%o', (change, expected) => {
    const refusals = refusalsToAnswer({ ...facts, ...change })
    expect(kinds(refusals)).toEqual(expected)
    for (const refusal of refusals) expect(explainAnswer(refusal).message).toMatch(/\.$/)
  })
})

describe('of commenting and suggesting', () => {
  const facts: WriteFacts = {
    ...{ speaks: true, placed: true, locked: false, suggestion: undefined, quote: 'dez', fits: true },
    ...{ textLength: 5, threads: 0 },
  }
  const suggests = { suggestion: 'vinte', textLength: 0 }
  it.each<[Partial<WriteFacts>, string[]]>([
    [{}, []],
    [suggests, []],
    [{ ...suggests, suggestion: '' }, []],
    [{ speaks: false, textLength: 0 }, ['signed']],
    [{ textLength: 0 }, ['empty']],
    [{ placed: false }, ['not-in-passage']],
    [{ locked: true }, []],
    [{ ...suggests, locked: true, fits: false }, ['fixed']],
    [{ ...suggests, suggestion: 'dez' }, ['same-words']],
    [{ ...suggests, fits: false }, ['not-only-words']],
    [{ textLength: 2001 }, ['too-long']],
    [{ quote: 'x'.repeat(8001) }, ['quote-too-long']],
    [{ ...suggests, suggestion: 'x'.repeat(8001) }, ['suggestion-too-long']],
    [{ threads: 500 }, ['too-many']],
  ])('%#: %o', (change, expected) => {
    const refusals = refusalsToWrite({ ...facts, ...change })
    expect(kinds(refusals)).toEqual(expected)
    for (const refusal of refusals) expect(explainThread(refusal).message).toMatch(/\.$/)
  })

  it('of answering in a thread', () => {
    expect(kinds(refusalsToReply({ speaks: true, textLength: 1 }))).toEqual([])
    expect(kinds(refusalsToReply({ speaks: false, textLength: 0 }))).toEqual(['signed', 'empty'])
    expect(kinds(refusalsToReply({ speaks: true, textLength: 2001 }))).toEqual(['too-long'])
  })
})

describe('of deciding', () => {
  const facts: DecideFacts = {
    ...{ speaks: true, decides: true, isAuthor: false, isOpen: true, applies: true, ownDraft: false },
  }
  it.each<['accepted' | 'rejected', Partial<DecideFacts>, string[]]>([
    ['accepted', {}, []],
    ['rejected', { applies: false, ownDraft: true }, []],
    ['accepted', { applies: false }, ['gone']],
    ['accepted', { ownDraft: true }, ['own-draft']],
    ['accepted', { isOpen: false, applies: false }, ['settled']],
    ['rejected', { isOpen: false }, ['settled']],
    ['accepted', { decides: false, isAuthor: true }, ['not-yours']],
    ['rejected', { decides: false, isAuthor: true }, []],
    ['rejected', { decides: false }, ['not-yours']],
    ['accepted', { speaks: false }, ['signed']],
  ])('%s: %o', (decision, change, expected) => {
    const refusals = refusalsToDecide(decision, { ...facts, ...change })
    expect(kinds(refusals)).toEqual(expected)
    for (const refusal of refusals) expect(explainThread(refusal).message).toMatch(/\.$/)
  })
})

describe('what is told before signing', () => {
  const state: ReviewState = {
    ...{ waiting: [], lastAnswer: null, lastReviewer: null, lastVersion: null, isCurrent: false },
    ...{ openComments: 0, openSuggestions: 0, total: 0 },
  }
  const answered = { lastReviewer: 'Ana', lastVersion: 2 }
  it.each<[Partial<ReviewState>, RegExp[]]>([
    [{}, []],
    [{ waiting: ['Ana', 'Beto'] }, [/pedida a Ana/, /pedida a Beto/]],
    [{ ...answered, lastAnswer: 'approved', isCurrent: true }, []],
    [
      { ...answered, lastAnswer: 'approved' },
      [/alterado depois da aprovação: Ana aprovou a versão 2, e a atual é a 3/],
    ],
    [{ ...answered, lastAnswer: 'returned', isCurrent: true }, [/devolveu o texto/]],
    [{ openComments: 1, total: 1 }, [/Há um comentário/]],
    [{ openComments: 3, total: 3 }, [/Há 3 comentários/]],
  ])('%o', (change, expected) => {
    const warnings = reviewWarnings({ ...state, ...change }, 3)
    expect(warnings).toHaveLength(expected.length)
    for (const [index, sentence] of warnings.entries()) expect(sentence).toMatch(expected[index] ?? /never/)
  })
})
