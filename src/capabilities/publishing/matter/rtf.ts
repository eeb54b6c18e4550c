import type { Exporter } from './exporter.ts'
import type { Matter, MatterLine } from './matter.ts'
import { readRtf } from './read-rtf.ts'

/** 8 cm in twips: the width of a column. */
const column = 4535

/** A page as wide as a column of the gazette, in Calibri 9. Every letter beyond ASCII goes by its number. */
export const rtfExporter: Exporter = {
  format: 'rtf',
  label: 'RTF, coluna de 8 cm',
  hint: 'Calibri 9, como pedem a Imprensa Nacional e a maior parte dos diários.',
  mediaType: 'application/rtf',
  delivery: 'file',
  make: async (matter) => new TextEncoder().encode(rtfOf(matter)),
  read: readRtf,
}

function rtfOf({ lines, signers, name }: Matter): string {
  const head =
    '{\\rtf1\\ansi\\ansicpg1252\\deff0\\deflang1046{\\fonttbl{\\f0\\fswiss\\fcharset0 Calibri;}}' +
    `{\\info{\\title ${escaped(name)}}}\\paperw${column}\\paperh16838\\margl0\\margr0\\margt0\\margb0\\uc1\\f0\\fs18\n`
  const ends = signers.map((signer) => paragraph('\\qc', signer))
  return `${head}${lines.map(lineOf).join('')}${ends.join('')}}`
}

function lineOf({ style, cells }: MatterLine): string {
  const [only = ''] = cells
  if (cells.length === 1) return paragraph(alignments[style], only)
  const width = Math.floor(column / cells.length)
  const edges = cells.map((_, index) => `\\cellx${width * (index + 1)}`).join('')
  return `\\trowd${edges}\n${cells.map((cell) => `\\pard\\intbl ${escaped(cell)}\\cell\n`).join('')}\\row\n`
}

const alignments = { title: '\\qc\\b', centered: '\\qc', text: '\\qj' } as const

const paragraph = (how: string, text: string): string => `\\pard\\plain\\f0\\fs18${how} ${escaped(text)}\\par\n`

function escaped(text: string): string {
  let written = ''
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] ?? ''
    const code = text.charCodeAt(index)
    if (sign === '\\' || sign === '{' || sign === '}') written += `\\${sign}`
    else if (code >= 32 && code < 127) written += sign
    else if (code < 32 || code === 127) written += ' '
    else written += `\\u${code > 32767 ? code - 65536 : code}?`
  }
  return written
}
