import { describe, expect, it, test } from 'vitest'
import { refusalsToCancel } from './change.rules.ts'
import type { PublicationState } from './publication.ts'
import { type PublishFacts, refusalsToPublish } from './publish.rules.ts'

const fit: PublishFacts = {
  ...{ caseRefusals: [], caseLevel: 'public', level: 'public', kind: 'authored', signed: true, intact: true },
  ...{ cancelled: false, isOurs: true, inSignatureBundle: false, inPublication: false, published: false },
  ...{ vehicleFits: true, day: [] },
}

describe('R1 what is published', () => {
  test.each<[string, Partial<PublishFacts>, string[]]>([
    ['a signed public document of the unit', {}, []],
    ['one in a restricted case file', { caseLevel: 'restricted' }, []],
    ['one in a confidential case file', { caseLevel: 'confidential' }, ['confidential-case']],
    ['a restricted document', { level: 'restricted', caseLevel: 'restricted' }, ['not-public']],
    ['a file', { kind: 'uploaded', intact: false }, ['not-authored']],
    ['a draft', { signed: false, intact: false }, ['unsigned']],
    ['one whose signatures are broken', { intact: false }, ['not-intact']],
    ['one of another unit', { isOurs: false }, ['not-ours']],
    ['one that others are signing', { inSignatureBundle: true }, ['in-bundle']],
    ['a cancelled one', { cancelled: true, level: 'restricted' }, ['cancelled']],
    ['one that is out', { published: true, inPublication: true }, ['already-published']],
    ['one on its way', { inPublication: true }, ['already-in-publication']],
    ['of a type that the vehicle does not take', { vehicleFits: false }, ['vehicle']],
    ['on a day without edition', { day: [{ kind: 'no-edition' }] }, ['day']],
    ['with several reasons, all told', { isOurs: false, vehicleFits: false }, ['not-ours', 'vehicle']],
  ])('%s', (_, given, expected) => {
    expect(refusalsToPublish({ ...fit, ...given }).map(({ kind }) => kind)).toEqual(expected)
  })
})

describe('R5 cancelling', () => {
  test.each<[PublicationState, string[]]>([
    ['to-send', []],
    ['approved', []],
    ['sent', []],
    ['received', []],
    ['scheduled', []],
    ['published', ['published']],
    ['rejected', ['over']],
    ['cancelled', ['over']],
  ])('what is %s', (state, expected) => {
    expect(refusalsToCancel({ state }).map(({ kind }) => kind)).toEqual(expected)
  })

  it('is refused when the edition has closed', () => {
    expect(refusalsToCancel({ state: 'scheduled' }, true)).toEqual([{ kind: 'edition-closed' }])
  })
})
