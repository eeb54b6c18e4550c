import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { looksLikeNumber } from './number-lookup.rules.ts'
import { parseQuery } from './query-syntax.rules.ts'

const tsqueryOf = (text: string) => parseQuery(text).tsquery
const termsOf = (text: string) => parseQuery(text).terms.map(({ word, prefix }) => (prefix ? `${word}*` : word))

describe('what is typed is understood', () => {
  test.each([
    ['licitação', "'licitação'"],
    ['LICITACOES', "'licitação'"],
    ['edital  obra', "('edital' & 'obra')"],
    ['edital e obra', "('edital' & 'obra')"],
    ['edital OU obra', "('edital' | 'obra')"],
    ['edital ou obra urgente', "('edital' | ('obra' & 'urgente'))"],
    ['(edital ou obra) urgente', "(('edital' | 'obra') & 'urgente')"],
    ['edital não obra', "('edital' & !'obra')"],
    ['edital e NAO (obra ou ponte)', "('edital' & !('obra' | 'ponte'))"],
    ['não não edital', "'edital'"],
    ['não não não (edital ou obra)', "!('edital' | 'obra')"],
    ['"prestação de contas"', "'prestação de contas'"],
    ['“prestação de contas” ponte', "('prestação de contas' & 'ponte')"],
    ['"e ou não"', "'e ou não'"],
    ['guarda-chuva', "'guarda-chuva'"],
    ["d'água", "'d''agua'"],
    ['a\\b', "'a\\\\b'"],
    ['00001.000123/2026-11', "('00001.000123/2026-11' | '00001000123202611')"],
    ['1.234', "'1.234'"],
    ['contrat*', "'contrat0qz':*"],
    ['administrativ*', "('administrativ0qz':* | 'administrativo' | 'administrativa')"],
    ['naç*', "('nac0qz':* | 'nação')"],
    ['ar*', "'ar'"],
    ['con*trato', "'con0qz':*"],
    ['*trato', "'trato'"],
  ])('%j is %s', (text, tsquery) => {
    expect(tsqueryOf(text)).toBe(tsquery)
  })

  test.each([
    ['', ''],
    ['   ', ''],
    ['e', ''],
    ['não', ''],
    ['ou e não ( )', ''],
    ['""', ''],
    ['"', ''],
    ['* ** ***', ''],
    ['— & | ! : <->', ''],
    ['edital ou', "'edital'"],
    ['ou edital', "'edital'"],
    ['edital não', "'edital'"],
    ['edital e e e obra', "('edital' & 'obra')"],
    ['((edital', "'edital'"],
    ['edital)) obra', "('edital' & 'obra')"],
    ['() edital', "'edital'"],
    ['não () edital', "'edital'"],
    ['"sem fim', "'sem fim'"],
    ['edital "', "'edital'"],
    ['a\u0000b\u0007c', "('a' & 'b' & 'c')"],
    ["'; drop table x; --", "('drop' & 'table' & 'x;')"],
  ])('%j, though odd, is %j', (text, tsquery) => {
    expect(tsqueryOf(text)).toBe(tsquery)
  })

  test.each([
    ['licitações "prestação de contas"', ['licitação', 'prestação', 'contas']],
    ['licitac* não obra', ['licitac*']],
    ['não (obra ou não edital)', ['edital']],
    ['edital EDITAL', ['edital']],
    ['00001.000123/2026-11', ['00001', '000123', '2026']],
    ["d'água", ['agua']],
    ['obra de arte', ['obra', 'arte']],
  ])('in %j is marked %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms)
  })

  it('beyond 500 characters or 30 words is left out, and says so', () => {
    const words = (count: number) => Array.from({ length: count }, (_, index) => `termo${index}`).join(' ')
    expect(parseQuery(words(30))).toMatchObject({ shortened: false })
    expect(parseQuery(words(31))).toMatchObject({ shortened: true })
    expect(tsqueryOf(words(31))).toBe(tsqueryOf(words(30)))
    expect(parseQuery('a '.repeat(249))).toMatchObject({ shortened: true })
    expect(parseQuery(`${' '.repeat(500)}edital`)).toEqual({ tsquery: '', terms: [], shortened: true })
    expect(parseQuery(`${' '.repeat(494)}edital`)).toMatchObject({ tsquery: "'edital'", shortened: false })
  })

  it('whatever it is, an answer is given, with no more than the words allowed', () => {
    const soup = fc
      .array(
        fc.constantFrom(
          'e',
          'ou',
          'não',
          '(',
          ')',
          '"',
          '*',
          "'",
          '\\',
          ' ',
          'obra',
          'edital*',
          '12.345/6',
          ':',
          '&',
          '!',
        ),
      )
      .map((list) => list.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), soup), (text) => {
        const { tsquery, terms } = parseQuery(text)
        expect(terms.length).toBeLessThanOrEqual(30)
        expect(tsquery).toMatch(/^$|^[!('].*[)'*]$/su)
        expect(tsquery.replace(/'(?:[^'\\]|''|\\.)*'/gsu, 'x')).toMatch(/^[x!()|& :*]*$/)
      }),
    )
  })
})

describe('a number is recognised', () => {
  test.each([
    ['00190.103008/2020-99', '00190103008202099'],
    [' 00190103008202099 ', '00190103008202099'],
    ['00190 103008 2020 99', '00190103008202099'],
    ['SEI-120001/004651/2022', '1200010046512022'],
    ['sei 0000123', '0000123'],
    ['nº 0000123', '0000123'],
    ['Processo nº 00190.103008/2020-99', '00190103008202099'],
    ['Documento: 1.234.567', '1234567'],
    ['(0000123)', '0000123'],
    ['6074.2022/0000902-7', '6074202200009027'],
  ])('in %j: %s', (text, digits) => {
    expect(looksLikeNumber(text)).toBe(digits)
  })

  test.each([
    '',
    '2026',
    '1234',
    '10/03/2026',
    '1.3.26',
    '2026-03-10',
    'Portaria 12345',
    'edital 00190.103008/2020-99 obra',
    'obra',
    '1'.repeat(26),
    ' '.repeat(70),
    '12345a',
  ])('but not in %j', (text) => {
    expect(looksLikeNumber(text)).toBeUndefined()
  })
})
