import type { Random } from '../../tools/faults/random.ts'
import { type Hostile, marks } from './values.ts'

/** Bodies for the addresses that take JSON: not JSON, not the message, or a text that the editor never wrote. */
export function hostileMessages(
  { content, version }: { content: unknown; version: number },
  values: readonly Hostile[],
  trap: string,
): readonly string[] {
  const message = (text: unknown) =>
    JSON.stringify({ ...review, content: text, baseVersion: version, session: 's', sequence: 1 })
  const doc = (...nodes: unknown[]) => message(withBlocks(content, nodes))
  const words = (text: string, ...more: unknown[]) => ({ type: 'text', text, ...(more.length ? { marks: more } : {}) })
  const paragraph = (...inside: unknown[]) => ({ type: 'paragraph', content: inside })
  return [
    ...[
      '',
      '{',
      'null',
      '[]',
      '"a"',
      '1e999',
      '{"a":1}}',
      '\uFEFF{}',
      '{"__proto__":{"content":1}}',
      'NaN',
      '{"content":',
    ],
    `{"content":${'['.repeat(20_000)}${']'.repeat(20_000)},"baseVersion":1}`,
    `{"content":${'{"type":"blockquote","content":['.repeat(5_000)}${']}'.repeat(5_000)},"baseVersion":1}`,
    `{"content":${`{"type":"bullet_list","content":[{"type":"list_item","content":[`.repeat(1_500)}${']}]}'.repeat(1_500)},"baseVersion":1}`,
    message(content),
    message(undefined),
    message('texto'),
    message({ type: 'doc' }),
    message({ type: 'script', content: [words('alert(1)')] }),
    doc({ type: 'constructor' }),
    doc({ type: '__proto__', attrs: {} }),
    doc({ type: 'raw_html', attrs: { html: `<${marks.tag}>` } }),
    doc(paragraph(words('x', { type: 'link', attrs: { href: 'javascript:document.documentElement.dataset.zq=1' } }))),
    doc(paragraph(words('x', { type: 'link', attrs: { href: ' java\nscript:alert(1)' } }))),
    doc(paragraph(words('x', { type: 'link', attrs: { href: `https://a"${marks.attribute}="1` } }))),
    doc(paragraph(words('x', { type: 'link' }, { type: 'onclick', attrs: { x: 1 } }))),
    doc({ type: 'image', attrs: { src: `${trap}/imagem`, alt: `" ${marks.attribute}="1` } }),
    doc(paragraph({ type: 'image', attrs: { src: `${trap}/imagem` } })),
    doc({ type: 'heading', attrs: { level: '1><script>' } }),
    doc({ type: 'heading', attrs: { level: 9e99 } }),
    doc({
      type: 'table',
      content: [{ type: 'table_row', content: [{ type: 'table_cell', attrs: { colspan: 1e9, rowspan: -1 } }] }],
    }),
    doc({ type: 'paragraph', attrs: { style: `x" ${marks.attribute}="1`, indent: 'NaN' } }),
    doc(paragraph(words('\0\uD800\u202E'))),
    doc(paragraph(words(''))),
    doc(paragraph(words('x'.repeat(900_000)))),
    doc(...Array.from({ length: 30_000 }, () => paragraph())),
    JSON.stringify({ content, baseVersion: '1; drop table', baseDraft: [] }),
    JSON.stringify({ content, baseVersion: 1e18, session: {}, sequence: 1e300 }),
    JSON.stringify({ content, baseVersion: -1.5 }),
    ...['write', 'reply', 'resolve', 'reopen', 'accept', 'reject'].flatMap((act) => [
      JSON.stringify({ act, id: '99999999999999999999', thread: '1e9', text: 'x'.repeat(40_000), from: -1, to: 1e99 }),
      JSON.stringify({ act, id: { a: 1 }, text: ['a'], anchor: '__proto__', quote: null }),
    ]),
    ...values.slice(0, 24).map(({ text }) => doc(paragraph(words(text || ' ', { type: text.slice(0, 20) })))),
  ]
}

/** What a remark beside the text carries as well. */
const review = {
  act: 'write',
  text: 'a',
  suggestion: `<${marks.tag}>`,
  meant: { passage: 0, quote: 'a', before: '', after: '' },
}

/** The same text, with these in the place of the blocks of its first part that has any. */
function withBlocks(content: unknown, nodes: readonly unknown[]): unknown {
  const text = structuredClone(content) as Node
  const put = (node: Node): boolean => {
    const like = node.content?.find(({ type }) => type === 'paragraph')
    if (like) {
      node.content = (nodes as Node[]).map((one) =>
        one?.type === 'paragraph' && like.attrs ? { ...one, attrs: { ...like.attrs, ...one.attrs } } : one,
      )
      return true
    }
    // What a template fixes is refused whatever it says.
    return (node.content ?? []).some((inside) => inside.attrs?.locked !== true && put(inside))
  }
  put(text)
  return text
}

interface Node {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  content?: Node[]
}

/** A message with something in it that is something else. */
export function spoiledMessage(random: Random, body: string, values: readonly Hostile[]): string {
  const at = random.whole(0, body.length)
  const other = random.pick(values).text
  const deeds = [
    () => body.slice(0, at),
    () => body.slice(0, at) + other + body.slice(at),
    () => body.replace(/"[a-z_]+"/g, (name) => (random.chance(0.1) ? JSON.stringify(other) : name)),
    () => body.replace(/:(?:\d+|"[^"]{0,40}")/g, (value) => (random.chance(0.2) ? ':null' : value)),
    () => body.replace(/:(?:\d+|"[^"]{0,40}")/g, (value) => (random.chance(0.2) ? ':{"a":[]}' : value)),
  ]
  return random.pick(deeds)()
}
