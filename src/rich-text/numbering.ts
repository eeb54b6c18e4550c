import type { ParagraphStyle } from './styles.ts'

/**
 * The number of each numbered paragraph, in one place for page, editor and PDF. Call the answer with the style of each
 * paragraph of one section, in the order of the text; start anew for each section.
 *
 * The forms are those of Complementary Law 95/1998, article 10: articles and paragraphs ordinal up to the ninth and
 * cardinal from then on, items in roman numerals, sub-items in letters. Items start again after any other paragraph.
 */
export function startNumbering(): (style: ParagraphStyle) => string | undefined {
  const at = { numbered: 0, article: 0, articleParagraph: 0, romanItem: 0, letteredItem: 0 }
  return (style) => {
    if (style !== 'letteredItem') at.letteredItem = 0
    if (style !== 'letteredItem' && style !== 'romanItem') at.romanItem = 0
    switch (style) {
      case 'numbered':
        return `${++at.numbered}.`
      case 'article':
        at.articleParagraph = 0
        return `Art. ${ordinal(++at.article)}`
      case 'articleParagraph':
        return `§ ${ordinal(++at.articleParagraph)}`
      case 'romanItem':
        return `${roman(++at.romanItem)} –`
      case 'letteredItem':
        return `${letters(++at.letteredItem)})`
      default:
        return undefined
    }
  }
}

/** 1 → I, 4 → IV, 1999 → MCMXCIX. */
export function roman(value: number): string {
  let [rest, written] = [value, '']
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) written += sign
  return written
}

/** 1 → a, 26 → z, 27 → aa. */
export function letters(value: number): string {
  const last = (value - 1) % 26
  const before = (value - 1 - last) / 26
  return (before > 0 ? letters(before) : '') + String.fromCharCode(97 + last)
}

const ordinal = (value: number): string => (value < 10 ? `${value}º` : `${value}.`)

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
