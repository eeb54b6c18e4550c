import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument } from './arbitrary-content.ts'
import { doc, p, section } from './authoring.ts'
import { canonicalJson } from './canonical.ts'
import type { Section } from './content.ts'
import { explainContentProblem, parseContent, sameLockedSections } from './validate.ts'

const body = (...content: unknown[]) => ({
  type: 'doc',
  content: [{ type: 'section', attrs: { key: 'corpo', kind: 'body', locked: false }, content }],
})
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', attrs: { style: 'left' }, content })
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks })
const link = (href: unknown) => body(paragraph(text('aqui', { type: 'link', attrs: { href } })))
const image = (attrs: object) =>
  body({ type: 'image', attrs: { src: `/arquivos/${'a'.repeat(64)}`, alt: '', ...attrs } })
const deep = (levels: number): unknown =>
  levels === 0 ? paragraph() : { type: 'blockquote', content: [deep(levels - 1)] }
const cell = (attrs: object) =>
  body({
    type: 'table',
    content: [{ type: 'table_row', content: [{ type: 'table_cell', attrs, content: [paragraph()] }] }],
  })

describe('what is not a text of the house is refused', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'not-a-document'],
    ['a list', [], 'not-a-document'],
    ['a paragraph alone', paragraph(), 'not-a-document'],
    ['no sections', { type: 'doc' }, 'invalid'],
    ['an unknown node', body({ type: 'script', content: [] }), 'invalid'],
    ['a node named like a method', body({ type: 'toString' }), 'invalid'],
    ['an unknown mark', body(paragraph(text('x', { type: 'blink' }))), 'invalid'],
    ['an unknown style', body({ type: 'paragraph', attrs: { style: 'comic' } }), 'invalid'],
    ['a style from the prototype', body({ type: 'paragraph', attrs: { style: 'toString' } }), 'invalid'],
    ['a heading of level 4', body({ type: 'heading', attrs: { level: 4 } }), 'invalid'],
    ['a block in a paragraph', body(paragraph(paragraph())), 'invalid'],
    ['a table in a cell', body({ type: 'blockquote', content: [{ type: 'table', content: [] }] }), 'invalid'],
    ['javascript:', link('javascript:alert(1)'), 'invalid'],
    ['javascript: in capitals', link('JaVaScRiPt:alert(1)'), 'invalid'],
    ['javascript: behind a blank', link(' javascript:alert(1)'), 'invalid'],
    ['a scheme split by a newline', link('java\nscript:alert(1)'), 'invalid'],
    ['a blank inside', link('https://www.gov.br/ javascript:x'), 'invalid'],
    ['an endless address', link(`https://www.gov.br/${'x'.repeat(2000)}`), 'invalid'],
    ['an address without a host', link('https://'), 'invalid'],
    ['data:', link('data:text/html,<script>'), 'invalid'],
    ['a relative link', link('/processos/1'), 'invalid'],
    ['a link without address', link(undefined), 'invalid'],
    ['an image from elsewhere', image({ src: 'https://exemplo.com/x.png' }), 'invalid'],
    ['an image with a longer address', image({ src: `/arquivos/${'a'.repeat(64)}/../x` }), 'invalid'],
    ['an image without alternative text', image({ alt: undefined }), 'invalid'],
    ['an image of an odd width', image({ width: 33 }), 'invalid'],
    ['a width in words', image({ width: '50' }), 'invalid'],
    ['a cell over no column', cell({ colspan: 0 }), 'invalid'],
    ['a cell over a million rows', cell({ rowspan: 1e6 }), 'invalid'],
    ['a case link with letters', body(paragraph({ type: 'case_link', attrs: { number: '1a', label: '' } })), 'invalid'],
    ['a variable with blanks', body(paragraph({ type: 'variable', attrs: { name: 'a b', label: '' } })), 'invalid'],
    ['sup and sub at once', body(paragraph(text('x', { type: 'sup' }, { type: 'sub' }))), 'invalid'],
    ['depth', body(deep(40)), 'too-deep'],
    ['depth that would break the stack', body(deep(5000)), 'too-deep'],
    ['two megabytes', body(paragraph(text('x'.repeat(2 * 1024 * 1024 + 1)))), 'too-long'],
    ['many nodes', body(...Array.from({ length: 200_000 }, () => ({}))), 'too-many-nodes'],
    [
      'a section twice',
      { type: 'doc', content: [...body(paragraph()).content, ...body(paragraph()).content] },
      'repeated-section',
    ],
  ])('%s', (_, json, kind) => {
    const parsed = parseContent(json)
    expect(parsed.ok ? 'accepted' : parsed.problem.kind).toBe(kind)
    if (!parsed.ok) expect(explainContentProblem(parsed.problem)).toMatch(/\.$/)
  })
})

