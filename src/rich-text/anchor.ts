import type { Place } from './passages.ts'

/** What somebody pointed at: the words, what stood around them, and where. Enough to find them again after edits. */
export interface Anchor {
  readonly passage: number
  readonly quote: string
  /** Up to 32 characters before and after the words, within their paragraph. */
  readonly before: string
  readonly after: string
}

/** Where the words stand now: `same`, word for word; `changed`: the paragraph is there, the words are others. */
export interface Found extends Place {
  readonly state: 'same' | 'changed'
}

/** How much of the neighbourhood is kept. */
export const contextLength = 32

/** The anchor of a place of a text, given by its passages. Undefined where there is no such place. */
export function anchorAt(texts: readonly string[], { passage, start, end }: Place): Anchor | undefined {
  const text = texts[passage]
  if (text === undefined || start < 0 || end > text.length || start >= end) return undefined
  return {
    passage,
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - contextLength), start),
    after: text.slice(end, end + contextLength),
  }
}

/**
 * Finds the words of an anchor in a text that may have changed since. The same words with the likest neighbourhood win,
 * the nearest among equals; short words far from their neighbourhood are not taken for the ones that were meant. Where
 * the words are gone, a paragraph that still has most of them, in their order, is what became of it.
 */
export function locate(texts: readonly string[], anchor: Anchor): Found | undefined {
  const best = occurrences(texts, anchor).sort(
    (a, b) => b.likeness - a.likeness || distance(a, anchor) - distance(b, anchor),
  )[0]
  if (best) return { passage: best.passage, start: best.start, end: best.end, state: 'same' }
  return likest(texts, anchor)
}

interface Occurrence extends Place {
  readonly likeness: number
}

function occurrences(texts: readonly string[], { quote, before, after }: Anchor): Occurrence[] {
  if (quote === '') return []
  return texts.flatMap((text, passage) => {
    const found: Occurrence[] = []
    for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
      const end = start + quote.length
      const left = sameEnd(text.slice(0, start), before)
      const right = sameStart(text.slice(end), after)
      // The edge of a paragraph is a neighbour too: a whole paragraph is known by having nothing beside it.
      const edges = (before === '' && start === 0 ? 1 : 0) + (after === '' && end === text.length ? 1 : 0)
      const isMeant =
        quote.length >= 20 || left + right >= 8 || (left === before.length && right === after.length && edges !== 1)
      if (isMeant || (edges === 1 && left + right > 0)) {
        found.push({ passage, start, end, likeness: left + right + edges * contextLength })
      }
    }
    return found
  })
}

const distance = ({ passage }: Place, anchor: Anchor) => Math.abs(passage - anchor.passage)

function sameEnd(text: string, expected: string): number {
  let count = 0
  while (count < expected.length && text.at(-1 - count) === expected.at(-1 - count)) count += 1
  return count
}

function sameStart(text: string, expected: string): number {
  let count = 0
  while (count < expected.length && text[count] === expected[count]) count += 1
  return count
}

/** At least this share of the words, and this many, must still be there in their order. */
const leastShare = 0.6
const leastWords = 3

function likest(texts: readonly string[], anchor: Anchor): Found | undefined {
  const wanted = wordsOf(anchor.quote)
  const candidates = texts.flatMap((text, passage) => {
    const kept = inOrder(wanted, wordsOf(text))
    const [first, last] = [kept[0], kept.at(-1)]
    if (!first || !last || kept.length < leastWords || kept.length / wanted.length < leastShare) return []
    // Words scattered over a long paragraph are not the passage.
    const spread = last.index - first.index + 1
    if (spread > wanted.length * 2 + 4) return []
    return [{ passage, start: first.start, end: last.end, count: kept.length }]
  })
  const [best] = candidates.sort((a, b) => b.count - a.count || distance(a, anchor) - distance(b, anchor))
  return best && { passage: best.passage, start: best.start, end: best.end, state: 'changed' }
}

interface Word {
  readonly word: string
  readonly index: number
  readonly start: number
  readonly end: number
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match, index) => ({
    word: match[0].toLowerCase(),
    index,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The words of the second list that follow the first list's order: the longest such run of words. */
function inOrder(wanted: readonly Word[], words: readonly Word[]): Word[] {
  const known = new Set(wanted.map(({ word }) => word))
  const kept = words.filter(({ word }) => known.has(word)).slice(0, 400)
  const asked = wanted.slice(0, 400)
  const best = Array.from({ length: asked.length + 1 }, () => new Uint16Array(kept.length + 1))
  const value = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = asked.length - 1; i >= 0; i -= 1)
    for (let j = kept.length - 1; j >= 0; j -= 1) {
      const row = best[i]
      if (row)
        row[j] = asked[i]?.word === kept[j]?.word ? value(i + 1, j + 1) + 1 : Math.max(value(i + 1, j), value(i, j + 1))
    }
  const chain: Word[] = []
  for (let [i, j] = [0, 0]; i < asked.length && j < kept.length; ) {
    const word = kept[j]
    if (word && asked[i]?.word === word.word && value(i, j) === value(i + 1, j + 1) + 1) {
      chain.push(word)
      i += 1
      j += 1
    } else if (value(i + 1, j) >= value(i, j + 1)) i += 1
    else j += 1
  }
  return chain
}
