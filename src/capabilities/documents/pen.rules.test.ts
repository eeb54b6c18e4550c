import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { DocumentCell } from './document-matrix.rules.ts'
import {
  consequenceOf,
  type DocumentAction,
  type DocumentFacts,
  type DocumentMatrixState,
  documentMatrix,
  documentState,
  type LockCause,
  penOf,
  readingLocks,
  refusalsFor,
} from './pen.rules.ts'
import { describeLockCause, explainDocumentRefusal } from './pen.text.ts'

const columns: readonly DocumentMatrixState[] = [
  'draft',
  'signed-yellow',
  'signed-black',
  'in-bundle',
  'cancelled',
  'published',
  'external-untouched',
  'external-seen',
]

/**
 * The table of §10.2, copied by hand. ✓ allowed · ✓+ allowed, with what the table adds · ✗ refused · – does not arise, so
 * refused · c under a condition. For deleting a draft or a yellow one instead of cancelling the table itself says "✗".
 */
const table: readonly (readonly [DocumentAction, string])[] = [
  ['edit-content', '✓ ✓+ ✗ c ✗ ✗ ✓+ ✗'],
  ['edit-metadata', '✓ ✓ ✓+ ✓ ✗ ✗ ✓ ✓+'],
  ['sign', '✓ ✓+ ✓+ c ✗ ✗ – –'],
  ['delete', '✓ ✓ ✗ ✗ ✗ ✗ ✓ ✗'],
  ['cancel', '✗ ✗ ✓+ ✗ – ✗ ✗ ✓+'],
  ['move', '✗ ✗ ✗ ✗ ✗ ✗ ✓ ✓+'],
  ['use-as-model', '✓ ✓ ✓ ✓ ✗ ✓ – –'],
  ['read-elsewhere', 'c ✓+ ✓ c ✓+ ✓ ✓ ✓'],
  ['convert-to-pdf', 'c ✓ ✓ ✓ ✗ ✓ c c'],
  ['verify', '✗ ✓ ✓ c ✓+ ✓+ c c'],
]
const cells = table.flatMap(([action, row]) =>
  row.split(' ').map((symbol, index) => ({ action, state: columns[index] ?? 'draft', symbol })),
)

const lock = { since: new Date('2026-03-10T02:00:00Z'), cause: 'envio à unidade GAB' }
const draft: DocumentFacts = {
  kind: 'authored',
  signed: false,
  lock: undefined,
  inOpenBundle: false,
  cancelled: false,
  published: false,
  convertible: true,
  actor: 'producing-unit',
}
const inState: { readonly [state in DocumentMatrixState]: DocumentFacts } = {
  draft,
  'signed-yellow': { ...draft, signed: true },
  'signed-black': { ...draft, signed: true, lock },
  'in-bundle': { ...draft, inOpenBundle: true },
  cancelled: { ...draft, signed: true, lock, cancelled: true },
  published: { ...draft, signed: true, lock, published: true },
  'external-untouched': { ...draft, kind: 'uploaded' },
  'external-seen': { ...draft, kind: 'uploaded', lock },
}
const given = (action: DocumentAction, facts: DocumentFacts, change: Partial<DocumentFacts> = {}) =>
  refusalsFor(action, { ...facts, ...change }).map(({ kind }) => kind)

