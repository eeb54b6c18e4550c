import { describe, expect, test } from 'vitest'
import { isSettled, refusalsToMove } from './entry.rules.ts'
import { entryStates } from './entry.ts'

describe('what came in', () => {
  test.each([
    ['received', false, false, []],
    ['received', true, false, ['back-to-received']],
    ['received', false, true, ['back-to-received']],
    ['formalised', false, true, ['needs-case-file']],
    ['formalised', true, false, []],
    ['distributed', true, false, ['needs-person']],
    ['distributed', false, true, []],
    ['under-analysis', true, false, ['needs-person']],
    ['under-analysis', false, true, []],
    ['answered', false, false, []],
    ['dispatched', false, false, []],
    ['filed', false, false, []],
  ] as const)(
    'may become %s, in a case file: %s, with a person: %s, unless %j',
    (to, hasCaseFile, hasPerson, kinds) => {
      expect(refusalsToMove({ to, hasCaseFile, hasPerson }).map(({ kind }) => kind)).toEqual(kinds)
    },
  )

  test('is settled once it was answered, sent out or filed', () => {
    expect(entryStates.filter(isSettled)).toEqual(['answered', 'dispatched', 'filed'])
  })
})
