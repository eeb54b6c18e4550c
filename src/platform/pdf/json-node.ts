/** A node of a stored text, read without trust: every field is there, whatever was stored. */
export interface Node {
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly content: readonly Node[]
  readonly marks: readonly Node[]
  readonly text: string | undefined
}

/** Deeper than any text that the editor lets through. */
const DEEPEST = 64

export function readNode(value: unknown, depth = 0): Node {
  const record = isRecord(value) ? value : {}
  return {
    type: typeof record.type === 'string' ? record.type : '',
    attrs: isRecord(record.attrs) ? record.attrs : {},
    content: depth < DEEPEST ? nodes(record.content, depth) : [],
    marks: depth < DEEPEST ? nodes(record.marks, depth) : [],
    text: typeof record.text === 'string' ? record.text : undefined,
  }
}

const nodes = (value: unknown, depth: number): Node[] =>
  Array.isArray(value) ? value.map((child) => readNode(child, depth + 1)) : []

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
