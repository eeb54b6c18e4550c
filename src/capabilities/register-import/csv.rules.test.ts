import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decodeText, parseCsv, writeCsv } from './csv.rules.ts'
import { readFile } from './read-file.rules.ts'

const cellsOf = (text: string) => {
  const lines = parseCsv(text)
  return 'kind' in lines ? lines : lines.map(({ cells }) => cells)
}

describe('a CSV file', () => {
  test.each([
    [
      'semicolons',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas inside of semicolons',
      'a;b,c\n1;2',
      [
        ['a', 'b,c'],
        ['1', '2'],
      ],
    ],
    [
      'quotes',
      '"a";b\n"1;2";"x ""y"""',
      [
        ['a', 'b'],
        ['1;2', 'x "y"'],
      ],
    ],
    [
      'a line break in quotes',
      'a;b\r\n"1\r\n2";3',
      [
        ['a', 'b'],
        ['1\r\n2', '3'],
      ],
    ],
    [
      'empty lines',
      '\na;b\n;\n\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['one column', 'a\n1', [['a'], ['1']]],
    ['a formula as this program writes it', 'a\n"\'=1+1"', [['a'], ['=1+1']]],
  ])('with %s is read', (_what, text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })

  it('knows in which line of the file each row begins', () => {
    const lines = parseCsv('a;b\n"1\n2";3\n4;5')
    expect('kind' in lines ? [] : lines.map(({ line }) => line)).toEqual([1, 2, 4])
  })

  it('says which quotes do not close', () => {
    expect(parseCsv('a;b\n1;2\n"3;4')).toEqual({ kind: 'open-quote', line: 3 })
  })

  test.each([
    ['UTF-8', Buffer.from('órgão')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFórgão')],
    ['Windows-1252', Buffer.from([0xf3, 0x72, 0x67, 0xe3, 0x6f])],
  ])('in %s gives the same words', (_what, bytes) => {
    expect(decodeText(bytes)).toBe('órgão')
  })

  it('that is no text is refused', () => {
    expect(decodeText(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toBeUndefined()
  })

  it('written is read again as it was, whatever is in it', () => {
    const cell = fc.string({ maxLength: 12 }).filter((text) => !/[\r\0]/.test(text))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (lines) => {
        const told = lines.filter((cells) => cells.some((one) => one.trim() !== ''))
        fc.pre(told.length > 0)
        const header = ['um', 'dois']
        expect(cellsOf(writeCsv([header, ...told]).slice(1))).toEqual([header, ...told])
      }),
    )
  })

  it('keeps an apostrophe that somebody typed before a sign', () => {
    expect(cellsOf(writeCsv([['a'], ["'+"]]).slice(1))).toEqual([['a'], ["'+"]])
  })

  test.each(['=1+1', '+55', '-1', '@x', '\tx'])('never gives a spreadsheet %j as a formula', (cell) => {
    expect(writeCsv([[cell, 'b']])).toMatch(/^\uFEFF"?'/)
  })
})

describe('a file of a register', () => {
  const register = {
    columns: [
      { name: 'sigla', kind: 'text', required: true, about: '', example: '' },
      { name: 'nome_social', kind: 'text', about: '', example: '' },
    ],
    key: ['sigla'],
  } as const
  const read = (text: string) => readFile(register, Buffer.from(text))

  test.each([
    ['', /vazio/],
    ['sigla', /só tem o cabeçalho/],
    ['nome social\nx', /Falta no cabeçalho: sigla/],
    ['sigla;outra\nx;y', /coluna “outra”, que não existe/],
    ['sigla;SIGLA\nx;y', /mais de uma vez/],
    [`sigla\n${'x\n'.repeat(20_001)}`, /mais de 20.000/],
  ])('%# is refused with a sentence', (text, sentence) => {
    expect(read(text)).toEqual({ problem: expect.stringMatching(sentence) })
  })

  it('may have its columns in any order, in capital letters and with accents', () => {
    expect(read('Nome Social;SIGLA\nMaria;x')).toEqual({
      rows: [{ line: 2, cells: { nome_social: 'Maria', sigla: 'x' }, fault: undefined }],
    })
  })

  it('that says the same record twice, or more than its header, faults those rows', () => {
    const file = read('sigla\nAB\nab\nc;d')
    expect('rows' in file && file.rows.map(({ fault }) => fault)).toEqual([
      undefined,
      expect.stringMatching(/Repete o registro da linha 2/),
      expect.stringMatching(/mais campos/),
    ])
  })
})
