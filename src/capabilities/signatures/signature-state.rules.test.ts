import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SignatureChecks, signatureState } from './signature-state.rules.ts'

const sound: SignatureChecks = {
  contentIntact: true,
  ofThisDocument: true,
  statementIntact: true,
  crcIntact: true,
  recorded: true,
  current: true,
}

describe('the state of a signature', () => {
  it.each<[string, Partial<SignatureChecks>, string]>([
    ['all as it was signed', {}, 'valid'],
    ['the document was changed afterwards', { current: false }, 'superseded'],
    ['the content is another', { contentIntact: false }, 'broken'],
    ['it speaks of another document', { ofThisDocument: false }, 'broken'],
    ['a word of it was changed', { statementIntact: false }, 'broken'],
    ['the code does not follow', { crcIntact: false }, 'broken'],
    ['the history knows nothing of it', { recorded: false }, 'broken'],
  ])('%s', (_what, change, state) => {
    expect(signatureState({ ...sound, ...change })).toBe(state)
  })

  it('R13 is never valid nor merely superseded when anything is not as it was signed', () => {
    fc.assert(
      fc.property(
        fc.record({
          a: fc.boolean(),
          b: fc.boolean(),
          c: fc.boolean(),
          d: fc.boolean(),
          e: fc.boolean(),
          current: fc.boolean(),
        }),
        (f) => {
          const state = signatureState({
            contentIntact: f.a,
            ofThisDocument: f.b,
            statementIntact: f.c,
            crcIntact: f.d,
            recorded: f.e,
            current: f.current,
          })
          expect(state === 'broken').toBe(!(f.a && f.b && f.c && f.d && f.e))
        },
      ),
    )
  })
})
