import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type CaseAction,
  type CaseCell,
  type CaseFacts,
  type CaseMatrixState,
  caseMatrix,
  caseState,
  refusalsToAct,
} from './case-actions.rules.ts'
import { explainCaseRefusal } from './case-actions.text.ts'

const columns: readonly CaseMatrixState[] = [
  'open',
  'concluded',
  'suspended',
  'annexed',
  'archived',
  'blocked',
  'confidential',
]

/**
 * The table of §10.1, copied by hand. ✓ allowed · ✗ refused · – does not arise, so refused · c under a condition (it
 * says who or when) · t through the principal. "Remains" and "marker history only" are refusals to change. Rows that
 * name two acts are split.
 */
const table: readonly (readonly [CaseAction, string])[] = [
  ['read', '✓ ✓ ✓ t ✓ ✓ c'],
  ['include-document', '✓ ✗ ✗ ✗ ✗ ✗ ✓'],
  ['sign-draft', '✓ ✗ ✗ ✗ ✗ ✗ ✓'],
  ['send', '✓ ✗ ✗ ✗ ✗ ✗ ✗'],
  ['assign', '✓ ✗ ✗ ✗ ✗ ✗ ✗'],
  ['conclude', '✓ – ✗ ✗ – ✗ ✓'],
  ['reopen', '– ✓ ✗ ✗ ✗ ✗ c'],
  ['suspend', 'c ✗ – ✗ ✗ ✗ c'],
  ['resume', '– – c – – – ✓'],
  ['relate', '✓ ✓ ✓ ✗ ✓ ✓ c'],
  ['unrelate', 'c c c ✗ ✗ c c'],
  ['receive-annex', '✓ ✗ ✗ ✗ ✗ ✗ ✗'],
  ['annex', 'c ✗ ✗ ✗ ✗ ✗ ✗'],
  ['duplicate', '✓ ✓ ✓ ✗ ✗ ✗ ✗'],
  ['delete', 'c ✗ ✗ ✗ ✗ ✗ c'],
  ['change', '✓ ✗ ✗ ✗ ✗ ✗ ✓'],
  ['write-unit-remark', '✓ ✓ ✓ ✓ ✗ ✗ ✓'],
  ['annotate', '✓ ✗ ✗ ✗ ✗ ✗ c'],
  ['set-checkpoint', '✓ ✗ ✗ – – – ✓'],
  ['follow', '✓ ✓ ✓ ✓ ✓ ✓ c'],
  ['add-to-internal-bundle', '✓ ✗ ✗ ✗ ✗ ✗ ✗'],
  ['add-to-meeting-bundle', '✓ ✗ ✗ ✗ ✗ ✗ ✗'],
  ['acknowledge-or-comment', '✓ ✗ ✗ ✗ ✗ ✗ ✓'],
  ['grant-external-access', '✓ ✗ ✓ ✗ ✓ ✓ ✗'],
  ['export', '✓ ✓ ✓ ✓ ✓ ✓ c'],
]
const cells = table.flatMap(([action, row]) =>
  row.split(' ').map((symbol, index) => ({ action, state: columns[index] ?? 'open', symbol })),
)

const openHere: CaseFacts = {
  openHere: true,
  openElsewhere: false,
  tramitedHere: true,
  unitIsGenerator: true,
  suspension: undefined,
  annexedTo: undefined,
  archived: false,
  blocked: false,
  confidential: false,
  hasCredential: false,
  passwordConfirmed: false,
  hasDocuments: true,
  hasAnnexes: false,
  other: undefined,
}
const inState: { readonly [state in CaseMatrixState]: CaseFacts } = {
  open: openHere,
  concluded: { ...openHere, openHere: false },
  suspended: { ...openHere, suspension: { byThisUnit: true } },
  annexed: { ...openHere, openHere: false, annexedTo: '00190.103008/2020-99' },
  archived: { ...openHere, openHere: false, archived: true },
  blocked: { ...openHere, blocked: true },
  confidential: { ...openHere, confidential: true, hasCredential: true, passwordConfirmed: true },
}

describe('what each state allows', () => {
  it('is a full table', () => {
    expect(cells.length).toBe(25 * 7)
    expect(Object.keys(caseMatrix).sort()).toEqual(table.map(([action]) => action).sort())
  })

  test.each(cells)('$action, $state: $symbol', ({ action, state, symbol }) => {
    expect(symbolOf(caseMatrix[action][state])).toBe(symbol === '–' ? '✗' : symbol)
  })

  test.each(columns)('the facts of %s give that state', (state) => {
    expect(caseState(inState[state])).toBe(state)
  })

  test.each(cells.filter(({ state }) => state !== 'confidential'))(
    'facts and table agree: $action, $state',
    ({ action, state, symbol }) => {
      const facts = action === 'delete' ? { ...inState[state], hasDocuments: false } : inState[state]
      expect(refusalsToAct(action, facts).length === 0).toBe(['✓', 'c', 't'].includes(symbol))
    },
  )

  it('what is confidential only ever restricts further', () => {
    for (const [action] of table)
      for (const state of columns) {
        const facts = { ...inState[state], hasCredential: true, passwordConfirmed: true }
        const plain = refusalsToAct(action, { ...facts, confidential: false }).map(({ kind }) => kind)
        const closed = refusalsToAct(action, { ...facts, confidential: true }).map(({ kind }) => kind)
        expect(closed).toEqual(expect.arrayContaining(plain))
      }
  })
})

