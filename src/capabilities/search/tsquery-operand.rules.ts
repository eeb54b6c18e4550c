import { normPt } from './norm-pt.rules.ts'

/**
 * What stands at the end of each prefix in the text of the query, to be taken off after `to_tsquery`. Without it the
 * prefix would be stemmed: 'decis' to 'dec', and `decis*` would find every 'decreto'. Words with digits are not stemmed.
 */
export const prefixMarker = '0qz'

/**
 * A whole phrase as one operand: PostgreSQL cuts it into lexemes with the very parser that cut the indexed text, and asks
 * for them in their order and distance, stop words counted.
 */
export function whole(text: string): string {
  return quote(normPt(text))
}

/** One word as an operand, or the beginning of words. */
export function wordOrPrefix(text: string, prefix: boolean): string {
  const word = normPt(text)
  if (prefix && isStemmed.test(word)) {
    return alternatives([`${quote(word + prefixMarker)}:*`, ...completions(word).map(quote)])
  }
  // Whoever types the marker itself does without the star: of it alone nothing would be left.
  if (prefix && !word.includes(prefixMarker)) return `${quote(word)}:*`
  const digits = word.replace(/\D/g, '')
  // The parser cuts '00001.000123/2026-11' at unlucky places, so numbers are also indexed by their digits alone.
  const isPunctuatedNumber = /^\d[\d./-]*\d$/.test(word) && digits.length >= 5 && digits !== word
  return alternatives(isPunctuatedNumber ? [quote(word), quote(digits)] : [quote(word)])
}

/**
 * What PostgreSQL takes for one word, whatever its locale, and stems. Only this gets the marker: were it cut off from its
 * word, an empty prefix would be left, which is an error.
 */
const isStemmed = /^[a-z][a-z0-9çã]*$/

/**
 * The words from which a beginning may have been cut in the middle of an ending. The index holds stems, and the stem of
 * 'administrativo' is 'administr': it does not begin with 'administrativ', and `administrativ*` would find nothing.
 */
function completions(word: string): readonly string[] {
  const found = endings.flatMap((ending) =>
    [...ending].flatMap((_, length) => {
      const cut = ending.slice(0, length)
      const fits = length > 0 && word.endsWith(cut) && word.length - length >= shortestStem
      return fits ? [normPt(word + ending.slice(length))] : []
    }),
  )
  const nasal = nasalEndings.flatMap(([cut, ending]) => (cut.test(word) ? [normPt(word.replace(cut, ending))] : []))
  return [...new Set([...nasal, ...found])].slice(0, mostCompletions)
}

const shortestStem = 3
const mostCompletions = 20

/** 'nac' and 'prega' are no beginnings of 'nação' and 'pregão', which are indexed with cedilla and tilde. */
const nasalEndings: readonly (readonly [RegExp, string])[] = [
  [/c$/, 'cao'],
  [/a$/, 'ao'],
  [/oe?$/, 'oes'],
  [/ae$/, 'aes'],
]

/** Endings that the Portuguese stemmer takes off a word without accents. */
const endings = (
  'acao ucao amento imento ador adora ante idade ivo iva ico ica ismo ista oso osa eza logia mente ado ada ido ida ' +
  'ando endo indo aria eria iria ira'
).split(' ')

function alternatives(operands: readonly string[]): string {
  return operands.length === 1 ? operands.join('') : `(${operands.join(' | ')})`
}

/** Quoted, so that nothing in it is taken for an operator. Cut short of the length at which PostgreSQL refuses a word. */
function quote(text: string): string {
  const shortened = [...text].slice(0, mostCharacters).join('')
  return `'${shortened.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
}

const mostCharacters = 500
