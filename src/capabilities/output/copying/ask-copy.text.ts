import { formatBytes, formatCount } from '../../../ui/index.ts'
import { mostDocuments, mostWaiting, mostZipBytes } from '../copy-contents.rules.ts'
import type { AskRefusal } from './ask-copy.rules.ts'

/** The reason in plain Portuguese, and what to do instead. */
export function explainAsk(refusal: AskRefusal): string {
  switch (refusal.kind) {
    case 'nothing-chosen':
      return 'Escolha ao menos um documento.'
    case 'nothing-readable':
      return 'Nenhum dos documentos escolhidos pode ser lido nesta unidade.'
    case 'nothing-convertible':
      return 'Nenhum dos documentos escolhidos pode virar PDF. Escolha ZIP para levar os arquivos originais.'
    case 'too-many-documents':
      return `Uma cópia leva até ${formatCount(mostDocuments)} documentos, e ${formatCount(refusal.chosen)} foram escolhidos. Peça a cópia em partes.`
    case 'too-large':
      return `Os arquivos escolhidos somam ${formatBytes(refusal.sizeBytes)}, e um ZIP leva até ${formatBytes(mostZipBytes)}. Peça a cópia em partes.`
    case 'too-many-waiting':
      return `Você já tem ${mostWaiting} cópias em preparo. Espere uma delas ficar pronta.`
  }
}

/** Beside which field it stands. */
export function fieldOfAsk(refusal: AskRefusal): string | undefined {
  if (refusal.kind === 'too-many-waiting') return undefined
  return refusal.kind === 'nothing-convertible' ? 'formato' : 'documentos'
}