describe('refusals', () => {
  const given = (action: CaseAction, facts: CaseFacts, change: Partial<CaseFacts> = {}) =>
    refusalsToAct(action, { ...facts, ...change }).map(({ kind }) => kind)
  const principal = { confidential: false, hasCredential: false, openHere: true, relatedByThisUnit: true }

  it('each of the five rules of annexing has its own', () => {
    expect(given('annex', openHere, { other: principal })).toEqual([])
    expect(given('annex', openHere, { openElsewhere: true })).toEqual(['open-elsewhere'])
    expect(given('annex', openHere, { hasAnnexes: true })).toEqual(['has-annexes'])
    expect(given('annex', openHere, { other: { ...principal, confidential: true } })).toEqual([
      'principal-confidential',
    ])
    expect(given('annex', openHere, { hasDocuments: false })).toEqual(['no-documents'])
    expect(given('annex', inState.annexed)).toEqual(['annexed'])
    expect(given('annex', inState.confidential)).toEqual(['confidential'])
    expect(given('annex', openHere, { other: { ...principal, openHere: false } })).toEqual(['principal-not-open-here'])
  })

  it('are told all at once', () => {
    expect(given('annex', openHere, { openElsewhere: true, hasAnnexes: true, hasDocuments: false })).toEqual([
      'open-elsewhere',
      'has-annexes',
      'no-documents',
    ])
    expect(given('delete', openHere, { unitIsGenerator: false, openElsewhere: true })).toEqual([
      'not-generating-unit',
      'open-elsewhere',
      'has-documents',
    ])
  })

  it('name the principal of what is annexed', () => {
    expect(refusalsToAct('send', inState.annexed)).toEqual([{ kind: 'annexed', to: '00190.103008/2020-99' }])
  })

  it('keep others from the suspension, the relation and the confidential case file', () => {
    expect(given('resume', openHere, { suspension: { byThisUnit: false } })).toEqual(['suspended-by-another-unit'])
    expect(given('suspend', openHere, { openElsewhere: true })).toEqual(['open-elsewhere'])
    expect(given('unrelate', openHere, { other: { ...principal, relatedByThisUnit: false } })).toEqual([
      'related-by-another-unit',
    ])
    expect(given('relate', inState.confidential, { other: { ...principal, confidential: true } })).toEqual([
      'other-without-credential',
    ])
    expect(given('include-document', inState.confidential, { hasCredential: false })).toEqual(['no-credential'])
    expect(given('read', inState.confidential, { passwordConfirmed: false })).toEqual(['password-not-confirmed'])
    expect(given('send', inState.confidential)).toEqual(['by-credential-only'])
  })

  it('leave units it never reached reading, following and exporting only', () => {
    const elsewhere = { ...openHere, openHere: false, tramitedHere: false, openElsewhere: true }
    const allowed = table.map(([action]) => action).filter((action) => given(action, elsewhere).length === 0)
    expect(allowed).toEqual(['read', 'follow', 'export'])
    expect(given('reopen', elsewhere)).toEqual(['never-here'])
  })

  it('let a holder of a credential reopen what never was on the unit’s desk', () => {
    expect(given('reopen', inState.confidential, { openHere: false, tramitedHere: false })).toEqual([])
    expect(given('reopen', inState.confidential)).toEqual(['already-open'])
  })
})

describe('whatever the facts', () => {
  const anyFacts: fc.Arbitrary<CaseFacts> = fc.record({
    openHere: fc.boolean(),
    openElsewhere: fc.boolean(),
    tramitedHere: fc.boolean(),
    unitIsGenerator: fc.boolean(),
    suspension: fc.option(fc.record({ byThisUnit: fc.boolean() }), { nil: undefined }),
    annexedTo: fc.option(fc.constant('00190.103008/2020-99'), { nil: undefined }),
    archived: fc.boolean(),
    blocked: fc.boolean(),
    confidential: fc.boolean(),
    hasCredential: fc.boolean(),
    passwordConfirmed: fc.boolean(),
    hasDocuments: fc.boolean(),
    hasAnnexes: fc.boolean(),
    other: fc.option(
      fc.record({
        confidential: fc.boolean(),
        hasCredential: fc.boolean(),
        openHere: fc.boolean(),
        relatedByThisUnit: fc.boolean(),
      }),
      { nil: undefined },
    ),
  })
  const anyAction = fc.constantFrom(...table.map(([action]) => action))

  it('no reason is told twice and each has a sentence of its own', () => {
    fc.assert(
      fc.property(anyAction, anyFacts, (action, facts) => {
        const refusals = refusalsToAct(action, facts)
        const sentences = refusals.map(explainCaseRefusal)
        expect(new Set(sentences).size).toBe(refusals.length)
        for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÁÉÍÓÚ].+\.$/)
      }),
      { numRuns: 500 },
    )
  })

  it('nothing is written where the movement stands still', () => {
    const writing = fc.constantFrom<CaseAction>('include-document', 'sign-draft', 'send', 'assign', 'annex', 'delete')
    fc.assert(
      fc.property(writing, anyFacts, (action, facts) => {
        const still = facts.archived || facts.blocked || facts.suspension || facts.annexedTo || !facts.openHere
        if (still) expect(refusalsToAct(action, facts)).not.toEqual([])
      }),
    )
  })
})

function symbolOf(cell: CaseCell): string {
  if (cell === 'allowed') return '✓'
  if ('allowed' in cell) return 't'
  return 'refused' in cell ? '✗' : 'c'
}
