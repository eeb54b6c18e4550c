/** What was heard, as it is to be written: words and signs in order, and where lines and paragraphs end. */
export type Spoken = { readonly word: string } | { readonly sign: Sign } | { readonly ends: 'line' | 'paragraph' }

interface Sign {
  readonly text: string
  /** The side on which no space stands. */
  readonly clings: 'before' | 'after'
}

const before = (text: string): Spoken => ({ sign: { text, clings: 'before' } })
const after = (text: string): Spoken => ({ sign: { text, clings: 'after' } })

/** What is said for a sign. Longer ones are looked for first; "ponto" alone is a word ("ponto de vista"). */
export const spokenSigns: Readonly<Record<string, Spoken>> = {
  'ponto de interrogação': before('?'),
  'ponto de exclamação': before('!'),
  'ponto e vírgula': before(';'),
  'ponto final': before('.'),
  'dois pontos': before(':'),
  vírgula: before(','),
  'abre aspas': after('“'),
  'abrir aspas': after('“'),
  'fecha aspas': before('”'),
  'fechar aspas': before('”'),
  'abre parênteses': after('('),
  'abre parêntese': after('('),
  'abrir parênteses': after('('),
  'fecha parênteses': before(')'),
  'fecha parêntese': before(')'),
  'fechar parênteses': before(')'),
  'novo parágrafo': { ends: 'paragraph' },
  'nova linha': { ends: 'line' },
}

const longest = Math.max(...Object.keys(spokenSigns).map((name) => name.split(' ').length))

/** Takes what was heard apart. "Dois-pontos" is the same with and without its hyphen, and capitals do not matter. */
export function readSpoken(heard: string): readonly Spoken[] {
  const words = heard
    .normalize('NFC')
    .replace(/dois-pontos/gi, 'dois pontos')
    .split(/\s+/)
    .filter(Boolean)
  const found: Spoken[] = []
  for (let at = 0; at < words.length; ) {
    const { spoken, length } = signAt(words, at) ?? { spoken: { word: words[at] ?? '' }, length: 1 }
    found.push(spoken)
    at += length
  }
  return found
}

function signAt(words: readonly string[], at: number): { spoken: Spoken; length: number } | undefined {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const name = words
      .slice(at, at + length)
      .join(' ')
      .toLowerCase()
    const spoken = Object.hasOwn(spokenSigns, name) ? spokenSigns[name] : undefined
    if (spoken) return { spoken, length }
  }
  return undefined
}

/**
 * One word or sign as it is written after that text: with a space where one belongs, and with a capital where a sentence
 * begins. An item of a list (`isItem`) begins as its author says it, as items of our laws do.
 */
export function writeAfter(text: string, spoken: Exclude<Spoken, { ends: unknown }>, isItem = false): string {
  const written =
    'sign' in spoken ? spoken.sign.text : beginsSentence(text, isItem) ? capital(spoken.word) : spoken.word
  const clings = 'sign' in spoken ? spoken.sign.clings === 'before' : /^[,.;:?!)”]/.test(spoken.word)
  return clings || text === '' || /[\s(“[/]$/.test(text) ? written : ` ${written}`
}

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('pt-BR') + word.slice(1)

/** A full stop of these ends no sentence. */
const shortened =
  /(?:^|[\s(“])(?:art|arts|inc|fl|fls|p|pág|págs|nº|n|proc|sr|sra|srs|dr|dra|exmo|exma|prof|ltda|cf|obs)\.$/i

function beginsSentence(text: string, isItem: boolean): boolean {
  const said = text.replace(/[\s“(]+$/, '')
  if (said === '') return !isItem
  if (/\n[\s“(]*$/.test(text)) return true
  return /[.?!][”)]*$/.test(said) && !shortened.test(said)
}
