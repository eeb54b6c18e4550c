import { Fragment, Node } from 'prosemirror-model'
import { canonicalJson } from './canonical.ts'
import { cleanStrings } from './clean-text.ts'
import type { RichText, Section } from './content.ts'
import { schema } from './schema.ts'

/** How much one text may hold; `objects` counts nodes, marks and the lists that carry them. */
export const LIMITS = { depth: 24, objects: 200_000, textBytes: 2 * 1024 * 1024 } as const

/** Why a JSON is no text of the house. */
export type ContentProblem =
  | { readonly kind: 'not-a-document' }
  | { readonly kind: 'too-deep' | 'too-many-nodes' | 'too-long'; readonly limit: number }
  | { readonly kind: 'repeated-section'; readonly section: string }
  | { readonly kind: 'invalid'; readonly detail: string }

/** A text, or the problem with it. */
export type ParsedContent =
  | { readonly ok: true; readonly content: RichText }
  | { readonly ok: false; readonly problem: ContentProblem }

/**
 * Untrusted JSON → a text, or the problem with it.
 *
 * What comes out is written anew from the schema: no unknown key or attribute survives, neighbouring text of equal
 * marks is one node, and invisible control characters are gone. Parsing it again changes nothing.
 */
export function parseContent(json: unknown): ParsedContent {
  const excess = measure(json)
  if (excess) return { ok: false, problem: excess }
  try {
    const node = joined(Node.fromJSON(schema, cleanStrings(json)))
    node.check()
    if (node.type !== schema.nodes.doc) return { ok: false, problem: { kind: 'not-a-document' } }
    const content: RichText = node.toJSON()
    const repeated = repeatedKey(content.content)
    return repeated === undefined
      ? { ok: true, content }
      : { ok: false, problem: { kind: 'repeated-section', section: repeated } }
  } catch (error) {
    // ProseMirror throws RangeError for every complaint about the content; anything else is a bug of ours.
    if (!(error instanceof RangeError)) throw error
    return { ok: false, problem: { kind: 'invalid', detail: error.message } }
  }
}

/** The problem in plain Portuguese, with the way out. */
export function explainContentProblem(problem: ContentProblem): string {
  switch (problem.kind) {
    case 'not-a-document':
      return 'O que chegou não é um texto do editor. Recarregue a página e tente outra vez.'
    case 'too-deep':
      return `O texto tem listas ou citações dentro de outras além do permitido (${problem.limit} níveis). Simplifique a estrutura.`
    case 'too-many-nodes':
      return 'O texto tem parágrafos e células demais para um só documento. Divida-o em dois documentos.'
    case 'too-long':
      return 'O texto passa de 2 MB. Divida-o em dois documentos.'
    case 'repeated-section':
      return `A seção “${problem.section}” aparece duas vezes. Recarregue a página e tente outra vez.`
    case 'invalid':
      return 'O texto tem um elemento que não é permitido. Desfaça a última colagem e tente outra vez.'
  }
}

/** How a section departs from its template. */
export type SectionDifference = {
  readonly section: string
  readonly reason: 'changed' | 'missing' | 'unexpected' | 'moved' | 'redefined'
}

/**
 * Whether an edited text respects the template: the same sections in the same order, and the locked ones untouched to
 * the byte. Answers the first section that offends, undefined when none does.
 */
export function sameLockedSections(base: RichText, next: RichText): SectionDifference | undefined {
  const nextKeys = next.content.map(({ attrs }) => attrs.key)
  for (const { attrs } of base.content)
    if (!nextKeys.includes(attrs.key)) return { section: attrs.key, reason: 'missing' }

  for (const [index, section] of next.content.entries()) {
    const { key } = section.attrs
    const before = base.content.find((candidate) => candidate.attrs.key === key)
    if (!before) return { section: key, reason: 'unexpected' }
    if (base.content[index] !== before) return { section: key, reason: 'moved' }
    if (canonicalJson(before.attrs) !== canonicalJson(section.attrs)) return { section: key, reason: 'redefined' }
    if (before.attrs.locked && canonicalJson(before.content) !== canonicalJson(section.content))
      return { section: key, reason: 'changed' }
  }
  return undefined
}

/** Counts before anything recursive runs: a hostile depth must not reach the stack. */
function measure(json: unknown): ContentProblem | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { kind: 'not-a-document' }
  const waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }]
  const encoder = new TextEncoder()
  let [objects, bytes] = [0, 0]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value === 'string') bytes += encoder.encode(value).length
    if (bytes > LIMITS.textBytes) return { kind: 'too-long', limit: LIMITS.textBytes }
    if (typeof value !== 'object' || value === null) continue
    // A node holds a list that holds nodes: two steps of JSON for each level of the text, and two more for attributes.
    if (depth > LIMITS.depth * 2 + 2) return { kind: 'too-deep', limit: LIMITS.depth }
    if (++objects > LIMITS.objects) return { kind: 'too-many-nodes', limit: LIMITS.objects }
    for (const member of Object.values(value)) waiting.push({ value: member, depth: depth + 1 })
  }
  return undefined
}

function joined(node: Node): Node {
  if (node.isLeaf) return node
  const children: Node[] = []
  node.forEach((child) => {
    children.push(joined(child))
  })
  return node.copy(Fragment.fromArray(children))
}

function repeatedKey(sections: readonly Section[]): string | undefined {
  const keys = sections.map(({ attrs }) => attrs.key)
  return keys.find((key, index) => keys.indexOf(key) !== index)
}
