import { describe, expect, test } from 'vitest'
import { type CaseFileToPlace, destinationOf } from './destination.rules.ts'

const rule = (what: { caseFileId?: string; accountId?: string; caseTypeId?: string }, toUnitId: string) => ({
  caseFileId: null,
  accountId: null,
  caseTypeId: null,
  ...what,
  toUnitId,
})
const rules = [
  rule({ caseTypeId: 'férias' }, 'RH'),
  rule({ accountId: 'ana' }, 'JURIDICO'),
  rule({ caseFileId: '7' }, 'GABINETE'),
]

describe('R7 of a split, a case file goes', () => {
  test.each<[string, Partial<CaseFileToPlace>, string]>([
    ['where its type goes', { caseTypeId: 'férias' }, 'RH'],
    ['where the person goes who has it', { accountId: 'ana' }, 'JURIDICO'],
    ['with the person rather than with its type', { accountId: 'ana', caseTypeId: 'férias' }, 'JURIDICO'],
    ['where it is named itself, before all', { caseFileId: '7', accountId: 'ana', caseTypeId: 'férias' }, 'GABINETE'],
    ['to the first unit where no rule names it', {}, 'PRIMEIRA'],
    ['to the first unit where nobody has it', { accountId: null }, 'PRIMEIRA'],
  ])('%s', (_, facts, unit) => {
    const caseFile = { caseFileId: '1', caseTypeId: 'outro', accountId: 'beto', ...facts }
    expect(destinationOf(rules, 'PRIMEIRA', caseFile)).toBe(unit)
  })
})
