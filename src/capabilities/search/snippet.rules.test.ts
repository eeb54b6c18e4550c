import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseQuery } from './query-syntax.rules.ts'
import { type SnippetPart, snippetOf } from './snippet.rules.ts'

const shown = (parts: readonly SnippetPart[]) => parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
const snippet = (text: string, query: string) => shown(snippetOf(text, parseQuery(query).terms))
const filler = (words: number) => Array.from({ length: words }, () => 'lorem').join(' ')

describe('in what is found', () => {
  test.each([
    ['As licitações de obras.', 'LICITACAO', 'As [licitações] de obras.'],
    ['Contratação e contratos', 'contrato', '[Contratação] e [contratos]'],
    ['O pregão e os pregões', 'pregao', 'O [pregão] e os [pregões]'],
    ['Dos homens', 'homem', 'Dos [homens]'],
    ['Ato de atacado', 'ato', '[Ato] de atacado'],
    ['ato administrativo e administração', 'administrativ*', 'ato [administrativo] e administração'],
    ['a nação', 'naç*', 'a [nação]'],
    ['Prestação de contas', '"prestação de contas"', '[Prestação] de [contas]'],
    ['Obra e ponte', 'obra não ponte', '[Obra] e ponte'],
    ['ação em forma decomposta: ac\u0327a\u0303o', 'ação', '[ação] em forma decomposta: [ac\u0327a\u0303o]'],
    ['uma\n\n  linha\tsó', 'linha', 'uma [linha] só'],
    ['<b>obra</b>', 'obra', '<b>[obra]</b>'],
    ['nada disso', 'obra', 'nada disso'],
    ['', 'obra', ''],
  ])('%j, for %j: %j', (text, query, expected) => {
    expect(snippet(text, query)).toBe(expected)
  })

  it('the words around the one found are shown, cut between words', () => {
    const found = snippet(`${filler(100)} edital ${filler(100)}`, 'edital')
    expect(found).toMatch(/^… (lorem )+\[edital\]( lorem)+ …$/)
    expect(found.length).toBeLessThan(230)
  })

  it('two fragments are shown, each with what the other lacks', () => {
    const text = `edital ${filler(80)} edital ${filler(80)} obra ${filler(80)} edital`
    expect(snippet(text, 'edital obra').match(/\[\w+\]/g)).toEqual(['[edital]', '[obra]'])
    expect(snippet(text, 'edital obra')).toMatch(/^\[edital\].* … .*\[obra\].* …$/)
  })

  it('the fragment with all terms is preferred to the one with many times the same', () => {
    const text = `${'edital '.repeat(20)}${filler(80)} edital da obra ${filler(80)}`
    expect(snippet(text, 'edital obra')).toContain('[edital] da [obra]')
  })

  it('without a word found, the beginning is shown', () => {
    expect(snippet(filler(100), 'obra')).toMatch(/^lorem .*lorem …$/)
  })

  it('one endless word is cut, and no half character is left', () => {
    expect(snippet('x'.repeat(5000), 'obra').length).toBeLessThan(210)
    expect(snippet(`.${'😀'.repeat(500)}`, 'obra').isWellFormed()).toBe(true)
    expect(snippet(`${'x'.repeat(5000)} obra`, 'xxx*').length).toBeLessThan(420)
  })

  it('a very long text takes little time', () => {
    const text = `${filler(100_000)} edital`
    const started = performance.now()
    snippet(text, 'lorem edital')
    snippet(text, 'edital')
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('whatever the text and the query, only what stands in the text is shown, and little of it', () => {
    const word = fc.constantFrom('obra', 'Obras', 'edital', 'x', 'contrato', ' ', '\n', '.', '–', '😀', 'a\u0303', '12')
    const texts = fc.oneof(
      fc.array(word, { maxLength: 300 }).map((list) => list.join(' ')),
      fc.string({ unit: 'binary', maxLength: 600 }),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom('obra edital', 'contrat*', '12', 'obra não edital', ''), (text, query) => {
        const parts = snippetOf(text, parseQuery(query).terms)
        const flat = text.replace(/[\s\p{Cc}]+/gu, ' ')
        for (const piece of parts
          .map((part) => part.text)
          .join('')
          .split('…')) {
          expect(flat.includes(piece.trim()) || text.includes('…')).toBe(true)
        }
        expect(parts.reduce((length, part) => length + part.text.length, 0)).toBeLessThan(430)
        expect(parts.every((part) => part.text !== '')).toBe(true)
      }),
    )
  })
})
