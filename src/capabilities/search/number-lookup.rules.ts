import { withoutAccents } from './norm-pt.rules.ts'

/**
 * The digits, where the text is the number of a case file or document in whatever punctuation: '00190.103008/2020-99',
 * 'SEI-120001/004651/2022', 'nº 0000123'. Undefined where it is words, a date, a year or too short to be one.
 */
export function looksLikeNumber(text: string): string | undefined {
  const typed = withoutAccents(text).trim()
  if (typed.length > mostCharacters || isDate(typed)) return undefined
  const bare = typed.replace(label, '').replace(maskPrefix, '')
  if (!/^[\d\s./()-]+$/.test(bare)) return undefined
  const digits = bare.replace(/\D/g, '')
  return digits.length >= fewestDigits && digits.length <= mostDigits ? digits : undefined
}

const mostCharacters = 60
const fewestDigits = 5
const mostDigits = 25

/** What people copy along with a number. */
const label = /^(?:(?:sei|nup|processo|documento|doc\.?|numero|n[º°o.]*)[\s:]+)*(?:n[º°]\s*)?/

/** Letters that a mask puts before the number are joined to it: 'SEI-', 'P/'. */
const maskPrefix = /^[a-z]{1,10}[-/]/

function isDate(text: string): boolean {
  return /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?:\d{2})?$/.test(text) || /^\d{4}-\d{2}-\d{2}$/.test(text)
}
