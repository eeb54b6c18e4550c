import type { ReviewState } from '../documents/index.ts'

/** What somebody has to know before signing, in sentences. None of it stands against signing. */
export function reviewWarnings(state: ReviewState, version: number): string[] {
  const { waiting, lastAnswer, lastReviewer, lastVersion, isCurrent, openComments } = state
  return [
    ...waiting.map((name) => `Há revisão pedida a ${name} e ainda não respondida.`),
    ...(lastAnswer === 'approved' && !isCurrent
      ? [
          `O texto foi alterado depois da aprovação: ${lastReviewer} aprovou a versão ${lastVersion}, e a atual é a ${version}.`,
        ]
      : []),
    ...(lastAnswer === 'returned' ? [`A última revisão, de ${lastReviewer}, devolveu o texto com observações.`] : []),
    ...(openComments === 1 ? ['Há um comentário de revisão sem solução.'] : []),
    ...(openComments > 1 ? [`Há ${openComments} comentários de revisão sem solução.`] : []),
  ]
}
