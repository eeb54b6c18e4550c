import type { VNode } from 'preact'
import type { InnerVisit } from '../../platform/http/index.ts'
import { type Action, Card, FormActions, formatCount, LinkButton } from '../../ui/index.ts'
import type { Document } from '../documents/index.ts'
import { reviewAccess } from './review-access.ts'
import { reviewWarnings } from './review-state.ts'

/** How the review of a draft stands, on its own page, for who has part in it. */
export async function reviewPanel(visit: InnerVisit, document: Document): Promise<VNode | undefined> {
  const access = reviewAccess(document, visit.actor)
  if (!access.sees) return undefined
  const state = document.review
  const waiting = state?.waiting ?? []
  if (!state || (waiting.length === 0 && state.lastAnswer === null && state.total === 0)) return undefined
  const sentences = [
    ...reviewWarnings(state, document.version),
    ...(state.lastAnswer === 'approved' && state.isCurrent
      ? [`O texto foi aprovado por ${state.lastReviewer}, na versão ${state.lastVersion}.`]
      : []),
    ...(state.openSuggestions > 0
      ? [`${formatCount(state.openSuggestions, 'sugestão espera', 'sugestões esperam')} decisão.`]
      : []),
  ]
  return (
    <Card title="Revisão" icon="eye" id="revisao">
      {sentences.length > 0 ? (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <p>{formatCount(state.total, 'observação resolvida', 'observações resolvidas')}.</p>
      )}
      <FormActions>
        <LinkButton icon="eye" href={visit.href(`/documentos/${document.number}/revisao`)}>
          Abrir a revisão
        </LinkButton>
      </FormActions>
    </Card>
  )
}

/** The way to the review from the page of a draft. */
export function reviewActs(visit: InnerVisit, document: Document): readonly Action[] {
  const access = reviewAccess(document, visit.actor)
  const at = visit.href(`/documentos/${document.number}/revisao`)
  return [
    ...(access.asks ? [{ label: 'Pedir revisão', icon: 'send', href: `${at}/pedido` } as const] : []),
    ...(access.speaks ? [{ label: 'Revisar: comentar e sugerir', icon: 'comment', href: at } as const] : []),
  ]
}
