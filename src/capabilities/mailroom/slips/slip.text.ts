import type { IconName, Tone } from '../../../ui/index.ts'
import type { ItemOutcome, ItemProblem, SlipState } from './slip.rules.ts'

export const slipWords: Readonly<Record<SlipState, { word: string; tone: Tone; icon: IconName }>> = {
  'under-way': { word: 'A caminho', tone: 'warning', icon: 'send' },
  received: { word: 'Recebida', tone: 'success', icon: 'check' },
  'received-in-part': { word: 'Recebida em parte', tone: 'danger', icon: 'alert' },
  returned: { word: 'Devolvida', tone: 'danger', icon: 'return' },
}

export const outcomeWords: Readonly<Record<ItemOutcome, string>> = {
  received: 'Recebido',
  missing: 'Faltou',
  refused: 'Recusado',
}

export function explainItem({ line, kind }: ItemProblem): string {
  const where = `Linha ${line}: `
  switch (kind) {
    case 'no-reference':
      return `${where}falta o número do processo ou do documento.`
    case 'too-long':
      return `${where}o número tem até 60 caracteres e a descrição até 200. Abrevie.`
    case 'volumes':
      return `${where}os volumes são um número inteiro, de 1 a 9999.`
    case 'pages':
      return `${where}as folhas são um número inteiro.`
    case 'twice':
      return `${where}este número já está em outra linha.`
  }
}