describe('what each state of a document allows', () => {
  it('is a full table', () => {
    expect(cells.length).toBe(10 * 8)
    expect(Object.keys(documentMatrix).sort()).toEqual(table.map(([action]) => action).sort())
  })

  test.each(cells)('$action, $state: $symbol', ({ action, state, symbol }) => {
    expect(symbolOf(documentMatrix[action][state])).toBe(symbol === '–' ? '✗' : symbol)
  })

  test.each(columns)('the facts of %s give that state', (state) => {
    expect(documentState(inState[state])).toBe(state)
  })

  test.each(cells.filter(({ symbol }) => symbol !== 'c'))(
    'facts and table agree: $action, $state',
    ({ action, state, symbol }) => {
      expect(given(action, inState[state]).length === 0).toBe(symbol.startsWith('✓'))
      expect(consequenceOf(action, inState[state]) !== undefined).toBe(symbol === '✓+')
    },
  )

  it('tells what the table adds', () => {
    expect(consequenceOf('edit-content', inState['signed-yellow'])).toBe('drops-signatures')
    expect(consequenceOf('edit-content', inState['external-untouched'])).toBe('replaces-file')
    expect(consequenceOf('edit-metadata', inState['signed-black'])).toBe('recorded')
    expect(consequenceOf('edit-metadata', inState['external-seen'])).toBe('recorded')
    expect(consequenceOf('sign', inState['signed-black'])).toBe('adds-signature')
    expect(consequenceOf('cancel', inState['signed-black'])).toBe('reason-required')
    expect(consequenceOf('cancel', inState['external-seen'])).toBe('reason-required')
    expect(consequenceOf('move', inState['external-seen'])).toBe('reason-required')
    expect(consequenceOf('read-elsewhere', inState['signed-yellow'])).toBe('turns-black')
    expect(consequenceOf('read-elsewhere', inState.cancelled)).toBe('name-and-reason-only')
    expect(consequenceOf('verify', inState.cancelled)).toBe('shows-cancellation')
    expect(consequenceOf('verify', inState.published)).toBe('shows-publication')
  })
})

describe('conditions', () => {
  const bundled = inState['in-bundle']

  it('in a bundle, the receiver edits while unsigned and signs; the generator does neither', () => {
    expect(given('edit-content', bundled)).toEqual(['in-bundle'])
    expect(given('sign', bundled)).toEqual(['in-bundle'])
    expect(given('edit-content', bundled, { actor: 'signature-bundle' })).toEqual([])
    expect(given('edit-content', bundled, { actor: 'signature-bundle', signed: true })).toEqual(['already-signed'])
    expect(given('sign', bundled, { actor: 'signature-bundle', signed: true })).toEqual([])
    expect(given('delete', bundled, { actor: 'signature-bundle' })).toEqual(['not-producing-unit', 'in-bundle'])
    expect(given('sign', bundled, { actor: 'meeting-bundle' })).toEqual(['not-producing-unit', 'in-bundle'])
  })

  it('a draft is read elsewhere through a bundle only, and printed in its unit only', () => {
    expect(given('read-elsewhere', draft, { actor: 'other-unit' })).toEqual(['draft-of-another-unit'])
    expect(given('read-elsewhere', bundled, { actor: 'other-unit' })).toEqual(['draft-of-another-unit'])
    expect(given('read-elsewhere', bundled, { actor: 'other-unit', signed: true })).toEqual([])
    expect(given('read-elsewhere', bundled, { actor: 'signature-bundle' })).toEqual([])
    expect(given('read-elsewhere', draft, { actor: 'meeting-bundle' })).toEqual([])
    expect(given('convert-to-pdf', draft)).toEqual([])
    expect(given('convert-to-pdf', draft, { actor: 'meeting-bundle' })).toEqual(['draft-of-another-unit'])
  })

  it('an uploaded file is put into the PDF by its type and verified when certified', () => {
    const uploaded = inState['external-seen']
    expect(given('convert-to-pdf', uploaded)).toEqual([])
    expect(given('convert-to-pdf', uploaded, { convertible: false })).toEqual(['file-not-convertible'])
    expect(given('verify', uploaded)).toEqual(['not-found'])
    expect(given('verify', uploaded, { signed: true })).toEqual([])
    expect(given('verify', bundled)).toEqual(['not-found'])
    expect(given('verify', bundled, { signed: true })).toEqual([])
  })

  it('a signature credential allows signing, and editing what nobody signed', () => {
    expect(given('sign', inState['signed-black'], { actor: 'signature-credential' })).toEqual([])
    expect(given('edit-content', draft, { actor: 'signature-credential' })).toEqual([])
    expect(given('edit-content', inState['signed-yellow'], { actor: 'signature-credential' })).toEqual([
      'already-signed',
    ])
    expect(given('delete', draft, { actor: 'signature-credential' })).toEqual(['not-producing-unit'])
  })

  it('other units change nothing, but use, verify and print', () => {
    const allowed = table
      .map(([action]) => action)
      .filter((action) => given(action, inState['signed-black'], { actor: 'other-unit' }).length === 0)
    expect(allowed).toEqual(['use-as-model', 'read-elsewhere', 'convert-to-pdf', 'verify'])
  })
})

