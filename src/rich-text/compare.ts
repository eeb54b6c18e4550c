import { alignEqual } from './align.ts'
import { type Unit, unitsOf } from './compare-units.ts'
import type { RichText } from './content.ts'

/** A run of words that both texts have, or only one. */
export interface ComparedPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A paragraph, item, row or image of either text. */
export interface ComparedBlock {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly block: Unit['kind']
  readonly section: string
  readonly parts: readonly ComparedPart[]
  /** The words are the same; style, marks or arrangement are not. */
  readonly formOnly: boolean
}

/** Two texts side by side, in reading order. */
export interface Comparison {
  readonly blocks: readonly ComparedBlock[]
  readonly identical: boolean
}

/** Two texts, block by block and, where a block changed, word by word. */
export function compareContents(before: RichText, after: RichText): Comparison {
  const [old, now] = [unitsOf(before), unitsOf(after)]
  const blocks: ComparedBlock[] = []
  let [atOld, atNow] = [0, 0]
  const equal = alignEqual(old.map(identity), now.map(identity))
  for (const [inOld, inNow] of [...equal, [old.length, now.length] as const]) {
    blocks.push(...compareStretch(old.slice(atOld, inOld), now.slice(atNow, inNow)))
    const same = now[inNow]
    if (same) blocks.push(whole(same, 'same'))
    atOld = inOld + 1
    atNow = inNow + 1
  }
  return { blocks, identical: blocks.every(({ kind }) => kind === 'same') }
}

const identity = (unit: Unit): string => `${unit.section}\n${unit.look}\n${unit.text}`

function whole(unit: Unit, kind: 'same' | 'added' | 'removed'): ComparedBlock {
  const { kind: block, section, text } = unit
  return { kind, block, section, parts: [{ kind, text }], formOnly: false }
}

/** A stretch where nothing is equal: alike blocks are shown as one that changed, the others as gone or new. */
function compareStretch(old: readonly Unit[], now: readonly Unit[]): ComparedBlock[] {
  const blocks: ComparedBlock[] = []
  let [atOld, atNow] = [0, 0]
  for (const [inOld, inNow] of [...pairAlike(old, now), [old.length, now.length] as const]) {
    blocks.push(...old.slice(atOld, inOld).map((unit) => whole(unit, 'removed')))
    blocks.push(...now.slice(atNow, inNow).map((unit) => whole(unit, 'added')))
    const [before, after] = [old[inOld], now[inNow]]
    if (before && after) blocks.push(changed(before, after))
    atOld = inOld + 1
    atNow = inNow + 1
  }
  return blocks
}

function changed(before: Unit, after: Unit): ComparedBlock {
  const { kind: block, section } = after
  return {
    kind: 'changed',
    block,
    section,
    parts: compareWords(before.text, after.text),
    formOnly: before.text === after.text,
  }
}

type Alike = Pick<Unit, 'section' | 'text'>

/** Below this share of common words two paragraphs are two paragraphs, not one that changed. */
const ALIKE = 0.4
/** Beyond this many combinations only neighbours are paired. */
const MOST_COMBINATIONS = 40_000

/** The pairs, in order, whose likeness adds up to the most. */
export function pairAlike(old: readonly Alike[], now: readonly Alike[]): [number, number][] {
  const bags = { old: old.map(({ text }) => bagOf(text)), now: now.map(({ text }) => bagOf(text)) }
  const likeness = (i: number, j: number): number => {
    const [before, after, bagBefore, bagAfter] = [old[i], now[j], bags.old[i], bags.now[j]]
    if (!before || !after || !bagBefore || !bagAfter || before.section !== after.section) return 0
    const share = before.text === after.text ? 1 : shareOf(bagBefore, bagAfter)
    return share >= ALIKE ? share : 0
  }
  if (old.length * now.length > MOST_COMBINATIONS)
    return old.flatMap((_, i): [number, number][] => (likeness(i, i) > 0 ? [[i, i]] : []))

  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1))
  const value = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = best[i]
      if (row) row[j] = Math.max(value(i + 1, j), value(i, j + 1), likeness(i, j) + value(i + 1, j + 1))
    }
  const pairs: [number, number][] = []
  for (let [i, j] = [0, 0]; i < old.length && j < now.length; ) {
    if (likeness(i, j) > 0 && value(i, j) === likeness(i, j) + value(i + 1, j + 1)) pairs.push([i++, j++])
    else if (value(i, j) === value(i + 1, j)) i += 1
    else j += 1
  }
  return pairs
}

function bagOf(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

function shareOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = (bag: ReadonlyMap<string, number>) => [...bag.values()].reduce((sum, count) => sum + count, 0)
  let common = 0
  for (const [word, count] of one) common += Math.min(count, other.get(word) ?? 0)
  const total = size(one) + size(other)
  return total === 0 ? 0 : (2 * common) / total
}

/** Two lines of text, word by word. */
export function compareWords(before: string, after: string): ComparedPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const parts: ComparedPart[] = []
  const add = (kind: ComparedPart['kind'], text: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
    else if (text) parts.push({ kind, text })
  }
  let [atOld, atNow] = [0, 0]
  for (const [inOld, inNow] of [...alignEqual(old, now), [old.length, now.length] as const]) {
    add('removed', old.slice(atOld, inOld).join(''))
    add('added', now.slice(atNow, inNow).join(''))
    add('same', now[inNow] ?? '')
    atOld = inOld + 1
    atNow = inNow + 1
  }
  return parts
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\s\p{L}\p{N}]/gu) ?? []
