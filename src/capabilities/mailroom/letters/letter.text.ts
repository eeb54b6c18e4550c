import type { IconName, Tone } from '../../../ui/index.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import type { AskRefusal } from './letter.rules.ts'
import type { LetterFormat, LetterStep, Service } from './letter.ts'

export const serviceWords: Readonly<Record<Service, string>> = {
  registered: 'Carta registrada',
  express: 'Sedex',
  simple: 'Carta simples',
}

export const formatWords: Readonly<Record<LetterFormat, string>> = {
  envelope: 'Envelope ofício',
  'large-envelope': 'Envelope grande',
  box: 'Caixa',
}

export const stepWords: Readonly<Record<LetterStep, { word: string; tone: Tone; icon: IconName }>> = {
  requested: { word: 'Solicitada', tone: 'warning', icon: 'clock' },
  preparing: { word: 'Em preparo', tone: 'info', icon: 'print' },
  posted: { word: 'Postada', tone: 'info', icon: 'send' },
  'in-transit': { word: 'Em trânsito', tone: 'info', icon: 'send' },
  delivered: { word: 'Entregue', tone: 'success', icon: 'check' },
  'receipt-returned': { word: 'AR retornado', tone: 'success', icon: 'check' },
  returned: { word: 'Devolvida', tone: 'danger', icon: 'return' },
  lost: { word: 'Extraviada', tone: 'danger', icon: 'alert' },
  withdrawn: { word: 'Pedido retirado', tone: 'neutral', icon: 'remove' },
}

/** Why a letter cannot be asked for, and beside which field it stands. */
export function explainAsk(refusal: AskRefusal): { readonly field?: string; readonly message: string } {
  switch (refusal.kind) {
    case 'case':
      return { message: explainCaseRefusal(refusal.why) }
    case 'confidential':
      return {
        message: 'O processo é sigiloso: o papel sai em envelope lacrado, por uma guia de tramitação que não o nomeie.',
      }
    case 'not-signed':
      return { message: 'Só um documento elaborado aqui, assinado e em vigor é postado.' }
    case 'attachment-missing':
      return {
        field: 'anexos',
        message: 'Há um número que não é de documento deste processo, ou que ainda não foi assinado. Confira.',
      }
    case 'no-way':
      return {
        field: 'cidade',
        message:
          'Ninguém disse ainda que unidade posta para este lugar. Peça a quem administra o órgão que registre a regra.',
      }
    case 'by-hand':
      return {
        field: 'motivo',
        message:
          'Para este lugar a entrega é direta, com guia de tramitação. Se precisa mesmo ir por correio, diga por quê.',
      }
    case 'nobody-posts':
      return {
        field: 'cidade',
        message: 'Nenhuma unidade do órgão posta cartas ainda. Entregue com guia de tramitação.',
      }
    case 'receipt-expected':
      return { field: 'motivo', message: 'Para este lugar a carta vai com AR. Se vai sem, diga por quê.' }
    case 'receipt-needs-register':
      return { field: 'servico', message: 'Carta simples não tem AR. Escolha carta registrada ou Sedex.' }
  }
}

/** `59012-300` */
export function formatPostalCode(digits: string): string {
  return `${digits.slice(0, 5)}-${digits.slice(5)}`
}
