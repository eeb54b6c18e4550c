import type { DocumentRefusal, LockCause } from './pen.rules.ts'

/** The reason in plain Portuguese: what is in the way and, where there is one, the way out. */
export function explainDocumentRefusal(refusal: DocumentRefusal): string {
  switch (refusal.kind) {
    case 'locked':
      return `O documento está travado${sinceDay(refusal.since)}${because(refusal.cause)}. Se houver erro, cancele o documento, com o motivo, e faça outro.`
    case 'in-bundle':
      return 'O documento está em um bloco disponibilizado. Cancele a disponibilização do bloco antes de continuar.'
    case 'cancelled':
      return 'O documento foi cancelado e o seu conteúdo não está mais disponível. Se for preciso, faça outro.'
    case 'already-cancelled':
      return 'O documento já está cancelado.'
    case 'published':
      return 'O documento foi publicado e não pode mais mudar. Para corrigi-lo, publique uma retificação.'
    case 'in-publication':
      return 'O documento está a caminho da publicação e não pode mudar. Cancele antes o agendamento da publicação.'
    case 'delete-instead':
      return 'O documento ainda pode ser excluído. Exclua-o em vez de cancelar.'
    case 'authored-does-not-move':
      return 'Só documentos externos podem ser movidos. No outro processo, faça referência a este documento pelo número.'
    case 'not-authored':
      return 'Um documento externo não serve de modelo. Escolha um documento feito no editor.'
    case 'certify-instead':
      return 'Um documento externo não é assinado. Se for cópia digitalizada, autentique-a.'
    case 'not-found':
      return 'Não encontramos documento assinado com estes códigos. Confira os códigos e tente de novo.'
    case 'not-producing-unit':
      return 'Só a unidade que fez o documento pode fazer isto. Fale com ela.'
    case 'already-signed':
      return 'O documento já tem assinatura e o texto não pode mudar aqui. Devolva-o à unidade que o fez, com a observação.'
    case 'draft-of-another-unit':
      return 'O documento é uma minuta de outra unidade. Ele fica visível depois de assinado.'
    case 'circular-base':
      return 'Este documento é a base de uma circular e não é assinado. Assine os documentos dos destinatários.'
    case 'file-not-convertible':
      return 'Este tipo de arquivo não pode ser convertido em PDF. Baixe o arquivo original.'
  }
}

/**
 * Why the pen is black, as the words that are stored with the document and shown on the pen: 'envio à unidade GAB'.
 * Units are named by their acronym of that day.
 */
export function describeLockCause(cause: LockCause): string {
  switch (cause.kind) {
    case 'sent':
      return `envio à unidade ${cause.unit}`
    case 'read-elsewhere':
      return `consulta pela unidade ${cause.unit}`
    case 'concluded':
      return `conclusão do processo na unidade ${cause.unit}`
    case 'external-access':
      return 'disponibilização de acesso externo'
    case 'external-signature':
      return 'assinatura de usuário externo'
    case 'publication':
      return 'publicação'
    case 'posted':
      return `postagem pela unidade ${cause.unit}`
  }
}

function because(cause: string): string {
  return cause === '' ? '' : `, por ${cause}`
}

function sinceDay(since: Date | undefined): string {
  return since === undefined ? '' : ` desde ${day.format(since)}`
}

const day = new Intl.DateTimeFormat('pt-BR', { timeZone: 'America/Sao_Paulo', dateStyle: 'short' })
