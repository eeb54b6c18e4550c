import { normPt } from './norm-pt.rules.ts'
import { type QueryToken, readTokens } from './query-tokens.rules.ts'
import { whole, wordOrPrefix } from './tsquery-operand.rules.ts'

export { prefixMarker } from './tsquery-operand.rules.ts'

/** A word to be marked in what is found, as `normPt` writes it; `prefix` where any word that begins so is meant. */
export interface HighlightTerm {
  readonly word: string
  readonly prefix: boolean
}

/** What somebody typed into the search box, understood. */
export interface SearchQuery {
  /**
   * For `to_tsquery('portuguese', …)` over text of `norm_pt`; always accepted by it. '' where nothing can be searched.
   * Prefixes carry `prefixMarker`, which the SQL takes off after the stemming, as this and no other way:
   * `replace(to_tsquery('portuguese', $1)::text, prefixMarker + "':*", "':*")::tsquery`.
   */
  readonly tsquery: string
  readonly terms: readonly HighlightTerm[]
  /** Something was left out because the query is longer than 500 characters or 30 words: people are told. */
  readonly shortened: boolean
}

/**
 * Understands `"frase exata"`, `radical*`, `e`, `ou`, `não` and parentheses (PES-003), in capitals or not, with accents or
 * not. Words side by side must all be there. Whatever is unbalanced or misplaced is passed over, never refused.
 */
export function parseQuery(text: string): SearchQuery {
  const typed = [...text.toWellFormed()]
  const state: Reading = {
    tokens: readTokens(typed.slice(0, mostCharacters).join('')),
    at: 0,
    words: 0,
    terms: [],
    shortened: false,
  }
  const operands: string[] = []
  while (state.at < state.tokens.length) {
    operands.push(...readAlternatives(state, false))
    // Only a parenthesis that closes nothing stops the reading before the end.
    state.at += 1
  }
  return {
    tsquery: combine(operands, ' & ')[0] ?? '',
    terms: state.terms,
    shortened: state.shortened || typed.length > mostCharacters,
  }
}

const mostCharacters = 500
const mostWords = 30

interface Reading {
  readonly tokens: readonly QueryToken[]
  at: number
  words: number
  readonly terms: HighlightTerm[]
  shortened: boolean
}

/** Each reader answers one operand, or none where only misplaced signs stood there. */
type Operand = readonly [string] | readonly []

function readAlternatives(state: Reading, negated: boolean): Operand {
  const operands = [...readConjunction(state, negated)]
  while (state.tokens[state.at]?.kind === 'or') {
    state.at += 1
    operands.push(...readConjunction(state, negated))
  }
  return combine(operands, ' | ')
}

function readConjunction(state: Reading, negated: boolean): Operand {
  const operands: string[] = []
  for (;;) {
    const kind = state.tokens[state.at]?.kind
    if (kind === undefined || kind === 'or' || kind === 'close') return combine(operands, ' & ')
    if (kind === 'and') state.at += 1
    else operands.push(...readOne(state, negated))
  }
}

function readOne(state: Reading, negated: boolean): Operand {
  const token = state.tokens[state.at]
  if (token === undefined || token.kind === 'or' || token.kind === 'and' || token.kind === 'close') return []
  state.at += 1
  switch (token.kind) {
    case 'not': {
      const [operand] = readOne(state, !negated)
      if (operand === undefined) return []
      // Two negations are none; PostgreSQL refuses a long row of them.
      return [operand.startsWith('!') ? operand.slice(1) : `!${operand}`]
    }
    case 'open': {
      const inside = readAlternatives(state, negated)
      if (state.tokens[state.at]?.kind === 'close') state.at += 1
      return inside
    }
    case 'phrase':
      return readWords(state, token.text, negated, false)
    case 'word':
      return readWords(state, token.text, negated, token.prefix)
  }
}

/** A word, or the words of a phrase. Those beyond the limit are left out. */
function readWords(state: Reading, text: string, negated: boolean, prefix: boolean): Operand {
  const words = normPt(text).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return []
  if (state.words + words.length > mostWords) {
    state.shortened = true
    return []
  }
  state.words += words.length
  const [only] = words.length === 1 ? words : []
  if (!negated) rememberTerms(state.terms, words, prefix && only !== undefined)
  if (only !== undefined && prefix) return [wordOrPrefix(only, true)]
  return [/\s/.test(text.trim()) ? whole(text) : wordOrPrefix(text, prefix)]
}

/** Articles and single letters are not worth marking, nor are the short groups of a number. */
function rememberTerms(terms: HighlightTerm[], words: readonly string[], prefix: boolean): void {
  for (const word of words) {
    const known = terms.some((term) => term.word === word && term.prefix === prefix)
    const slight = [...word].length < 2 || notMarked.has(word) || (words.length > 1 && /^\d{1,2}$/.test(word))
    if (!known && !slight) terms.push({ word, prefix })
  }
}

const notMarked: ReadonlySet<string> = new Set(
  'ao aos as com da das de do dos em na nas no nos os ou para pela pelo por que se um uma'.split(' '),
)

function combine(operands: readonly string[], operator: ' & ' | ' | '): Operand {
  const [first] = operands
  if (first === undefined) return []
  return operands.length === 1 ? [first] : [`(${operands.join(operator)})`]
}
