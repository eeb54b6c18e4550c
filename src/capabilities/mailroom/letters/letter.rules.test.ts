import { describe, expect, it, test } from 'vitest'
import { awaitsReceipt, isTrackingCode, nextSteps, refusalsToAsk, trackingCodeOf } from './letter.rules.ts'
import { letterSteps } from './letter.ts'

describe('a tracking code', () => {
  test.each([
    ['RR473124829BR', true],
    ['RR473124828BR', false],
    ['RR473124892BR', false],
    ['RR47312482BR', false],
    ['1R473124829BR', false],
    ['AA000000005BR', true],
    ['AA003000000BR', true],
  ])('%s is one: %s', (code, valid) => expect(isTrackingCode(code)).toBe(valid))

  it('is one with a single check digit', () => {
    const digits = Array.from({ length: 10 }, (_, digit) => `RR47312482${digit}BR`)
    expect(digits.filter(isTrackingCode)).toEqual(['RR473124829BR'])
  })

  test.each([
    ['rr 473 124 829 br', 'RR473124829BR'],
    ['RR473124829', 'RR473124829BR'],
    ['RR473124829PT', 'RR473124829PT'],
    ['nada', 'NADA'],
  ])('“%s” is read as %s', (typed, code) => expect(trackingCodeOf(typed)).toBe(code))
})

describe('a letter', () => {
  test.each([
    ['requested', []],
    ['preparing', ['posted']],
    ['posted', ['in-transit', 'delivered', 'returned', 'lost']],
    ['in-transit', ['delivered', 'returned', 'lost']],
    ['delivered', []],
    ['receipt-returned', []],
    ['returned', []],
    ['lost', ['delivered', 'returned']],
    ['withdrawn', []],
  ] as const)('that is %s may become %j', (step, next) => expect(nextSteps(step)).toEqual(next))

  it('waits for its AR from the posting on, where it has one', () => {
    const waiting = letterSteps.filter((step) => awaitsReceipt({ step, withReceipt: true }))
    expect(waiting).toEqual(['posted', 'in-transit', 'delivered', 'lost'])
    expect(letterSteps.some((step) => awaitsReceipt({ step, withReceipt: false }))).toBe(false)
  })

  const post = { way: 'post', unitId: '1', withReceipt: true, receiptDays: 15 } as const
  const facts = {
    ...{ caseRefusals: [], isConfidential: false, isSigned: true, attachmentsFound: true, way: post },
    ...({ service: 'registered', withReceipt: true, departs: false } as const),
  } as const
  test.each([
    [{}, []],
    [{ isConfidential: true }, ['confidential']],
    [{ isSigned: false, attachmentsFound: false }, ['not-signed', 'attachment-missing']],
    [{ caseRefusals: [{ kind: 'never-here' }] }, ['case']],
    [{ way: undefined }, ['no-way']],
    [{ way: { ...post, way: 'direct' } }, ['by-hand']],
    [{ way: { ...post, way: 'direct' }, departs: true }, []],
    [{ withReceipt: false }, ['receipt-expected']],
    [{ withReceipt: false, departs: true }, []],
    [{ way: { ...post, withReceipt: false }, withReceipt: false }, []],
    [{ service: 'simple' }, ['receipt-needs-register']],
  ] as const)('R11 asked for with %j is refused for %j', (changed, kinds) => {
    expect(refusalsToAsk({ ...facts, ...changed }).map(({ kind }) => kind)).toEqual(kinds)
  })
})