describe('the pen', () => {
  it('is yellow from the signature on, and black from the first cause', () => {
    expect(penOf(draft)).toBe('none')
    expect(penOf({ signed: false, lock })).toBe('none')
    expect(penOf(inState['signed-yellow'])).toBe('yellow')
    expect(penOf(inState['signed-black'])).toBe('black')
  })

  test.each([
    ['authored', false, 'other-unit', false],
    ['authored', true, 'producing-unit', false],
    ['authored', true, 'co-signing-unit', false],
    ['authored', true, 'its-author', false],
    ['authored', true, 'other-unit', true],
    ['uploaded', false, 'its-author', false],
    ['uploaded', false, 'producing-unit', false],
    ['uploaded', false, 'other-unit', true],
  ] as const)('reading of an %s document, signed: %s, by %s makes it black: %s', (kind, signed, reader, locks) => {
    expect(readingLocks({ kind, signed }, reader)).toBe(locks)
  })

  it('says since when and why it is black', () => {
    expect(refusalsFor('delete', inState['signed-black'])).toEqual([{ kind: 'locked', ...lock }])
    expect(refusalsFor('delete', inState['signed-black']).map(explainDocumentRefusal)).toEqual([
      'O documento está travado desde 09/03/2026, por envio à unidade GAB. Se houver erro, cancele o documento, com o motivo, e faça outro.',
    ])
  })

  it('has words for each cause', () => {
    const causes: LockCause[] = [
      { kind: 'sent', unit: 'GAB' },
      { kind: 'read-elsewhere', unit: 'GAB' },
      { kind: 'concluded', unit: 'GAB' },
      { kind: 'external-access' },
      { kind: 'external-signature' },
      { kind: 'publication' },
      { kind: 'posted', unit: 'PROT' },
    ]
    const words = causes.map(describeLockCause)
    expect(words[0]).toBe('envio à unidade GAB')
    expect(new Set(words).size).toBe(causes.length)
  })
})

describe('whatever the facts', () => {
  const anyFacts: fc.Arbitrary<DocumentFacts> = fc.record({
    kind: fc.constantFrom('authored', 'uploaded'),
    signed: fc.boolean(),
    lock: fc.constantFrom(undefined, lock),
    inOpenBundle: fc.boolean(),
    cancelled: fc.boolean(),
    published: fc.boolean(),
    convertible: fc.boolean(),
    actor: fc.constantFrom(
      'producing-unit',
      'signature-bundle',
      'meeting-bundle',
      'signature-credential',
      'other-unit',
    ),
  })
  const anyAction = fc.constantFrom(...table.map(([action]) => action))

  it('no reason is told twice and each has a sentence of its own', () => {
    fc.assert(
      fc.property(anyAction, anyFacts, (action, facts) => {
        const sentences = refusalsFor(action, facts).map(explainDocumentRefusal)
        expect(new Set(sentences).size).toBe(sentences.length)
        for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÁÉÍÓÚ].+\.$/)
      }),
      { numRuns: 500 },
    )
  })

  it('a black signed document is never edited nor deleted, and no document can be both deleted and cancelled', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const may = (action: DocumentAction) => refusalsFor(action, facts).length === 0
        if (facts.signed && facts.lock) expect(may('edit-content') || may('delete')).toBe(false)
        expect(may('delete') && may('cancel')).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

function symbolOf(cell: DocumentCell): string {
  if (cell === 'allowed') return '✓'
  if ('allowed' in cell) return '✓+'
  return 'refused' in cell ? '✗' : 'c'
}

describe('R33 what is on its way to publication', () => {
  const onItsWay = { ...inState['signed-black'], inPublication: true }

  test.each(['edit-content', 'edit-metadata', 'sign', 'delete', 'cancel'] as const)(
    'does not %s, and the way out is to cancel the scheduling; once it is out there is none',
    (action) => {
      expect(refusalsFor(action, onItsWay)).toEqual([{ kind: 'in-publication' }])
      expect(refusalsFor(action, { ...onItsWay, published: true })).toEqual([{ kind: 'published' }])
    },
  )

  test.each(['use-as-model', 'read-elsewhere', 'convert-to-pdf', 'verify'] as const)('does %s as before', (action) => {
    expect(refusalsFor(action, onItsWay)).toEqual([])
  })
})
