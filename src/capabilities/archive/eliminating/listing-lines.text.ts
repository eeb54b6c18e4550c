import { formatCount, formatDate } from '../../../ui/index.ts'
import type { ItemRow, ListingRow } from './listing.queries.ts'

/** The words of the listing as a document. A restricted case file is named by its place alone: the document may be public. */
export function linesOfListing(listing: ListingRow, items: readonly ItemRow[]): string[] {
  const listed = items.filter(({ state }) => state === 'listed')
  return [
    `Listagem de eliminação nº ${listing.name}, do órgão ${listing.agency}, unidade ${listing.unitAcronym}.`,
    `Processos cujo prazo de guarda terminou e cuja destinação final é a eliminação: ${listed.length}.`,
    ...listed.map(lineOf),
  ]
}

/** The words of the term of elimination. Who orders and who confirms sign it. */
export function linesOfTerm(listing: ListingRow, items: readonly ItemRow[]): string[] {
  const listed = items.filter(({ state }) => state === 'listed')
  return [
    `Termo de eliminação da listagem nº ${listing.name}, do órgão ${listing.agency}, assinada no documento ${listing.listingNumber ?? ''}.`,
    `Edital: ${listing.noticeReference ?? ''}, de ${formatDate(listing.noticeOn ?? '')}, com prazo de ${formatCount(listing.noticeDays ?? 0, 'dia', 'dias')} para contestação.`,
    `Fica ordenada a eliminação do conteúdo dos processos abaixo. Ficam os seus dados, a árvore de documentos e o histórico. O que for suspenso ou contestado até a execução não é eliminado.`,
    ...listed.map(lineOf),
  ]
}

function lineOf({ position, number, restricted, classCode, finalOn }: ItemRow): string {
  const name = restricted || !number ? 'processo de acesso restrito' : `processo nº ${number}`
  return `${position}. ${name}, classe ${classCode}, guarda até ${formatDate(finalOn)}.`
}
