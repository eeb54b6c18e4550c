import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBlock, anySection } from './arbitrary-content.ts'
import { blocks, doc, p, section } from './authoring.ts'
import type { Block, Inline, Section } from './content.ts'
import { fromPlainText, toPlainText } from './plain-text.ts'
import { toText } from './search-text.ts'
import { parseContent } from './validate.ts'
import { VARIABLES } from './variables.ts'

const body = (content: readonly Block[]): Section => section('corpo', 'body', content)
const para = (...content: Inline[]): Block => ({ type: 'paragraph', attrs: { style: 'right' }, content })
const table = { ...blocks('| A | B |\n|---|---|\n| 1 | 2 |')[0], attrs: { caption: 'Custos' } } as Block
const note: Inline = { type: 'footnote', attrs: { text: 'Lei nº 9.784/1999' } }
const parsed = (one: Section) => {
  const result = parseContent({ type: 'doc', content: [one] })
  const [first] = result.ok ? result.content.content : []
  if (!first) throw new Error('does not hold')
  return first
}

describe('a section as plain text', () => {
  it('gives back exactly the same section when nothing was changed, whatever it holds', () => {
    fc.assert(
      fc.property(anySection('corpo').map(parsed), (original) => {
        const back = fromPlainText(toPlainText(original).replaceAll('\n', '\r\n'), original)
        expect(back).toEqual({ content: original.content, removed: [] })
      }),
    )
  })

  it('keeps all that was not touched when a paragraph is added anywhere', () => {
    fc.assert(
      fc.property(anySection('corpo').map(parsed), fc.nat(), (original, seed) => {
        const chunks = toPlainText(original).split('\n\n')
        const at = seed % (chunks.length + 1)
        const back = fromPlainText(chunks.toSpliced(at, 0, 'Parágrafo inteiramente novo.').join('\n\n'), original)
        expect(back.content.toSpliced(at, 1)).toEqual(original.content)
        expect(back.removed).toEqual([])
      }),
    )
  })

  it('is understood without the original too, for all that light marks can say', () => {
    // Marks at the edge of blanks, and style, are what light marks cannot say; the words and their order always stay.
    fc.assert(
      fc.property(anyBlock, (block) => {
        const original = parsed(body([block]))
        const content = fromPlainText(toPlainText(original)).content
        const again = parsed(body(content))
        if (/\[\[/.test(toPlainText(original))) return
        expect(toText(doc(again))).toBe(toText(doc(parsed(withoutStyle(original)))))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every mark, link and variable when the original is not at hand', () => {
    fc.assert(
      fc.property(anyBlock, (block) => {
        const original = parsed(body([speakable(block)]))
        fc.pre(!/\[\[/.test(toPlainText(original)))
        expect(parsed(body(fromPlainText(toPlainText(original)).content)).content).toEqual(original.content)
      }),
      { numRuns: 300 },
    )
  })

  it('lets what it cannot say move, double and be missed', () => {
    const original = body([p('Antes'), table, p('Depois')])
    expect(toPlainText(original)).toBe('Antes\n\n[[tabela 1: Custos]]\n\nDepois')
    expect(fromPlainText('Antes\n\nDepois\n\n[[tabela 1]]', original).content[2]).toBe(table)
    expect(fromPlainText('Antes\n\nDepois', original).removed).toEqual(['tabela 1'])
    expect(fromPlainText('[[tabela 2]]', original).content).toEqual([p('[[tabela 2]]')])
  })

  it('keeps style, notes and numbers in a paragraph that was changed', () => {
    const original = body([para({ type: 'text', text: 'Visto' }, note, { type: 'text', text: ' o processo.' })])
    expect(toPlainText(original)).toBe('Visto[[nota 1: Lei nº 9.784/1999]] o processo.')
    const { content } = fromPlainText('Vista[[nota 1]] a lei.', original)
    expect(content).toEqual([para({ type: 'text', text: 'Vista' }, note, { type: 'text', text: ' a lei.' })])
  })

  it.each<[string, string]>([
    ['a line to fill in', 'Nome: ______________'],
    ['a sum', '2 * 3 = 6 e 4*5'],
    ['an e-mail', 'fulano_de_tal@orgao.gov.br'],
    ['a path', 'C:\\pasta\\arquivo.txt'],
    ['brackets', 'art. 5º [sic], (ver [1])'],
    ['a lone sign', 'nota * ao fim'],
  ])('leaves %s as it was typed', (_, typed) => {
    expect(toText(doc(body(fromPlainText(typed).content)))).toBe(typed)
  })

  it.each<[string, string, unknown]>([
    [
      'two lists and a paragraph',
      'Itens:\n- um\n   - dentro\n- dois\n1. três',
      ['paragraph', 'bullet_list', 'ordered_list'],
    ],
    ['items of law', 'I - primeiro\nII - segundo', ['ordered_list']],
    ['letters', 'a) um\nb) dois', ['ordered_list']],
    ['quotation', '> um\n>\n> dois', ['blockquote']],
    [
      'heading, rule and page',
      '## Título\n\n---\n\n[[quebra de página]]',
      ['heading', 'horizontal_rule', 'page_break'],
    ],
    ['an empty paragraph', 'a\n\n\n\nb', ['paragraph', 'paragraph', 'paragraph']],
  ])('understands %s', (_, typed, kinds) => {
    const { content } = fromPlainText(typed)
    expect(content.map(({ type }) => type)).toEqual(kinds)
    expect(parsed(body(content)).content).toEqual(content)
    expect(fromPlainText(toPlainText(body(content))).content).toEqual(content)
  })

  it('understands marks, links and variables', () => {
    const [block] = fromPlainText('***a** b* [c](https://www.gov.br/) @data@ [d](javascript:x)').content
    expect(block).toEqual({
      type: 'paragraph',
      attrs: { style: 'justified' },
      content: [
        { type: 'text', text: 'a', marks: [{ type: 'strong' }, { type: 'em' }] },
        { type: 'text', text: ' b', marks: [{ type: 'em' }] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'c', marks: [{ type: 'link', attrs: { href: 'https://www.gov.br/' } }] },
        { type: 'text', text: ' ' },
        { type: 'variable', attrs: { name: 'data', label: 'Data (01/02/2026)' } },
        { type: 'text', text: ' [d](javascript:x)' },
      ],
    })
  })
})

/** The same section in the style that plain text knows, so that no paragraph carries a number. */
function withoutStyle(original: Section): Section {
  return JSON.parse(JSON.stringify(original), (key, value) => (key === 'style' ? 'justified' : value))
}

/** The same block without what light marks cannot say: styles, marks on blanks, labels of one's own. */
function speakable(block: Block): Block {
  return JSON.parse(JSON.stringify(block), (key, value) => {
    if (key === 'style') return 'justified'
    if (key === 'text' && typeof value === 'string') return value.trim() || 'x'
    if (value?.type === 'hard_break') return { type: 'hard_break' }
    if (value?.type === 'variable') return { ...value, attrs: { name: 'data', label: VARIABLES.data } }
    return value
  })
}
