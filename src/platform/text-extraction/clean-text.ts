/**
 * Text that PostgreSQL accepts and people can read in a search result: no control characters (NUL is refused by the
 * database), no half letters, no hyphen that only marks a line end, no long stretches of blanks.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\f\v\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
