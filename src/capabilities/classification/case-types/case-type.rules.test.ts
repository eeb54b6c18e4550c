import { describe, expect, test } from 'vitest'
import { type CaseTypeFacts, refusalsOfCaseType } from './case-type.rules.ts'

const leaf = { code: '010.1', structural: false, active: true }
const fine: CaseTypeFacts = {
  allowedLevels: ['public', 'restricted'],
  suggestedLevel: 'public',
  basis: undefined,
  classes: [leaf],
  unknownClasses: [],
}

describe('a case type', () => {
  test.each<[string, Partial<CaseTypeFacts>, string[]]>([
    ['with two levels and a class', {}, []],
    ['restricted with its basis', { suggestedLevel: 'restricted', basis: { level: 'restricted', active: true } }, []],
    ['restricted without a basis to suggest', { suggestedLevel: 'restricted' }, []],
    ['without a level', { allowedLevels: [] }, ['no-level']],
    ['R1 whose suggested level is not allowed', { suggestedLevel: 'confidential' }, ['suggested-not-allowed']],
    ['R1 with a basis of another level', { basis: { level: 'restricted', active: true } }, ['basis-of-another-level']],
    [
      'with a basis out of use',
      { suggestedLevel: 'restricted', basis: { level: 'restricted', active: false } },
      ['basis-out-of-use'],
    ],
    ['without a class', { classes: [] }, ['no-class']],
    ['with a class that is not there', { classes: [], unknownClasses: ['9'] }, ['unknown-class']],
    ['R1 with a class that only organizes', { classes: [{ ...leaf, structural: true }] }, ['structural-class']],
    ['with a class out of use', { classes: [leaf, { ...leaf, active: false }] }, ['class-out-of-use']],
    [
      'wrong in several ways',
      { suggestedLevel: 'confidential', classes: [], unknownClasses: ['8', '9'] },
      ['suggested-not-allowed', 'unknown-class', 'unknown-class'],
    ],
  ])('%s', (_, facts, kinds) => {
    expect(refusalsOfCaseType({ ...fine, ...facts }).map(({ kind }) => kind)).toEqual(kinds)
  })
})
