import { describe, expect, test } from 'vitest'
import { type DuplicateDocumentFacts, protectionOfCopy, refusalsToDuplicate } from './duplicate-document.rules.ts'

const target = { isTheSame: false, level: 'public', refusals: [], levelRefusals: [] } as const
const fine: DuplicateDocumentFacts = { cancelled: false, isEmail: false, target, sourceLevel: 'public' }

describe('one more document like another', () => {
  test.each<[string, Partial<DuplicateDocumentFacts>, readonly string[]]>([
    ['nothing stands against it', {}, []],
    ['it was cancelled', { cancelled: true }, ['cancelled']],
    ['it is an e-mail', { isEmail: true }, ['is-email']],
    ['the other case file is not there', { target: undefined }, ['target-not-found']],
    ['the other case file refuses', { target: { ...target, refusals: [{ kind: 'suspended' }] } }, ['target-refuses']],
    [
      'the other case file does not allow the level',
      { target: { ...target, levelRefusals: [{ kind: 'level-not-allowed' }] } },
      ['level'],
    ],
    ['it would leave what is confidential', { sourceLevel: 'confidential' }, ['leaves-confidential']],
    [
      'it stays within what is confidential',
      { sourceLevel: 'confidential', target: { ...target, level: 'confidential' } },
      [],
    ],
    ['it stays where it is', { sourceLevel: 'confidential', target: { ...target, isTheSame: true } }, []],
    [
      'everything at once',
      { cancelled: true, isEmail: true, target: undefined },
      ['cancelled', 'is-email', 'target-not-found'],
    ],
  ])('where %s', (_case, facts, kinds) => {
    expect(refusalsToDuplicate({ ...fine, ...facts }).map(({ kind }) => kind)).toEqual(kinds)
  })

  test.each([
    ['public', 'public', false, 'public'],
    ['public', 'restricted', false, 'restricted'],
    ['public', 'restricted', true, 'public'],
    ['restricted', 'public', false, 'restricted'],
    ['restricted', 'confidential', false, 'confidential'],
  ] as const)('%s in a %s case file (the same: %s) becomes %s', (level, source, isTheSame, becomes) => {
    const copy = protectionOfCopy({ level, legalBasisId: 'own' }, { level: source, legalBasisId: 'case' }, isTheSame)
    expect(copy).toEqual({ level: becomes, legalBasisId: becomes === level ? 'own' : 'case' })
  })
})
