import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument } from './arbitrary-content.ts'
import { blocks, doc, p, section } from './authoring.ts'
import type { Block, Inline, RichText } from './content.ts'
import { type HtmlOptions, toHtml } from './html.ts'
import { parseContent } from './validate.ts'

const of = (content: readonly Block[]): RichText => doc(section('corpo', 'body', content))
const inner = (content: readonly Block[], options?: HtmlOptions) =>
  toHtml(of(content), options).replace(/^<div class="rt"><div [^>]*>|<\/div><\/div>$/g, '')
const para = (...content: Inline[]): Block => ({ type: 'paragraph', attrs: { style: 'left' }, content })

/** Every tag and attribute the serializer may write; anything else in the output is somebody's input. */
const TAGS =
  /^(div|section|p|h[1-6]|ul|ol|li|blockquote|table|caption|thead|tbody|tr|th|td|hr|br|img|a|strong|em|u|s|sup|sub|span)$/
const ATTRIBUTES =
  /^(class|data-section|id|href|rel|role|aria-label|tabindex|type|start|scope|colspan|rowspan|src|alt|loading)$/

describe('HTML of a text', () => {
  it('never contains a tag or an attribute that is not ours, and closes what it opens', () => {
    fc.assert(
      fc.property(anyDocument, (json) => {
        const parsed = parseContent(json)
        if (!parsed.ok) throw new Error('unreachable')
        const open: string[] = []
        const html = toHtml(parsed.content)
        const rest = html.replace(/<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g, (_, slash, tag, attributes) => {
          expect(tag).toMatch(TAGS)
          for (const [, name] of String(attributes).matchAll(/ ([a-z-]+)="[^"]*"/g)) expect(name).toMatch(ATTRIBUTES)
          if (slash) expect(open.pop()).toBe(tag)
          else if (!/^(br|hr|img)$/.test(tag)) open.push(tag)
          return ''
        })
        expect(open).toEqual([])
        expect(rest).not.toMatch(/[<>"']/)
        expect(rest.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
      }),
    )
  })

  it('is the same, byte for byte, for the same text', () => {
    fc.assert(
      fc.property(anyDocument, (json) => {
        const [one, two] = [parseContent(json), parseContent(structuredClone(json))]
        expect(one.ok && two.ok && toHtml(one.content) === toHtml(two.content)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('writes a mark over several runs as one element, and never an anchor inside an anchor', () => {
    const link = { type: 'link', attrs: { href: 'https://www.gov.br/' } } as const
    const html = inner([
      para(
        { type: 'text', text: 'um ', marks: [link] },
        { type: 'text', text: 'dois', marks: [link, { type: 'strong' }] },
        { type: 'case_link', attrs: { number: '12', label: '12' }, marks: [link] },
      ),
    ])
    expect(html).toBe(
      '<p class="rt-p rt-p-left"><a href="https://www.gov.br/" rel="noopener noreferrer">um <strong>dois</strong></a>' +
        '<a class="rt-case" href="/processos/12">12</a></p>',
    )
  })

  it('numbers articles, paragraphs, items and sub-items as the law on drafting of laws asks', () => {
    const styles = [
      'article',
      'articleParagraph',
      'romanItem',
      'letteredItem',
      'letteredItem',
      'romanItem',
      'articleParagraph',
      'letteredItem',
      'article',
      'articleParagraph',
    ] as const
    const html = inner([...styles.map((style) => p('x', style)), ...Array.from({ length: 8 }, () => p('x', 'article'))])
    const numbers = [...html.matchAll(/rt-number">([^<]*)/g)].map(([, number]) => number)
    expect(numbers.slice(0, 10).join()).toBe('Art. 1º,§ 1º,I –,a),b),II –,§ 2º,a),Art. 2º,§ 1º')
    expect(numbers.slice(-2)).toEqual(['Art. 9º', 'Art. 10.'])
  })

  it('makes tables that can be heard: caption, header scopes, a region that scrolls', () => {
    const [table] = blocks('| Item | Valor |\n|---|---|\n| 1 | R$ 2 |')
    if (table?.type !== 'table') throw new Error('no table')
    const html = inner([{ ...table, attrs: { caption: 'Custos <2026>' } }])
    expect(html).toContain('role="region" aria-label="Tabela: Custos &lt;2026&gt;" tabindex="0"')
    expect(html).toContain('<caption>Custos &lt;2026&gt;</caption><thead><tr><th scope="col">')
    expect(html).toContain('</thead><tbody><tr><td>')
  })

  it('keeps footnotes at the end, with the way there and back', () => {
    const html = inner([para({ type: 'footnote', attrs: { text: 'Lei <1>' } })], { idPrefix: 'd7-' })
    expect(html).toContain('<a id="d7-nota-ref-1" href="#d7-nota-1" role="doc-noteref" aria-label="Nota 1">1</a>')
    expect(html).toContain('<li id="d7-nota-1">Lei &lt;1&gt; <a href="#d7-nota-ref-1" role="doc-backlink"')
  })

  it.each([
    [0, '<h1 '],
    [1, '<h2 '],
    [3, '<h4 '],
    [9, '<h6 '],
  ])('shifts headings by %i', (headingShift, tag) => {
    expect(inner(blocks('# Título'), { headingShift })).toContain(tag)
  })
})
