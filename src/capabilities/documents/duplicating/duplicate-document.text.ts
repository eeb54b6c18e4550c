import { explainCaseRefusal } from '../../cases/index.ts'
import { explainDraft } from '../drafting/draft-document.text.ts'
import { explainLevel } from '../level/level.text.ts'
import type { DuplicateDocumentRefusal } from './duplicate-document.rules.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainDuplicateDocument(refusal: DuplicateDocumentRefusal): { field?: string; message: string } {
  const ofTarget = (message: string) => ({ field: 'destino', message })
  switch (refusal.kind) {
    case 'target-refuses':
      return ofTarget(explainCaseRefusal(refusal.why))
    case 'level':
      return ofTarget(
        `A cópia não cabe neste processo com o nível de acesso do original. ${explainLevel(refusal.why).message}`,
      )
    case 'draft':
      return { message: explainDraft(refusal.why).message }
    case 'target-not-found':
      return ofTarget('Não há processo com este número, ou ele não está disponível para você nesta unidade.')
    case 'cancelled':
      return { message: 'O documento foi cancelado. Um documento cancelado não pode ser duplicado.' }
    case 'is-email':
      return { message: 'Mensagens de correio eletrônico não são duplicadas. Escreva outra mensagem.' }
    case 'leaves-confidential':
      return ofTarget('O processo do documento é sigiloso e o outro não é. A cópia só pode ficar em processo sigiloso.')
  }
}
