/** How the check digits of a case number are reckoned. Each agency's mask names one (PRO-007). */
export type CheckDigitAlgorithm = 'federal' | 'mod97' | 'mod11-1' | 'none'

/** Whether the name, as written in a mask, is of an algorithm that is known here. */
export function isCheckDigitAlgorithm(name: string): name is CheckDigitAlgorithm {
  return Object.hasOwn(algorithms, name)
}

/** How many check digits the algorithm gives. */
export function checkDigitCount(algorithm: CheckDigitAlgorithm): number {
  return algorithms[algorithm].count
}

/** The check digits for all the other digits of the number, in their order; '' for `none`. */
export function checkDigitsFor(algorithm: CheckDigitAlgorithm, digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError(`Not digits: ${digits}`)
  return algorithms[algorithm].reckon(digits)
}

const algorithms: {
  readonly [name in CheckDigitAlgorithm]: { readonly count: number; readonly reckon: (digits: string) => string }
} = {
  federal: { count: 2, reckon: federal },
  mod97: { count: 2, reckon: mod97 },
  'mod11-1': { count: 1, reckon: modulo11 },
  none: { count: 0, reckon: () => '' },
}

/**
 * Portaria Interministerial 11/2019, also for NIPE: weights 2, 3, 4… from right to left without ever starting again;
 * the second digit is reckoned over the number with the first.
 */
function federal(digits: string): string {
  const first = elevenMinusRemainder(digits, (position) => position + 2)
  const second = elevenMinusRemainder(digits + lastDigit(first), (position) => position + 2)
  return lastDigit(first) + lastDigit(second)
}

/** Minas Gerais: ISO 7064 mod 97-10. A conjecture from few numbers, so it is to be confirmed before use there. */
function mod97(digits: string): string {
  return String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, '0')
}

/** City of São Paulo: weights 2 to 9 from right to left, again and again; 10 and 11 give 0. */
function modulo11(digits: string): string {
  const result = elevenMinusRemainder(digits, (position) => (position % 8) + 2)
  return result > 9 ? '0' : String(result)
}

function elevenMinusRemainder(digits: string, weightAt: (positionFromRight: number) => number): number {
  const sum = [...digits].reverse().reduce((total, digit, position) => total + Number(digit) * weightAt(position), 0)
  return 11 - (sum % 11)
}

/** 10 gives 0 and 11 gives 1: the ordinance subtracts ten. */
function lastDigit(result: number): string {
  return String(result % 10)
}
