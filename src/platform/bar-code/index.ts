/**
 * A bar code of the kind Code 128 (ISO/IEC 15417) as SVG that draws only paths, fit for a page under a strict policy: the
 * code that labels and AR of the post carry. Capitals, small letters and signs in set B; pairs of digits, half as wide, in
 * set C. The quiet zone of ten modules that the norm asks for is inside. What is no printable ASCII is refused.
 */
export function barCodeSvg(text: string, title = `Código de barras: ${text}`): string {
  const widths = symbolsOf(text)
    .map((value) => patterns[value] ?? '')
    .join('')
  const bars: string[] = []
  let at = quiet
  for (const [place, width] of [...widths].entries()) {
    if (place % 2 === 0) bars.push(`M${at} 0h${width}v${height}H${at}z`)
    at += Number(width)
  }
  const side = at + quiet
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${height}" role="img" shape-rendering="crispEdges">`,
    `<title>${title.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)}</title>`,
    `<path fill="#fff" d="M0 0h${side}v${height}H0z"/><path fill="#000" d="${bars.join('')}"/></svg>`,
  ].join('')
}

const quiet = 10
const height = 40
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const toC = 99
const toB = 100
const startB = 104
const startC = 105
const stop = 106

/** The values of the symbols, with start, check symbol and stop. */
function symbolsOf(text: string): number[] {
  if (!/^[\x20-\x7e]{1,80}$/.test(text)) throw new Error('a bar code takes one to eighty printable ASCII characters')
  // Four digits or more in set C: fewer gain nothing over the change of the set.
  const parts = text.match(/(?:\d\d){2,}|(?:(?!\d{4})[\x20-\x7e])+/g) ?? []
  const values: number[] = []
  for (const part of parts) {
    const inC = /^(?:\d\d){2,}$/.test(part)
    const change = inC ? toC : toB
    values.push(values.length === 0 ? (inC ? startC : startB) : change)
    if (inC) values.push(...(part.match(/\d\d/g) ?? []).map(Number))
    else values.push(...[...part].map((sign) => sign.charCodeAt(0) - 32))
  }
  const sum = values.reduce((total, value, place) => total + value * Math.max(1, place), 0)
  return [...values, sum % 103, stop]
}

/** Widths of bars and gaps of each symbol, bar first, by its value; the stop has a bar more. */
const patterns = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ')
