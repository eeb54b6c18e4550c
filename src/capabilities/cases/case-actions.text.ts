import type { CaseRefusal } from './case-actions.rules.ts'

/** The reason in plain Portuguese: what is in the way and, where there is one, the way out. */
export function explainCaseRefusal(refusal: CaseRefusal): string {
  switch (refusal.kind) {
    case 'concluded-here':
      return 'O processo não está aberto nesta unidade. Reabra o processo antes de continuar.'
    case 'already-concluded':
      return 'O processo já está concluído nesta unidade.'
    case 'already-open':
      return 'O processo já está aberto nesta unidade.'
    case 'suspended':
      return 'O processo está sobrestado. Remova o sobrestamento antes de continuar.'
    case 'already-suspended':
      return 'O processo já está sobrestado.'
    case 'not-suspended':
      return 'O processo não está sobrestado.'
    case 'suspended-by-another-unit':
      return 'O processo foi sobrestado por outra unidade. Peça a ela que remova o sobrestamento.'
    case 'annexed':
      return `O processo está anexado ao processo ${refusal.to} e segue com ele. Continue no processo principal.`
    case 'archived':
      return 'O processo está arquivado. Peça o desarquivamento antes de continuar.'
    case 'blocked':
      return 'O processo está bloqueado e, por enquanto, só pode ser consultado. Aguarde o desbloqueio.'
    case 'confidential':
      return 'Isto não se faz com processo sigiloso.'
    case 'by-credential-only':
      return 'Processo sigiloso não é enviado. Conceda uma credencial a quem deve atuar nele.'
    case 'never-here':
      return 'O processo nunca passou por esta unidade. Peça o envio à unidade em que ele está aberto.'
    case 'no-credential':
      return 'O processo é sigiloso e você não tem credencial nesta unidade. Peça uma credencial a quem já a tem.'
    case 'password-not-confirmed':
      return 'O processo é sigiloso. Digite a sua senha para abri-lo.'
    case 'open-elsewhere':
      return 'O processo também está aberto em outra unidade. Espere que ela o conclua.'
    case 'related-by-another-unit':
      return 'O relacionamento foi feito por outra unidade. Só ela pode removê-lo.'
    case 'has-annexes':
      return 'O processo já tem outros processos anexados, por isso não pode ser anexado. Relacione os processos.'
    case 'no-documents':
      return 'O processo não tem documentos. Inclua ao menos um antes de anexá-lo.'
    case 'principal-confidential':
      return 'O processo principal é sigiloso, e a processo sigiloso nada se anexa. Relacione os processos.'
    case 'principal-not-open-here':
      return 'O processo principal não está aberto nesta unidade. Reabra-o ou peça que seja enviado para cá.'
    case 'not-generating-unit':
      return 'Só a unidade que gerou o processo pode excluí-lo.'
    case 'has-documents':
      return 'O processo ainda tem documentos. Exclua todos antes de excluir o processo.'
    case 'has-annexed':
      return 'O processo tem outros anexados. Peça ao administrador que desfaça as anexações antes.'
    case 'not-blocked':
      return 'O processo não está bloqueado.'
    case 'not-annexed':
      return 'O processo não está anexado a outro.'
    case 'not-confidential':
      return 'O processo não é sigiloso: credenciais só existem em processo sigiloso.'
    case 'other-without-credential':
      return 'O outro processo é sigiloso e você não tem credencial nele. Peça uma credencial a quem já a tem.'
  }
}
