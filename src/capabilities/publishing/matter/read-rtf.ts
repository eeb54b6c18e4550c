/**
 * The words of an RTF file, as this house and the gazettes write it: paragraphs and cells end words, what belongs to the
 * head of the file (fonts, colours, information) is passed over.
 */
export function readRtf(file: string): string {
  const sign = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)/gi
  const groups: Group[] = []
  let group: Group = { silent: false, after: 1 }
  let pending = 0
  let text = ''
  const write = (words: string) => {
    const rest = words.slice(Math.min(pending, words.length))
    pending -= Math.min(pending, words.length)
    if (!group.silent) text += rest
  }
  for (const [, word, number, byte, symbol, brace, plain] of file.matchAll(sign)) {
    if (brace === '{' && groups.length > deepest) break
    if (brace === '{') groups.push({ ...group })
    else if (brace === '}') {
      group = groups.pop() ?? group
      pending = 0
    } else if (plain !== undefined) write(plain.replace(/[\r\n]/g, ''))
    else if (byte !== undefined) write(windows.decode(Uint8Array.of(Number.parseInt(byte, 16))))
    else if (symbol === '*') group.silent = true
    else if (symbol !== undefined) write(symbols[symbol] ?? (/[\\{}]/.test(symbol) ? symbol : ''))
    else if (word === 'uc') group.after = Math.max(0, Math.min(10, Number(number ?? 1)))
    else if (word === 'u') {
      if (!group.silent) text += String.fromCharCode((Number(number) + 65536) % 65536)
      pending = group.after
    } else if (word !== undefined && headGroups.has(word)) group.silent = true
    else if (word !== undefined && !group.silent) text += signs[word] ?? ''
  }
  return text
}

/** No text has more groups within each other. */
const deepest = 1000

interface Group {
  silent: boolean
  /** How many signs stand in for a letter given by its number. */
  after: number
}

const windows = new TextDecoder('windows-1252')
const headGroups = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'header', 'footer', 'listtable'])
const symbols: Readonly<Record<string, string>> = { '~': '\u00a0', _: '\u2011', '\n': '\n', '\r': '\n' }
const signs: Readonly<Record<string, string>> = {
  ...{ par: '\n', line: '\n', row: '\n', cell: '\t', tab: '\t', emdash: '—', endash: '–', bullet: '•' },
  ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
}
