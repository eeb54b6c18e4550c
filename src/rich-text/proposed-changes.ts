import { alignEqual } from './align.ts'
import { compareWords, pairAlike } from './compare.ts'
import type { RichText } from './content.ts'
import { type Passage, type Place, passagesOf } from './passages.ts'

/** Other words for one place of a text. */
export interface ProposedChange extends Place {
  readonly words: string
}

/**
 * What somebody changed in the words of a text, place by place, in the order of the text: each can be taken or left by
 * itself with `replaceWords`. New paragraphs belong to the one before them; every place holds at least a word to be found
 * by. Changes of form, tables and images are no words and are left out.
 */
export function proposedChanges(base: RichText, edited: RichText): ProposedChange[] {
  const [old, now] = [passagesOf(base), passagesOf(edited)]
  const changes = new Map<number, ProposedChange[]>()
  const put = (change: ProposedChange) => changes.set(change.passage, [...(changes.get(change.passage) ?? []), change])
  for (const [inOld, inNow] of pairs(old, now)) {
    const [before, after] = [old[inOld], now[inNow]]
    if (before && after && before.text !== after.text) for (const one of changesWithin(inOld, before, after)) put(one)
  }
  const met = pairs(old, now)
  const keptOld = new Set(met.map(([inOld]) => inOld))
  const partnerOf = new Map(met.map(([inOld, inNow]) => [inNow, inOld]))
  const { behind, ahead } = newParagraphs(old, now, partnerOf)
  for (const [index, { text, locked }] of old.entries()) {
    const [first, then] = [ahead.get(index) ?? [], behind.get(index) ?? []]
    if (!keptOld.has(index) && text !== '' && !locked) {
      put({ passage: index, start: 0, end: text.length, words: [...first, ...then].join('\n\n') })
    } else {
      if (first.length > 0) prependTo(changes, index, text, first)
      if (then.length > 0) appendTo(changes, index, text, then)
    }
  }
  return [...changes.entries()].sort(([a], [b]) => a - b).flatMap(([, list]) => list)
}

/** The passages that are the same or alike in both, by index. */
function pairs(old: readonly Passage[], now: readonly Passage[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let [atOld, atNow] = [0, 0]
  const key = ({ section, text }: Passage) => `${section}\n${text}`
  for (const [inOld, inNow] of [...alignEqual(old.map(key), now.map(key)), [old.length, now.length] as const]) {
    for (const [i, j] of pairAlike(old.slice(atOld, inOld), now.slice(atNow, inNow))) found.push([atOld + i, atNow + j])
    if (inOld < old.length) found.push([inOld, inNow])
    atOld = inOld + 1
    atNow = inNow + 1
  }
  return found
}

/** New paragraphs by the passage of the base behind, or ahead of, which they stand: one that has words to find it by. */
function newParagraphs(old: readonly Passage[], now: readonly Passage[], partnerOf: ReadonlyMap<number, number>) {
  const behind = new Map<number, string[]>()
  const ahead = new Map<number, string[]>()
  const add = (map: Map<number, string[]>, at: number, text: string) => map.set(at, [...(map.get(at) ?? []), text])
  for (const [index, { section, text, locked }] of now.entries()) {
    if (partnerOf.has(index) || text.trim() === '' || locked) continue
    const hasWords = (one: Passage, at: number) =>
      one.section === section && old[partnerOf.get(at) ?? -1]?.text.trim().length !== 0 && partnerOf.has(at)
    const before = partnerOf.get(now.slice(0, index).findLastIndex(hasWords))
    const first = old.findIndex((one) => one.section === section && one.text.trim() !== '')
    if (before !== undefined) add(behind, before, text)
    else if (first >= 0) add(ahead, first, text)
  }
  return { behind, ahead }
}

function prependTo(changes: Map<number, ProposedChange[]>, passage: number, text: string, news: readonly string[]) {
  const list = changes.get(passage) ?? []
  const [first, ...others] = list
  const head = `${news.join('\n\n')}\n\n`
  if (first?.start === 0) changes.set(passage, [{ ...first, words: head + first.words }, ...others])
  else {
    const [opening = ''] = /^\s*\S+/.exec(text.slice(0, first?.start)) ?? []
    changes.set(passage, [{ passage, start: 0, end: opening.length, words: head + opening }, ...list])
  }
}

/** Puts new paragraphs behind what is already changed at the end of a passage, or behind its last words. */
function appendTo(changes: Map<number, ProposedChange[]>, passage: number, text: string, news: readonly string[]) {
  const list = changes.get(passage) ?? []
  const last = list.at(-1)
  const tail = `\n\n${news.join('\n\n')}`
  if (last && last.end === text.length) {
    changes.set(passage, [...list.slice(0, -1), { ...last, words: last.words + tail }])
    return
  }
  const start = lastWordsFrom(text, last?.end ?? 0)
  if (start < text.length) {
    changes.set(passage, [...list, { passage, start, end: text.length, words: text.slice(start) + tail }])
  }
}

/** Where the last words of a text begin, at most some forty characters before its end. */
function lastWordsFrom(text: string, least: number): number {
  const from = Math.max(least, text.length - 40)
  const blank = from === 0 ? -1 : text.indexOf(' ', from)
  return blank >= 0 && blank + 1 < text.length ? blank + 1 : from
}

function changesWithin(passage: number, before: Passage, after: Passage): ProposedChange[] {
  if (before.locked) return []
  const hunks: { start: number; end: number; words: string }[] = []
  let offset = 0
  let same = ''
  for (const { kind, text } of compareWords(before.text, after.text)) {
    if (kind === 'same') {
      same = text
      offset += text.length
      continue
    }
    const removed = kind === 'removed' ? text.length : 0
    const words = kind === 'added' ? text : ''
    const last = hunks.at(-1)
    // A word or two between two changes belong to one change: nobody takes half of a new wording.
    if (last && offset - last.end <= 12 && same === before.text.slice(last.end, offset)) {
      last.words += before.text.slice(last.end, offset) + words
      last.end = offset + removed
    } else if (last && offset === last.end) {
      last.words += words
      last.end = offset + removed
    } else hunks.push({ start: offset, end: offset + removed, words })
    same = ''
    offset += removed
  }
  return hunks.map((hunk) => ({ passage, ...withAWord(before.text, hunk) }))
}

/** A place without words cannot be quoted: it takes the word before it, or else the one after. */
function withAWord(text: string, { start, end, words }: { start: number; end: number; words: string }) {
  if (text.slice(start, end).trim() !== '') return { start, end, words }
  const [before = ''] = /\S+\s*$/.exec(text.slice(0, start)) ?? []
  if (before) return { start: start - before.length, end, words: before + words }
  const [after = ''] = /^\s*\S+/.exec(text.slice(end)) ?? []
  return { start, end: end + after.length, words: words + after }
}
