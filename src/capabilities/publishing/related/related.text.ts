import { explainDraft } from '../../documents/index.ts'
import type { Derivation, RelatedRefusal } from './begin-related.ts'
import type { RelatedRow } from './related.queries.ts'

export const derivationNames: Readonly<Record<Derivation, string>> = {
  rectification: 'Retificação',
  republication: 'Republicação',
  annotation: 'Apostilamento',
  'final-version': 'Versão final',
}

/** As forms and addresses call them. */
export const derivationValues = {
  retificacao: 'rectification',
  republicacao: 'republication',
  apostilamento: 'annotation',
  'versao-final': 'final-version',
} as const satisfies Readonly<Record<string, Derivation>>

/** `Retificação deste documento`, `Este documento é retificação de`. */
export function tellRelation({ reason, isOriginal }: Pick<RelatedRow, 'reason' | 'isOriginal'>): string {
  const name = derivationNames[reason]
  return isOriginal ? `${name} deste documento` : `Este documento é ${name.toLowerCase()} de`
}

/** Why nothing is made of a document. */
export function explainRelated(refusal: RelatedRefusal): { readonly field?: string; readonly message: string } {
  switch (refusal.kind) {
    case 'draft':
      return explainDraft(refusal.why)
    case 'not-published':
      return { message: 'O documento não foi publicado. Só o que foi publicado se retifica, republica ou apostila.' }
    case 'ours-already':
      return { message: 'O documento é desta unidade. Assine-o e publique-o, sem fazer outro.' }
    case 'not-authored':
      return { message: 'Só documentos feitos no editor servem de base para a versão final.' }
    case 'type':
      return { field: 'tipo', message: 'Escolha o tipo da versão final.' }
  }
}
