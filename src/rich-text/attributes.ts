/**
 * The checks behind the `validate` of every attribute. ProseMirror keeps whatever an attribute without a check holds,
 * so an attribute without one is a hole in the closed schema.
 */

type Check = (value: unknown) => void

/** Where an image may live: among our own files, by its digest. A foreign address would betray who reads. */
const FILE_ADDRESS = /^\/arquivos\/[0-9a-f]{64}$/
const SECTION_KEY = /^[a-z][a-z0-9-]{0,39}$/
const VARIABLE_NAME = /^[a-z][a-z0-9_]{0,59}$/
const DIGITS = /^\d{1,30}$/

export const isFileAddress = (value: string): boolean => FILE_ADDRESS.test(value)
export const isVariableName = (value: string): boolean => VARIABLE_NAME.test(value)
export const isObjectNumber = (value: string): boolean => DIGITS.test(value)

/** Only what opens a page or a letter: never `javascript:`, `data:` or an address that browsers would read otherwise. */
export function isLinkAddress(value: string): boolean {
  // Browsers drop tabs, newlines and leading blanks before they read the scheme: "java\nscript:" must not pass.
  if (value.length > 2000 || /[\s\p{Cc}]/u.test(value)) return false
  if (!/^(https?:\/\/|mailto:)/i.test(value)) return false
  return URL.canParse(value)
}

export const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    demand(values.includes(value), 'is not on the list', value)

export const integerBetween =
  (low: number, high: number, step = 1): Check =>
  (value) =>
    demand(
      typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high && value % step === 0,
      `is not a whole number from ${low} to ${high} in steps of ${step}`,
      value,
    )

export const textUpTo =
  (limit: number): Check =>
  (value) =>
    demand(typeof value === 'string' && value.length <= limit, `is not a text of up to ${limit} characters`, value)

export const textThat =
  (passes: (value: string) => boolean, what: string): Check =>
  (value) =>
    demand(typeof value === 'string' && passes(value), `is not ${what}`, value)

export const fileAddress = textThat(isFileAddress, 'the address of one of our files')
export const sectionKey = textThat((value) => SECTION_KEY.test(value), 'the key of a section')
export const variableName = textThat(isVariableName, 'the name of a variable')
export const objectNumber = textThat(isObjectNumber, 'a number made of digits')
export const linkAddress = textThat(isLinkAddress, 'an http, https or mailto address')

function demand(holds: boolean, complaint: string, value: unknown): void {
  if (!holds) throw new RangeError(`${String(JSON.stringify(value)).slice(0, 80)} ${complaint}`)
}
