import type { ReceiptRefusal } from './receipt.ts'

/** Why there is no receipt, for people. */
export function explainNoReceipt(refusal: ReceiptRefusal): string {
  switch (refusal) {
    case 'not-signed':
      return 'O documento ainda não foi assinado. O comprovante prova o que foi assinado ou recebido.'
    case 'not-sealed':
      return 'O documento ainda não foi selado. Isso leva alguns segundos: recarregue a página e tente de novo.'
    case 'broken':
      return 'O que está guardado não confere com o que foi assinado: não há comprovante. Avise a administração.'
  }
}
