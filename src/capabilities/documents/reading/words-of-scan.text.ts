import type { WordsOfScan } from './words-of-scan.queries.ts'

/** In a sentence, for the page of the document. */
export function explainWords({ isRecognized, isUnderWay, pages, readSoFar, unread }: WordsOfScan): string {
  if (isUnderWay && readSoFar === 0) return 'O arquivo é uma imagem: o reconhecimento do texto aguarda a vez.'
  if (isUnderWay) return `Reconhecimento do texto em andamento: ${readSoFar} de ${pages} páginas lidas.`
  const failed = failedWords(unread, pages)
  if (!isRecognized) return failed
  const recognized = 'Texto reconhecido na imagem, que pode ter erros. Serve para a pesquisa; o que vale é a imagem.'
  return unread > 0 ? `${recognized} ${failed}` : recognized
}

function failedWords(unread: number, pages: number): string {
  if (pages === 1) return 'Não foi possível reconhecer texto na imagem.'
  const what = unread === 1 ? 'uma página' : `${unread} páginas`
  return `Não foi possível reconhecer o texto de ${what}.`
}
