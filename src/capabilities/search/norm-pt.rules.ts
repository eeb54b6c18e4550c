/**
 * Portuguese text as it is indexed: without capitals and accents, but with the endings whose accent decides the stem put
 * back, so that 'LICITAÇÕES' and 'licitacao' both are 'licitação'.
 *
 * The same as `platform.norm_pt` in db/migrations/0001-foundation.sql, proved so for the letters and signs of the
 * languages of Latin America and Western Europe; letters of other scripts are only made small.
 */
export function normPt(text: string): string {
  // The SQL has a fifth rule, for the word 'nao'; the third one already covers it.
  return withoutAccents(text)
    .replace(/c(?:ao|oes)(?![\p{L}\p{Nd}_])/gu, 'ção')
    .replace(/s(?:ao|oes)(?![\p{L}\p{Nd}_])/gu, 'são')
    .replace(/([a-z])(?:ao|oes|aes|aos)(?![\p{L}\p{Nd}_])/gu, '$1ão')
    .replace(/([a-z]{2})ns(?![\p{L}\p{Nd}_])/gu, '$1m')
}

/** Small letters without accents, as `platform.plain(lower(…))` gives them: 'Ação' is 'acao'. */
export function withoutAccents(text: string): string {
  return text.toLowerCase().replace(/[^\0-\x7f]/gu, plainForm)
}

function plainForm(character: string): string {
  const sign = signs.get(character)
  if (sign !== undefined) return sign
  if (/[\u0300-\u0362]/.test(character)) return ''
  return /\p{Script=Latin}/u.test(character) ? character.normalize('NFD').replace(/[\u0300-\u0362]/g, '') : character
}

/** What `unaccent` writes otherwise than by taking off an accent: each text and the characters that become it. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ae: 'æ',
    d: 'ðđ',
    ff: 'ﬀ',
    ffi: 'ﬃ',
    ffl: 'ﬄ',
    fi: 'ﬁ',
    fl: 'ﬂ',
    h: 'ħ',
    i: 'ı',
    ij: 'ĳ',
    l: 'ŀł',
    n: 'ŋ',
    o: 'ø',
    oe: 'œ',
    q: 'ĸ',
    s: 'ſ',
    ss: 'ß',
    st: 'ﬅﬆ',
    t: 'ŧ',
    th: 'þ',
    "'n": 'ŉ',
    "'": '‘’‛′',
    '"': '“”‟″',
    ',': '‚',
    ',,': '„',
    '-': '\u00ad\u2010\u2011\u2012–—―−',
    '<': '‹',
    '>': '›',
    '<<': '«',
    '>>': '»',
    '!': '¡',
    '?': '¿',
    '!!': '‼',
    '??': '⁇',
    '?!': '⁈',
    '!?': '⁉',
    '.': '․',
    '..': '‥',
    '...': '…',
    '*': '×⁎',
    '/': '÷⁄∕',
    '+/-': '±',
    '||': '‖',
    '[': '⁅',
    ']': '⁆',
    '(C)': '©',
    '(R)': '®',
    No: '№',
    е: 'ё',
    ' 1/2': '½',
    ' 1/3': '⅓',
    ' 1/4': '¼',
    ' 1/5': '⅕',
    ' 1/6': '⅙',
    ' 1/7': '⅐',
    ' 1/8': '⅛',
    ' 1/9': '⅑',
    ' 1/10': '⅒',
    ' 2/3': '⅔',
    ' 2/5': '⅖',
    ' 3/4': '¾',
    ' 3/5': '⅗',
    ' 3/8': '⅜',
    ' 4/5': '⅘',
    ' 5/6': '⅚',
    ' 5/8': '⅝',
    ' 7/8': '⅞',
    ' 1/': '⅟',
  }).flatMap(([text, characters]) => [...characters].map((character) => [character, text] as const)),
)
