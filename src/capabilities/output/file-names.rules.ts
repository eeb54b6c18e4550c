import type { Document } from '../documents/index.ts'

/** `Despacho_0000123.pdf`: what people see in their folder of downloads. */
export function pdfName(document: Pick<Document, 'typeName' | 'number'>): string {
  return `${nameOf(document)}.pdf`
}

/**
 * `001_Despacho_0000123.pdf`: the place in the tree first, so that the folder stands in the order of the tree. `places`
 * is how many there are: with more than 999, each has four digits.
 */
export function entryName(
  document: Pick<Document, 'typeName' | 'number'>,
  order: { readonly place: number; readonly places: number; readonly extension: string },
): string {
  const digits = Math.max(3, String(order.places).length)
  return `${String(order.place).padStart(digits, '0')}_${nameOf(document)}.${order.extension}`
}

/** `Processo_00111.000001-2026-99.zip` */
export function copyName(caseNumber: string, extension: 'pdf' | 'zip'): string {
  return `Processo_${words(caseNumber.replaceAll('/', '-'), 60)}.${extension}`
}

const nameOf = ({ typeName, number }: Pick<Document, 'typeName' | 'number'>): string =>
  `${words(typeName, 60)}_${number}`

/** Letters, figures, dots and dashes, whatever the language; all else is one line below. Windows and ZIP carry these. */
function words(text: string, longest: number): string {
  const kept = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.-]+/gu, '_')
    .slice(0, longest)
  return kept.replace(/^[_.]+|[_.]+$/g, '') || 'Documento'
}
