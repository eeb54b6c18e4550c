import { type Block, doc, p, type RichText, section } from '../../../rich-text/index.ts'
import { formatDate } from '../../../ui/index.ts'
import { formatPostalCode } from '../letters/letter.text.ts'
import type { LetterRow } from '../letters/letters.queries.ts'
import type { ChargeRow } from './charging.queries.ts'

const header = ['Código', 'Destinatário', 'Endereço', 'Documento', 'Postada em', 'Dias de atraso', 'Última cobrança']

/** An overdue AR with what is known of its charging. */
export type OverdueLetter = LetterRow & { readonly charge: ChargeRow; readonly daysLate: number }

/**
 * The text by which the post is asked for AR that are overdue (AR-34). It is a public document: of what is not public it
 * says the code and the days alone. Word for word: nothing of what people typed is taken for a mark or a variable.
 */
export function chargingText(letters: readonly OverdueLetter[]): RichText {
  return doc(
    section('corpo', 'body', [
      p('Solicitamos a devolução dos avisos de recebimento (AR) abaixo, ou informação sobre a entrega dos objetos.'),
      {
        type: 'table',
        attrs: { caption: 'AR em atraso' },
        content: [header, ...letters.map(cellsOf)].map((cells, row) => ({
          type: 'table_row' as const,
          content: cells.map((text) => ({
            type: row === 0 ? ('table_header' as const) : ('table_cell' as const),
            attrs: { colspan: 1, rowspan: 1, align: null },
            content: [asTyped(text)],
          })),
        })),
      },
    ]),
  )
}

function cellsOf(letter: OverdueLetter): string[] {
  const { charge, trackingCode, postedOn, daysLate } = letter
  const told = charge.isPublic
    ? [letter.addressee, addressOf(letter), letter.document ?? '(reservado)']
    : ['(reservado)', '(reservado)', '(reservado)']
  const last = charge.chargedAt ? [formatDate(charge.chargedAt), charge.lastDocument].filter(Boolean).join(', ') : '–'
  return [trackingCode ?? '–', ...told, postedOn ? formatDate(postedOn) : '–', String(daysLate), last]
}

function addressOf({ address, postalCode, city, state }: LetterRow): string {
  return [...address.split('\n'), `${formatPostalCode(postalCode)} ${city}/${state}`].join(', ')
}

function asTyped(text: string) {
  return { ...p('', 'left'), content: [{ type: 'text', text }] } as Extract<Block, { type: 'paragraph' }>
}
