import { csvOf } from '../../../platform/csv/index.ts'
import { formatPostalCode, formatWords, serviceWords } from '../letters/letter.text.ts'
import type { LetterRow } from '../letters/letters.queries.ts'
import { numberOf } from '../numbered.text.ts'
import type { ListRow } from './lists.queries.ts'

const header = [
  ...['Lista', 'Carta', 'Código de rastreamento', 'Serviço', 'Com AR', 'Formato', 'Destinatário'],
  ...['Endereço 1', 'Endereço 2', 'Endereço 3', 'Endereço 4', 'CEP', 'Município', 'UF', 'Situação'],
]

/**
 * The letters of a list in columns, for the post or the program of its contract: no format of it is public. The columns are
 * told in the manual. It names no document and no case file.
 */
export function postFileOf(list: Pick<ListRow, 'number' | 'year' | 'unit'>, letters: readonly LetterRow[]): string {
  return csvOf(
    header,
    letters.map((letter) => [
      ...[numberOf(list), numberOf(letter), letter.trackingCode ?? '', serviceWords[letter.service]],
      ...[letter.withReceipt ? 'Sim' : 'Não', formatWords[letter.format], letter.addressee],
      ...Array.from({ length: 4 }, (_, line) => letter.address.split('\n')[line] ?? ''),
      ...[letter.postalCode ? formatPostalCode(letter.postalCode) : '', letter.city, letter.state],
      letter.step === 'preparing' ? 'A postar' : 'Postada',
    ]),
  )
}
