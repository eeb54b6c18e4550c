import { withoutAccents } from './norm-pt.rules.ts'

export type QueryToken =
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean }

/** Cuts a query into its signs and words. A quotation mark without its pair reaches to the end. */
export function readTokens(text: string): readonly QueryToken[] {
  // Control characters cannot be sent to the database; quotation marks come curled from mobile phones.
  const clean = text.replace(/\p{Cc}/gu, ' ').replace(/[“”„‟«»]/g, '"')
  return [...clean.matchAll(/"([^"]*)"?|([()])|([^\s()"]+)/g)].flatMap(([, phrase, parenthesis, word]) => {
    if (phrase !== undefined) return [{ kind: 'phrase', text: phrase } as const]
    if (parenthesis !== undefined) return [{ kind: parenthesis === '(' ? 'open' : 'close' } as const]
    return word === undefined ? [] : [operatorOrWord(word)]
  })
}

/** Shorter ones would match half of all words. */
const shortestPrefix = 3

function operatorOrWord(text: string): QueryToken {
  const operator = operators.get(withoutAccents(text))
  if (operator) return { kind: operator }
  const [beforeStar = '', ...afterStar] = text.split('*')
  const prefix = afterStar.length > 0 && [...beforeStar].length >= shortestPrefix
  return { kind: 'word', text: prefix ? beforeStar : text.replaceAll('*', ' ').trim(), prefix }
}

const operators: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['e', 'and'],
  ['ou', 'or'],
  ['nao', 'not'],
] as const)
