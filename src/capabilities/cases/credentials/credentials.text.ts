import { explainCaseRefusal } from '../case-actions.text.ts'
import type { CancellingRefusal, EndingRefusal, RenewalRefusal } from '../credentials.rules.ts'
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

/** The reason in plain Portuguese. */
export function explainRenewalRefusal(refusal: RenewalRefusal): string {
  switch (refusal.kind) {
    case 'credential-not-in-force':
      return 'A credencial já não está em vigor. Uma credencial cassada não é renovada: conceda outra.'
    case 'own-to-renew':
      return 'A credencial é sua: para voltar a trabalhar no processo, reabra-o.'
    case 'granted-by-another-to-renew':
      return 'A credencial foi concedida por outra pessoa. Só quem a concedeu pode renová-la.'
    case 'dormant':
      return 'A pessoa não tem mais permissão nessa unidade: a credencial está inativa.'
    case 'open-there':
      return 'O processo está aberto na unidade dessa pessoa. A renovação serve ao processo concluído ali.'
    case 'stands-still':
      return 'O processo está sobrestado, anexado ou bloqueado. A renovação espera até que volte a andar.'
  }
}

/** The reason in plain Portuguese. */
export function explainCancellingRefusal(refusal: CancellingRefusal): string {
  switch (refusal.kind) {
    case 'credential-not-in-force':
      return 'A credencial já não está em vigor.'
    case 'still-active':
      return 'A credencial está ativa. Pelo acervo só se cancelam as inativas; a ativa, quem a concedeu pode cassar.'
    case 'nobody-left':
      return 'Ninguém mais pode abrir este processo. Ative uma credencial nele antes de cancelar esta.'
  }
}

export const endingWords = {
  revoked: 'Cassada',
  renounced: 'Renunciada',
  cancelled: 'Cancelada',
  moved: 'Passada à unidade sucessora',
} as const
