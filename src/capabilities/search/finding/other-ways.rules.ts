/** Another search that may find what this one did not: the same words, in the filter where they belong. */
export interface OtherWay {
  readonly kind: 'signer' | 'party' | 'number-start'
  readonly words: string
}

export interface OtherWays {
  readonly ways: readonly OtherWay[]
  /** Digits and signs alone found nothing: a number has to be whole. */
  readonly wholeNumber: boolean
}

/** What is found in fewer places than this is worth looking for in another way too. */
const fewResults = 4

/**
 * Other ways to look for the words of a search that found little. Said of the words alone: whether anybody is called so is
 * not asked, and not told.
 */
export function otherWays(text: string, total: number): OtherWays {
  if (total >= fewResults) return nothingElse
  const words = text.replace(/["“”«»]/g, '').trim()
  if (/^[\d\s./()-]+$/.test(words)) return total === 0 ? ofNumber(words.replace(/\D/g, '')) : nothingElse
  if (!isName.test(words) || words.length > 100 || words.split(/\s+/).length > 8) return nothingElse
  return {
    ways: [
      { kind: 'signer', words },
      { kind: 'party', words },
    ],
    wholeNumber: false,
  }
}

/** By its first digits a case file is found as by the beginning of any word. */
function ofNumber(digits: string): OtherWays {
  const begins = digits.length >= fewestDigits && digits.length < digitsOfWhole
  return { ways: begins ? [{ kind: 'number-start', words: digits }] : [], wholeNumber: digits.length > 0 }
}

/** Fewer digits begin the numbers of half a house. */
const fewestDigits = 8
/** What is as long as the number of the whole country begins no longer one. */
const digitsOfWhole = 17
/** One word alone is more often a matter than a person. */
const isName = /^\p{L}[\p{L}\p{M}.'’-]*(\s+[\p{L}\p{M}.'’-]+)+$/u
const nothingElse: OtherWays = { ways: [], wholeNumber: false }
