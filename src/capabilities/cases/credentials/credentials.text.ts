import { explainCaseRefusal } from '../case-actions.text.ts'
import type { EndingRefusal } from '../credentials.rules.ts'
import type { GrantRefusal } from './grant-credential.ts'

/** The reason in plain Portuguese. */
export function explainGrantRefusal(refusal: GrantRefusal): string {
  switch (refusal.kind) {
    case 'nobody-there':
      return 'Esta pessoa não trabalha nesta unidade. Procure-a de novo e escolha outra unidade.'
    case 'already-holds':
      return `${refusal.name} já tem credencial nesta unidade.`
    default:
      return explainCaseRefusal(refusal)
  }
}

/** The reason in plain Portuguese. */
export function explainEndingRefusal(refusal: EndingRefusal): string {
  switch (refusal.kind) {
    case 'credential-not-in-force':
      return 'A credencial já não está em vigor.'
    case 'own-credential':
      return 'A credencial é sua: renuncie a ela na unidade em que a tem.'
    case 'granted-by-another':
      return 'A credencial foi concedida por outra pessoa. Só quem a concedeu pode cassá-la.'
    case 'not-own-credential':
      return 'Você só pode renunciar à sua própria credencial, na unidade em que a tem.'
    case 'last-holder':
      return 'Você é a única pessoa com credencial em vigor. Conceda uma a outra pessoa antes de renunciar.'
  }
}

export const endingWords = { revoked: 'Cassada', renounced: 'Renunciada', cancelled: 'Cancelada' } as const
