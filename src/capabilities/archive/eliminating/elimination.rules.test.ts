import { describe, expect, test } from 'vitest'
import { refusalsToEliminate } from './elimination.rules.ts'

describe('the rules of elimination', () => {
  const over = { kind: 'counted', code: '1', startsOn: '2020-01-01', currentUntil: '2021-01-01', finalOn: '2022-01-01' }
  const free = {
    archived: true,
    phase: 'current',
    term: over,
    held: false,
    contested: false,
    confidential: false,
    hasAnnexes: false,
    blocked: false,
    eliminated: false,
  }
  test.each([
    [{}, []],
    [{ archived: false }, ['not-archived']],
    [{ phase: 'permanent' }, ['permanent']],
    [{ term: { kind: 'permanent', code: '1' } }, ['permanent']],
    [{ term: { kind: 'undefined', code: '1' } }, ['term-undefined']],
    [{ term: { kind: 'awaiting', code: '1', event: 'x' } }, ['term-awaiting']],
    [{ term: { ...over, finalOn: '2024-06-01' } }, ['term-running']],
    [{ held: true }, ['held']],
    [{ contested: true }, ['contested']],
    [{ confidential: true }, ['confidential']],
    [{ hasAnnexes: true }, ['has-annexes']],
    [{ blocked: true }, ['blocked']],
    [{ eliminated: true }, ['already-eliminated']],
  ])('%j: %j', (facts, kinds) => {
    const refusals = refusalsToEliminate({ ...free, ...facts } as never, '2024-06-01' as never)
    expect(refusals.map(({ kind }) => kind)).toEqual(kinds)
  })
})