describe('what is accepted is written anew', () => {
  it('carries no unknown key or attribute along', () => {
    const parsed = parseContent({
      ...body({ ...paragraph(), attrs: { style: 'left', onclick: 'x' }, html: '<b>' }),
      x: 1,
    })
    expect(canonicalJson(parsed)).not.toMatch(/onclick|html|"x"/)
  })

  it('loses control characters and direction overrides, which PostgreSQL or readers would stumble on', () => {
    const parsed = parseContent(
      body(paragraph(text('a\u0000b\u202Ec\ud800d'), text('\u0007')), paragraph(text('x\ty'))),
    )
    expect(parsed.ok && JSON.stringify(parsed.content)).toMatch(/"abc\ufffdd".*"x y"/)
  })

  it('joins neighbouring runs that look alike', () => {
    const parsed = parseContent(body(paragraph(text('a'), text('b'))))
    expect(JSON.stringify(parsed)).toContain('"text":"ab"')
  })

  it('is accepted again without any change, whatever it holds', () => {
    fc.assert(
      fc.property(anyDocument, (json) => {
        const once = parseContent(json)
        if (!once.ok) throw new Error(JSON.stringify(once.problem))
        const twice = parseContent(JSON.parse(JSON.stringify(once.content)))
        expect(twice).toEqual(once)
      }),
    )
  })
})

describe('canonical JSON', () => {
  it('is the same for equal values, however they were built', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const reversed = JSON.parse(JSON.stringify(value), (_key, inner) =>
          inner && typeof inner === 'object' && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).reverse())
            : inner,
        )
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it.each([[Number.NaN], [() => 1], ['\ud800'], [1n]])('has no form for %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('sorts keys by UTF-16 units and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [1, 'é'], B: null, a: undefined, '\u20ac': 1.0 })).toBe('{"B":null,"b":[1,"é"],"€":1}')
  })
})

describe('a text must respect its template', () => {
  const sections: readonly Section[] = [
    section('cabecalho', 'header', [p('Governo')], { locked: true }),
    section('corpo', 'body', [p('Texto')]),
    section('rodape', 'footer', [p('Rua')], { locked: true }),
  ]
  const [header, main, footer] = sections as [Section, Section, Section]
  const changed = { ...header, content: [p('Outro governo')] }
  it.each<[string, readonly Section[], unknown]>([
    ['untouched', sections, undefined],
    ['an open section rewritten', [header, { ...main, content: [p('Outro')] }, footer], undefined],
    ['a locked one rewritten', [changed, main, footer], { section: 'cabecalho', reason: 'changed' }],
    ['one missing', [header, main], { section: 'rodape', reason: 'missing' }],
    ['one more', [...sections, section('extra', 'body', 'x')], { section: 'extra', reason: 'unexpected' }],
    ['another order', [footer, main, header], { section: 'rodape', reason: 'moved' }],
    [
      'a lock opened',
      [{ ...header, attrs: { ...header.attrs, locked: false } }, main, footer],
      { section: 'cabecalho', reason: 'redefined' },
    ],
  ])('%s', (_, next, difference) => {
    expect(sameLockedSections(doc(...sections), doc(...next))).toEqual(difference)
  })
})
