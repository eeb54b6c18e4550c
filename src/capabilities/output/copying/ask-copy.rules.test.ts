import { describe, expect, test } from 'vitest'
import type { Document } from '../../documents/index.ts'
import { conversionOf, omissionOf } from '../conversion.rules.ts'
import { contentsOf, estimate } from '../copy-contents.rules.ts'
import { copyName, entryName } from '../file-names.rules.ts'
import { type AskFacts, type AskRefusal, refusalsToAsk } from './ask-copy.rules.ts'

const facts: AskFacts = { copyKind: 'pdf', chosen: 3, readable: 3, convertible: 3, sizeBytes: 1000, waiting: 0 }

describe('R8 what is asked of a copy', () => {
  test.each<[string, Partial<AskFacts>, AskRefusal['kind'][]]>([
    ['three documents', {}, []],
    ['none', { chosen: 0, readable: 0, convertible: 0 }, ['nothing-chosen']],
    ['none that may be read', { readable: 0, convertible: 0 }, ['nothing-readable']],
    ['none that can become pages, as PDF', { convertible: 0 }, ['nothing-convertible']],
    ['none that can become pages, as ZIP', { convertible: 0, copyKind: 'zip' }, []],
    ['2,000', { readable: 2000 }, []],
    ['2,001', { readable: 2001 }, ['too-many-documents']],
    ['four others waiting', { waiting: 4 }, []],
    ['five others waiting', { waiting: 5 }, ['too-many-waiting']],
    ['5 GB as ZIP', { sizeBytes: 5e9, copyKind: 'zip' }, ['too-large']],
    ['5 GB as PDF: what does not fit is told of', { sizeBytes: 5e9 }, []],
    [
      'all at once',
      { waiting: 6, readable: 3000, convertible: 0 },
      ['too-many-waiting', 'too-many-documents', 'nothing-convertible'],
    ],
  ])('%s', (_, change, expected) => {
    expect(refusalsToAsk({ ...facts, ...change }).map(({ kind }) => kind)).toEqual(expected)
  })
})

const file = (mediaType: string, sizeBytes = 1000) => ({ mediaType, sizeBytes }) as Document['file']

describe('what becomes of a document', () => {
  test.each([
    ['application/pdf', 'pdf'],
    ['image/png', 'picture'],
    ['image/jpeg', 'picture'],
    ['image/tiff', 'unsupported'],
    ['audio/mpeg', 'audio'],
    ['video/mp4', 'video'],
    ['application/zip', 'archive'],
    ['text/csv', 'unsupported'],
    ['text/html', 'unsupported'],
  ])('a file of %s: %s', (mediaType, expected) => {
    const conversion = conversionOf({ kind: 'uploaded', file: file(mediaType) })
    expect(conversion.by === 'nothing' ? conversion.reason : conversion.by).toBe(expected)
  })

  test('a text is drawn', () => {
    expect(conversionOf({ kind: 'authored', file: undefined })).toEqual({ by: 'drawing' })
  })

  test.each([
    [[], undefined],
    [['cancelled', 'no-credential'], 'cancelled'],
    [['draft-of-another-unit', 'restricted-elsewhere'], 'draft-of-another-unit'],
    [['restricted-elsewhere'], 'no-access'],
    [['no-credential', 'password-not-confirmed'], 'no-access'],
  ] as const)('closed by %s, it is told as %s', (kinds, expected) => {
    expect(omissionOf(kinds.map((kind) => ({ kind })))).toBe(expected)
  })
})

describe('R3 the documents of a copy', () => {
  const document = (id: string, closed = false) =>
    ({
      id,
      kind: 'authored',
      file: undefined,
      readRefusals: closed ? [{ kind: 'restricted-elsewhere' as const }] : [],
    }) as const

  test('stand by their place in the tree: the chosen ones, and all that are closed', () => {
    const tree = [document('a'), document('b', true), document('c'), document('d')]
    expect(
      contentsOf(tree, new Set(['d', 'a', 'b'])).map((item) => [
        item.document.id,
        item.place,
        Object.keys(item.state)[0],
      ]),
    ).toEqual([
      ['a', 1, 'open'],
      ['b', 2, 'closed'],
      ['d', 4, 'open'],
    ])
  })

  test('weigh about what their files do', () => {
    const documents = [
      { kind: 'uploaded', file: file('video/mp4', 5_000_000) },
      { kind: 'uploaded', file: file('application/pdf', 100_000) },
    ] as const
    expect(estimate(documents, 'pdf')).toBe(100_000)
    expect(estimate(documents, 'zip')).toBe(5_100_000)
    expect(estimate([{ kind: 'authored', file: undefined }], 'pdf')).toBeGreaterThan(10_000)
  })
})

describe('names of files', () => {
  test.each([
    [{ typeName: 'Despacho', number: '0000123' }, 1, 9, '001_Despacho_0000123.pdf'],
    [{ typeName: 'Ofício', number: '0000124' }, 42, 1500, '0042_Ofício_0000124.pdf'],
    [{ typeName: 'Nota Técnica / Parecer: "x"', number: '0000125' }, 7, 7, '007_Nota_Técnica_Parecer_x_0000125.pdf'],
    [{ typeName: '../../etc', number: '0000126' }, 7, 7, '007_etc_0000126.pdf'],
    [{ typeName: '???', number: '0000127' }, 7, 7, '007_Documento_0000127.pdf'],
  ])('%o at %i of %i: %s', (document, place, places, name) => {
    expect(entryName(document, { place, places, extension: 'pdf' })).toBe(name)
  })

  test('the number of the case file is in the name of its copy', () => {
    expect(copyName('00111.000001/2026-99', 'zip')).toBe('Processo_00111.000001-2026-99.zip')
    expect(copyName('SEI-120001/000123/2026', 'pdf')).toBe('Processo_SEI-120001-000123-2026.pdf')
  })
})
