import type { FieldProblem } from '../../../platform/form-fields.ts'
import { type ActRefusal, explainActRefusal } from '../../documents/index.ts'

/** Why nothing was signed at all. */
export type SigningRefused = { readonly kind: 'capacity-not-of-unit' } | { readonly kind: 'too-many' }

/** Why one document is not signed. */
export type SignRefusal =
  | { readonly kind: 'act'; readonly why: ActRefusal }
  /** Its content is not open to this person, here and now. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'signed-by-you' }
  | { readonly kind: 'blank' }
  /** Documents of its type ask for more than this way of signing is (TR-07). */
  | { readonly kind: 'level-too-low' }
  /** Its text is no longer the one that was shown to who signs. */
  | { readonly kind: 'changed' }
  /** What is kept no longer gives its own hash. */
  | { readonly kind: 'damaged' }
  /** Suggested words wait to be taken in or left. */
  | { readonly kind: 'open-suggestions'; readonly count: number }

/** The reason in plain Portuguese, with the way out. */
export function explainSignRefusal(refusal: SignRefusal): string {
  switch (refusal.kind) {
    case 'act':
      return explainActRefusal(refusal.why)
    case 'closed':
      return 'Você não pode ler este documento agora, e por isso não pode assiná-lo. Se ele é sigiloso, abra-o com a sua senha.'
    case 'signed-by-you':
      return 'Você já assinou este documento.'
    case 'blank':
      return 'O documento está em branco. Escreva o texto e salve antes de assinar.'
    case 'level-too-low':
      return 'Documentos deste tipo exigem assinatura qualificada, com certificado digital da ICP-Brasil. A senha não basta: abra o documento e escolha “Assinar com certificado digital”.'
    case 'changed':
      return 'O documento mudou depois que você abriu esta página e não foi assinado. Leia o texto atual e assine de novo.'
    case 'damaged':
      return 'O texto guardado não confere com o seu registro e não pode ser assinado. Avise a administração do sistema.'
    case 'open-suggestions':
      return refusal.count === 1
        ? 'Há uma sugestão de alteração sem decisão. Aceite ou rejeite a sugestão na revisão do documento antes de assinar.'
        : `Há ${refusal.count} sugestões de alteração sem decisão. Aceite ou rejeite cada uma na revisão do documento antes de assinar.`
  }
}

/** The reason in plain Portuguese, beside the field. */
export function explainSigningRefused(refusal: SigningRefused): FieldProblem {
  return refusal.kind === 'too-many'
    ? { field: 'documento', message: 'Assine no máximo 100 documentos de cada vez.' }
    : { field: 'cargo', message: 'Este cargo não é mais da unidade. Escolha outro.' }
}
