import { normPt, withoutAccents } from './norm-pt.rules.ts'
import type { HighlightTerm } from './query-syntax.rules.ts'

/** A piece of a snippet, as text to be escaped by the page; `marked` where it is one of the words looked for. */
export interface SnippetPart {
  readonly text: string
  readonly marked: boolean
}

/**
 * The two fragments of the original text, of some 200 characters, in which most of the terms are found, with the words
 * marked; the beginning of the text where none is. PostgreSQL's own highlighter cannot do it: it does not know `norm_pt`.
 *
 * To be made only of text that its reader may read (PES-010). Of very long texts only the beginning is looked at.
 */
export function snippetOf(text: string, terms: readonly HighlightTerm[]): readonly SnippetPart[] {
  return openSnippets(terms)(text)
}

/** The same for all texts of a page of results: what one word is to the terms is found out once. */
export function openSnippets(terms: readonly HighlightTerm[]): (text: string) => readonly SnippetPart[] {
  const termOf = openTerms(terms)
  return (text) => snippetBy(text, termOf)
}

function snippetBy(text: string, termOf: TermOf): readonly SnippetPart[] {
  const looked = text.slice(0, mostCharacters)
  const words = wordsOf(looked, termOf)
  const fragments = bestFragments(looked, words)
  const last = fragments.at(-1)
  const parts = fragments.flatMap((fragment, index) => [
    ...(index > 0 || fragment.start > 0 ? [{ text: index === 0 ? '… ' : ' … ', marked: false }] : []),
    ...partsOf(looked, fragment, words),
  ])
  return last && last.end < text.trimEnd().length ? [...parts, { text: ' …', marked: false }] : parts
}

const mostCharacters = 200_000
const fragmentLength = 200
const mostFragments = 2
/** So much of what goes before the first word found is shown with it. */
const leadLength = 60

interface Word {
  readonly start: number
  readonly end: number
  /** Which of the terms it is; -1 for none. */
  readonly term: number
}

interface Fragment {
  readonly start: number
  readonly end: number
  readonly found: ReadonlySet<number>
  readonly hits: number
}

function wordsOf(text: string, termOf: TermOf): readonly Word[] {
  const words: Word[] = []
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    words.push({ start: index, end: index + word.length, term: termOf(word) })
  }
  return words
}

/** Which of the terms a word is; -1 for none. */
type TermOf = (word: string) => number

/** Endings change, beginnings do not: a word that begins otherwise than every term is none of them, and most do. */
function openTerms(terms: readonly HighlightTerm[]): TermOf {
  const matchers = terms.map(matcherOf)
  const beginnings = new Set(terms.map(({ word }) => withoutAccents(word).charAt(0)))
  const beginningOf = remembering((character) => beginnings.has(withoutAccents(character).charAt(0)))
  const termOf = remembering((word) => {
    const plain = withoutAccents(normPt(word))
    return matchers.findIndex((matches) => matches(plain))
  })
  return (word) => (beginningOf(String.fromCodePoint(word.codePointAt(0) ?? 0)) ? termOf(word) : -1)
}

function remembering<Value>(find: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = find(text)
    known.set(text, value)
    return value
  }
}

function matcherOf(term: HighlightTerm): (plainWord: string) => boolean {
  const wanted = withoutAccents(term.word)
  if (wanted === '') return () => false
  if (term.prefix) return (word) => word.startsWith(wanted)
  const stem = lightStem(wanted)
  return (word) => lightStem(word) === stem || (stem.length >= shortestSharedStem && word.startsWith(stem))
}

/** Shorter stems are the beginning of too many other words. */
const shortestSharedStem = 5

/** Roughly what the stemmer of the index does: enough to show why a document was found. */
function lightStem(word: string): string {
  const singular = word.length > 3 ? word.replace(/s$/, '') : word
  const ending = endings.find((one) => singular.endsWith(one) && singular.length - one.length >= 4)
  const stem = ending ? singular.slice(0, -ending.length) : singular
  return stem.length > 3 ? stem.replace(/[aeiou]$/, '') : stem
}

