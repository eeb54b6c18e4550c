/** What became of one thing on a slip; without it, it is under way. */
export const outcomes = ['received', 'missing', 'refused'] as const
export type ItemOutcome = (typeof outcomes)[number]

/** How a slip stands (FLX-054). */
export type SlipState = 'under-way' | 'received' | 'received-in-part' | 'returned'

/** Under way while anything is; then by whether all of it was received, some, or nothing. */
export function stateOfCounts(items: {
  readonly open: number
  readonly received: number
  readonly all: number
}): SlipState {
  if (items.open > 0) return 'under-way'
  return items.received === items.all ? 'received' : items.received > 0 ? 'received-in-part' : 'returned'
}

/** A thing that goes, as it was typed. */
export interface ItemTyped {
  readonly reference: string
  readonly description: string
  readonly volumes: number
  readonly pages: number | null
}

export interface ItemProblem {
  readonly line: number
  readonly kind: 'no-reference' | 'too-long' | 'volumes' | 'pages' | 'twice'
}

const most = { items: 100, reference: 60, description: 200, volumes: 9999, pages: 999_999 } as const
export const mostItems = most.items

/** One item a line: `número; descrição; volumes; folhas`, of which only the first must be there. */
export function readItems(text: string): { items: ItemTyped[]; problems: ItemProblem[] } {
  const lines = text
    .split(/\r?\n/)
    .map((line, place) => ({ line: place + 1, parts: line.split(';').map((part) => part.replace(/\s+/g, ' ').trim()) }))
    .filter(({ parts }) => parts.some(Boolean))
  const items: ItemTyped[] = []
  const problems: ItemProblem[] = []
  const seen = new Set<string>()
  for (const { line, parts } of lines) {
    const [reference = '', description = '', volumes = '', pages = ''] = parts
    const item = {
      reference,
      description,
      volumes: volumes === '' ? 1 : wholeOf(volumes, 1, most.volumes),
      pages: pages === '' ? null : wholeOf(pages, 0, most.pages),
    }
    const wrong = (kind: ItemProblem['kind']) => problems.push({ line, kind })
    if (keyOf(reference) === '') wrong('no-reference')
    else if (reference.length > most.reference || description.length > most.description) wrong('too-long')
    else if (item.volumes === undefined) wrong('volumes')
    else if (item.pages === undefined) wrong('pages')
    else if (seen.has(keyOf(reference))) wrong('twice')
    else items.push({ ...item, volumes: item.volumes, pages: item.pages })
    seen.add(keyOf(reference))
  }
  return { items, problems }
}

/** By which the same thing is known however it is written: its letters and digits. */
export function keyOf(reference: string): string {
  return reference
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

function wholeOf(text: string, least: number, greatest: number): number | undefined {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= greatest ? value : undefined
}
