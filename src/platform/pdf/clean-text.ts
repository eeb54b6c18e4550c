/**
 * Text as PDF/A can carry it. `missing` are the characters that no font of ours draws: they are named by their code
 * (`‹U+1F600›`), because an archive must show that something stood there.
 */
export function cleanText(value: unknown, missing: ReadonlySet<string>): string {
  if (typeof value !== 'string') return ''
  const plain = value
    .toWellFormed()
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(UNMAPPED, named)
  const drawable =
    missing.size === 0 ? plain : [...plain].map((char) => (missing.has(char) ? named(char) : char)).join('')
  return drawable.replace(LONG_WORD, (word) => word.match(/.{1,20}/gsu)?.join(ZERO_WIDTH_SPACE) ?? word)
}

const ZERO_WIDTH_SPACE = '\u200b'
/** Past the width of the page a word without any blank needs places where it may break. */
const LONG_WORD = /[^\s\u200b]{50,}/gu
/** Control characters, and the marks that turn the direction of reading, with which a text can show what it does not say. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu
/** Private use: PDF/A refuses them, for nobody can know what they mean. */
const UNMAPPED = /[\p{Co}\p{Cn}]/gu
/** Variation selectors and joiners have no drawing of their own. */
const INVISIBLE = /^(?:\u200c|\u200d|[\ufe00-\ufe0f])$/u

function named(char: string): string {
  if (INVISIBLE.test(char)) return ''
  return `‹U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`
}