const endings = 'amento imento adora idade mente acao ador ante ando endo indo ado ada ido ida ivo iva ar er ir'.split(
  ' ',
)

/** The fragments with the most of the terms, then with the most words found, in the order of the text. */
function bestFragments(text: string, words: readonly Word[]): readonly Fragment[] {
  const candidates = words.flatMap((word, index) => (word.term < 0 ? [] : [fragmentAt(text, words, index)]))
  const chosen: Fragment[] = []
  while (chosen.length < mostFragments) {
    const seen = new Set(chosen.flatMap(({ found }) => [...found]))
    const free = candidates.filter((one) => chosen.every((other) => one.start >= other.end || one.end <= other.start))
    const best = free.reduce<Fragment | undefined>(
      (leader, one) => (leader === undefined || worthOf(one, seen) > worthOf(leader, seen) ? one : leader),
      undefined,
    )
    if (!best) break
    chosen.push(best)
  }
  if (chosen.length === 0) return [beginning(text, words)]
  return chosen.sort((one, other) => one.start - other.start)
}

/** A term not yet shown outweighs any number of repetitions. */
function worthOf(fragment: Fragment, seen: ReadonlySet<number>): number {
  return [...fragment.found].reduce((worth, term) => worth + (seen.has(term) ? 100 : 10_000), 0) + fragment.hits
}

/** From some words before the one found to the last word that fits in whole. */
function fragmentAt(text: string, words: readonly Word[], index: number): Fragment {
  const hit = words[index] ?? { start: 0, end: 0 }
  let first = index
  while (first > 0 && hit.start - (words[first - 1]?.start ?? 0) <= leadLength) first -= 1
  const start = first === 0 && hit.start <= leadLength ? 0 : (words[first]?.start ?? 0)
  return fragmentFrom(text, words, first, start, Math.max(start + fragmentLength, cutLongWord(hit, start)))
}

function beginning(text: string, words: readonly Word[]): Fragment {
  return fragmentFrom(text, words, 0, 0, fragmentLength)
}

function fragmentFrom(text: string, words: readonly Word[], first: number, start: number, limit: number): Fragment {
  const found = new Set<number>()
  let hits = 0
  let end = start
  for (let at = first; at < words.length; at += 1) {
    const word = words[at]
    if (!word || word.end > limit) break
    end = word.end
    if (word.term >= 0) {
      found.add(word.term)
      hits += 1
    }
  }
  // Signs after the last word belong to it; a text without words, or with one endless word, is cut where it must.
  if (end === start) end = Math.min(text.length, limit)
  else end += /^[^\p{L}\p{N}\s]{0,3}/u.exec(text.slice(end, end + 6))?.[0].length ?? 0
  return { start, end: withoutHalfCharacter(text, end), found, hits }
}

/** A word found is always shown whole, unless it is longer than any word of a language. */
function cutLongWord(word: { readonly start: number; readonly end: number }, start: number): number {
  return Math.min(word.end, start + 2 * fragmentLength)
}

function withoutHalfCharacter(text: string, end: number): number {
  const code = text.charCodeAt(end - 1)
  return code >= 0xd800 && code <= 0xdbff ? end - 1 : end
}

function partsOf(text: string, fragment: Fragment, words: readonly Word[]): SnippetPart[] {
  const parts: SnippetPart[] = []
  let at = fragment.start
  for (const word of words) {
    if (word.term < 0 || word.start < fragment.start || word.end > fragment.end) continue
    parts.push({ text: onOneLine(text.slice(at, word.start)), marked: false })
    parts.push({ text: text.slice(word.start, word.end), marked: true })
    at = word.end
  }
  parts.push({ text: onOneLine(text.slice(at, fragment.end)), marked: false })
  return parts.filter((part) => part.text !== '')
}

function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ')
}
