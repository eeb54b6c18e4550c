import { sha256Hex } from '../../../platform/sha256.ts'

/**
 * A text without what changes on the way through a page maker: one form of each accented letter, one blank between words,
 * no soft hyphens. What is sent and what was printed are compared in this form (DOE-03).
 */
export function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The digest that is kept of what was sent. */
export function digestOf(text: string): string {
  return sha256Hex(normalised(text))
}

/**
 * What a gazette printed, with the words that its narrow column broke made whole. A hyphen at the end of a line stays where
 * the text that was sent has the word with it.
 */
export function rejoined(printed: string, sent: string): string {
  const known = new Set(
    normalised(sent)
      .toLowerCase()
      .match(/[\p{L}\p{N}-]+/gu) ?? [],
  )
  return printed.replace(
    /([\p{L}\p{N}-]{1,60})[-\u2010][ \t]*\r?\n\s*([\p{L}\p{N}-]{1,60})/gu,
    (_, before: string, after: string) => {
      const hyphened = `${before}-${after}`
      return known.has(hyphened.toLowerCase()) ? hyphened : `${before}${after}`
    },
  )
}
