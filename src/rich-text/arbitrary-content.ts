import * as fc from 'fast-check'
import { type Block, type FlowBlock, type Inline, type Mark, SECTION_KINDS, type Section } from './content.ts'
import { PARAGRAPH_STYLES } from './styles.ts'

/** Texts of any shape that the schema allows, for properties; hostile characters are frequent on purpose. */
const hostile = ['<', '>', '&', '"', "'", '*', '**', '_', '__', '~~', '^^', ',,', '[', ']', '[[', '](', '@', '\\', '-']
const words = fc
  .array(fc.oneof(fc.constantFrom(...hostile, ' ', 'a', 'ção', '1.', 'I -', '#', '😀', '@data@'), fc.string()), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '' && text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text))

const link = fc.constantFrom('https://www.rn.gov.br/?a=1&b="2"', 'mailto:setor@orgao.gov.br', 'http://exemplo.gov.br/x')
const marks: fc.Arbitrary<Mark[]> = fc
  .record({
    link: fc.option(link, { freq: 5 }),
    simple: fc.subarray(['strong', 'em', 'underline', 'strike'] as const),
    script: fc.constantFrom('sup', 'sub', undefined, undefined, undefined),
  })
  .map(({ link: href, simple, script }): Mark[] => [
    ...(href ? [{ type: 'link' as const, attrs: { href } }] : []),
    ...simple.map((type) => ({ type })),
    ...(script ? [{ type: script }] : []),
  ])

const byNumber = fc.record({ number: fc.stringMatching(/^\d{1,20}$/), label: fc.string({ maxLength: 20 }) })
const bare: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 8, arbitrary: words.map((text): Inline => ({ type: 'text', text })) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hard_break' }) },
  { weight: 1, arbitrary: words.map((text): Inline => ({ type: 'footnote', attrs: { text } })) },
  { weight: 1, arbitrary: byNumber.map((attrs): Inline => ({ type: 'case_link', attrs })) },
  { weight: 1, arbitrary: byNumber.map((attrs): Inline => ({ type: 'document_link', attrs })) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'variable', attrs: { name: 'data', label: 'Data <hoje>' } }) },
)
const inline = fc
  .tuple(bare, marks)
  .map(([node, list]): Inline => (list.length > 0 ? ({ ...node, marks: list } as Inline) : node))

const withText = fc
  .array(inline, { maxLength: 5 })
  .map((content) => (content.length > 0 ? { content } : ({} as { content?: Inline[] })))

const paragraph = fc
  .tuple(fc.constantFrom(...(Object.keys(PARAGRAPH_STYLES) as (keyof typeof PARAGRAPH_STYLES)[])), withText)
  .map(([style, inside]): FlowBlock => ({ type: 'paragraph', attrs: { style }, ...inside }))
const heading = fc
  .tuple(fc.constantFrom(1, 2, 3), withText)
  .map(([level, inside]): FlowBlock => ({ type: 'heading', attrs: { level }, ...inside }))
const image = fc
  .record({ alt: words, width: fc.integer({ min: 1, max: 20 }), align: fc.constantFrom('left', 'center', 'right') })
  .map(
    ({ alt, width, align }): FlowBlock => ({
      type: 'image',
      attrs: { src: `/arquivos/${'0a'.repeat(32)}`, alt, width: width * 5, align },
    }),
  )

const { flow } = fc.letrec<{ flow: FlowBlock; items: unknown }>((tie) => ({
  items: fc.array(
    fc.tuple(paragraph, fc.array(tie('flow') as fc.Arbitrary<FlowBlock>, { maxLength: 2 })).map(([first, others]) => ({
      type: 'list_item' as const,
      content: [first, ...others],
    })),
    { minLength: 1, maxLength: 3 },
  ),
  flow: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    heading,
    image,
    tie('items').map((content) => ({ type: 'bullet_list', content }) as FlowBlock),
    fc
      .tuple(tie('items'), fc.integer({ min: 1, max: 30 }), fc.constantFrom('1', 'a', 'I'))
      .map(([content, start, kind]) => ({ type: 'ordered_list', attrs: { start, kind }, content }) as FlowBlock),
    fc
      .array(tie('flow') as fc.Arbitrary<FlowBlock>, { minLength: 1, maxLength: 2 })
      .map((content): FlowBlock => ({ type: 'blockquote', content })),
  ),
}))

const cell = fc
  .tuple(fc.constantFrom('table_cell', 'table_header'), fc.array(flow, { minLength: 1, maxLength: 2 }))
  .map(([type, content]) => ({ type, attrs: { colspan: 1, rowspan: 1, align: null }, content }) as const)
const table = fc
  .tuple(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }), fc.string())
  .map(
    ([rows, caption]): Block => ({
      type: 'table',
      attrs: { caption: caption.replace(/\p{Cc}/gu, '') },
      content: rows.map((content) => ({ type: 'table_row', content })),
    }),
  )

export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: flow },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: fc.constantFrom<Block>({ type: 'horizontal_rule' }, { type: 'page_break' }) },
)

export const anySection = (key: string): fc.Arbitrary<Section> =>
  fc
    .tuple(fc.constantFrom(...SECTION_KINDS), fc.boolean(), fc.array(anyBlock, { minLength: 1, maxLength: 5 }))
    .map(([kind, locked, content]) => ({ type: 'section', attrs: { key, kind, locked }, content }))

/** Untrusted JSON that should pass; run it through `parseContent` to have a text. */
export const anyDocument = fc
  .tuple(anySection('cabecalho'), anySection('corpo'))
  .map((content) => ({ type: 'doc' as const, content }))
