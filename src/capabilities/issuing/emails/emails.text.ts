import { formatBytes } from '../../../ui/index.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import { explainLevel } from '../../documents/index.ts'
import { type EmailRefusal, mostAttachments, mostBytes, mostRecipients } from './send-email.rules.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainEmail(refusal: EmailRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'case':
      return { message: explainCaseRefusal(refusal.why) }
    case 'level':
      return explainLevel(refusal.why)
    case 'no-sender':
      return {
        message: `A unidade ${refusal.unit} não tem e-mail cadastrado, e por isso não envia correio eletrônico. Peça à administração do sistema que cadastre um.`,
      }
    case 'sender':
      return { field: 'de', message: 'Escolha um dos e-mails da unidade.' }
    case 'no-recipient':
      return { field: 'para', message: 'Informe ao menos um destinatário.' }
    case 'recipients':
      return {
        field: 'para',
        message: `${refusal.bad.length === 1 ? 'Não é um endereço de e-mail' : 'Não são endereços de e-mail'}: ${refusal.bad.slice(0, 5).join(', ')}. Confira.`,
      }
    case 'too-many-recipients':
      return { field: 'para', message: `Um e-mail vai a no máximo ${mostRecipients} destinatários. Divida o envio.` }
    case 'subject':
      return { field: 'assunto', message: 'Escreva o assunto, com até 200 caracteres.' }
    case 'message':
      return { field: 'mensagem', message: 'Escreva a mensagem, com até 20.000 caracteres.' }
    case 'too-many-attachments':
      return { field: 'documento', message: `Um e-mail leva no máximo ${mostAttachments} anexos. Retire alguns.` }
    case 'too-large':
      return {
        field: 'documento',
        message: `Mensagem e anexos somam ${formatBytes(refusal.bytes)} e podem somar até ${formatBytes(mostBytes)}. Retire anexos.`,
      }
    case 'try-later':
      return {
        message: 'O sistema está muito ocupado para preparar o e-mail. Nada foi enviado; tente de novo em um minuto.',
      }
    case 'unfit':
      return {
        field: 'documento',
        message: `${refusal.document} não pode ser anexado: só vão documentos assinados, ou arquivos, que você possa ler.`,
      }
  }
}

/** What became of the copy of one recipient (DOC-051). */
export const deliveryStates = {
  queued: { tone: 'info', icon: 'clock', word: 'Na fila' },
  sending: { tone: 'info', icon: 'clock', word: 'Sendo entregue' },
  kept: { tone: 'neutral', icon: 'mail', word: 'Guardada: não há servidor de e-mail' },
  sent: { tone: 'success', icon: 'check', word: 'Entregue ao servidor de e-mail' },
  rejected: { tone: 'danger', icon: 'error', word: 'Recusada' },
  unconfirmed: { tone: 'warning', icon: 'alert', word: 'Sem confirmação do servidor' },
} as const

export type DeliveryState = keyof typeof deliveryStates
