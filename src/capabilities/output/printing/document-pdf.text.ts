import { omissionSentences } from '../omission.text.ts'
import type { DocumentPdfRefusal } from './document-pdf.ts'

/** Why there is no PDF of a document, and what to do instead. */
export function explainDocumentPdf(refusal: DocumentPdfRefusal): string {
  switch (refusal.kind) {
    case 'closed':
      return 'O conteúdo deste documento não pode ser lido nesta unidade.'
    case 'not-convertible':
      return `${omissionSentences[refusal.reason]} Para usá-lo, baixe o arquivo original.`
    case 'no-text':
      return 'O documento ainda não tem texto.'
    case 'missing':
      return 'O arquivo do documento não foi encontrado no acervo. Avise a administração do sistema.'
    case 'too-large':
      return 'A imagem é grande demais para virar PDF. Baixe o arquivo original.'
    case 'try-later':
      return 'O gerador de PDF está ocupado. Espere um minuto e tente de novo.'
  }
}
