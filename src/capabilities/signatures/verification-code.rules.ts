/** The document's number as people see it, 'nº SEI' and 'código verificador': seven digits or more (DOC-002). */
export function formatVerificationCode(number: number | bigint | string): string {
  const digits = String(number)
  if (!/^[0-9]{1,18}$/.test(digits)) throw new RangeError(`Not the number of a document: ${digits}`)
  return digits.padStart(7, '0')
}

/**
 * What somebody typed as verification code, in the form that `formatVerificationCode` gives; undefined where it is none.
 * Dots, spaces, hyphens and missing zeros do not matter. A 'v' and version after it, as some footers have, is left out.
 */
export function parseVerificationCode(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/v\d{1,3}$/i, '')
    .replace(/[\s.-]/g, '')
  if (!/^[0-9]{1,18}$/.test(bare)) return undefined
  const significant = bare.replace(/^0+/, '')
  return significant === '' ? undefined : formatVerificationCode(significant)
}
