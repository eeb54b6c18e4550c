import { explainActRefusal } from '../act-refusal.text.ts'
import type { GrantToSignRefusal, RevokeToSignRefusal } from './signing-credentials.rules.ts'

/** The reason in plain Portuguese. */
export function explainGrantToSign(refusal: GrantToSignRefusal): string {
  switch (refusal.kind) {
    case 'act':
      return explainActRefusal(refusal.why)
    case 'not-confidential':
      return 'Credencial de assinatura só existe em processo sigiloso.'
    case 'not-authored':
      return 'Só se assina documento feito no editor.'
    case 'nobody-there':
      return 'Esta pessoa não trabalha nesta unidade. Procure-a de novo e escolha outra unidade.'
    case 'may-not-sign':
      return 'Esta pessoa não pode assinar documentos nesta unidade.'
    case 'of-this-unit':
      return 'Quem trabalha na unidade que fez o documento não precisa desta credencial: basta a de acesso.'
    case 'already-holds':
      return `${refusal.name} já tem credencial para assinar este documento.`
  }
}

/** The reason in plain Portuguese. */
export function explainRevokeToSign(refusal: RevokeToSignRefusal): string {
  return refusal.kind === 'not-in-force'
    ? 'A credencial de assinatura já não está em vigor.'
    : 'A credencial foi concedida por outra pessoa. Só quem a concedeu pode cassá-la.'
}
