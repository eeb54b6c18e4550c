import { explainCaseRefusal } from '../../cases/index.ts'
import { explainLevel } from '../level/level.text.ts'
import type { RedactRefusal } from './redact-document.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainRedact(refusal: RedactRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'case':
      return { message: explainCaseRefusal(refusal.why) }
    case 'level':
      return explainLevel(refusal.why)
    case 'not-authored':
      return {
        message:
          'Só de textos assinados e de arquivos PDF se faz versão com tarjas. Outro arquivo é tarjado fora do sistema e incluído de novo.',
      }
    case 'unsigned':
      return { message: 'O documento ainda não foi assinado. A versão com tarjas é feita do texto assinado.' }
    case 'cancelled':
      return { message: 'O documento foi cancelado. Não se faz versão com tarjas dele.' }
    case 'changed':
      return { message: 'O texto do documento mudou depois que você abriu esta página. Marque os trechos de novo.' }
    case 'nothing':
      return { field: 'trecho', message: 'Marque ao menos um trecho, ou escreva as palavras a ocultar.' }
    case 'words-not-found':
      return {
        field: 'palavras',
        message: `Não está no texto, como palavra inteira: ${refusal.words.slice(0, 10).join('; ')}. Confira como está escrito.`,
      }
    case 'legal-basis':
      return { field: 'fundamento', message: 'Diga o fundamento legal, com 5 a 300 caracteres.' }
  }
}
