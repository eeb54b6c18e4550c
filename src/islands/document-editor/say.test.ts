import { expect, test } from 'vitest'
import { readReview, sayReview, sayWaiting } from './review-threads.ts'
import { sayWhen } from './say.ts'

test.each([
  ['2026-03-02T02:30:00Z', '2026-03-02T02:45:00Z', 'às 23:30'],
  ['2026-03-02T02:30:00Z', '2026-03-02T03:10:00Z', 'em 01/03 às 23:30'],
  ['2026-03-02T13:05:00Z', '2026-03-02T20:00:00Z', 'às 10:05'],
])('%s is told at %s by the clock of the page, whatever that of the computer: %s', (at, now, told) => {
  expect(sayWhen(new Date(at), new Date(now))).toBe(told)
})

const remark = { id: '1', quote: 'dez dias', state: 'open' }

test.each([
  [[], [], 'Revisão: nada em aberto', undefined],
  [['Paulo'], [], 'Revisão: à espera de resposta', 'Revisão pedida a Paulo, sem resposta ainda.'],
  [['Paulo', 'Ana'], [remark], 'Revisão: 1 em aberto', 'Revisão pedida a Paulo e Ana, sem resposta ainda.'],
])('of a review asked of %j with remarks %j the panel says %s', (waiting, threads, said, whom) => {
  const review = readReview({ waiting, threads })
  expect([sayReview(review), sayWaiting(review)]).toEqual([said, whom])
})
