import { type CaseRefusal, explainCaseRefusal } from '../../cases/index.ts'
import type { LevelRefusal } from '../level/level.rules.ts'
import { explainLevel } from '../level/level.text.ts'

export type StripingRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'level'; readonly why: LevelRefusal }
  | {
      readonly kind: 'cancelled' | 'not-pdf' | 'confidential' | 'changed' | 'nothing' | 'too-many' | 'gone' | 'not-made'
    }

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainStriping(refusal: StripingRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'case':
      return { message: explainCaseRefusal(refusal.why) }
    case 'level':
      return explainLevel(refusal.why)
    case 'cancelled':
      return { message: 'O documento foi cancelado. Não se faz versão com tarjas dele.' }
    case 'not-pdf':
      return { message: 'Só de textos assinados e de arquivos PDF se faz versão com tarjas.' }
    case 'confidential':
      return {
        message:
          'O processo é sigiloso: os PDFs dele só saem com a marca de quem os lê. Baixe o arquivo, faça as tarjas fora do sistema e inclua o resultado.',
      }
    case 'changed':
      return { message: 'O arquivo do documento foi substituído depois que as tarjas foram feitas. Faça-as de novo.' }
    case 'nothing':
      return { message: 'Acrescente ao menos uma tarja.' }
    case 'too-many':
      return { message: 'São no máximo 500 tarjas em um documento.' }
    case 'gone':
      return { message: 'Essa tarja não existe mais. Confira a lista.' }
    case 'not-made':
      return { message: 'As tarjas mudaram depois que a versão foi feita. Faça a versão de novo e confira.' }
  }
}

const troubles: Readonly<Record<string, string>> = {
  absent:
    'Esta instalação não tem o programa pdftoppm, que transforma as páginas em imagens. Peça a quem administra o sistema que o instale.',
  unreadable: 'O PDF está danificado ou protegido por senha, e suas páginas não podem ser desenhadas.',
  'too-long': 'Uma página do PDF demorou demais para ser desenhada.',
  'too-many-pages': 'O PDF tem mais de 200 páginas. Divida-o antes de fazer as tarjas.',
  busy: 'Há muitas páginas sendo desenhadas agora. Tente de novo em um minuto.',
  'too-large': 'O arquivo ficaria maior do que o permitido. Escolha uma resolução menor.',
  'disk-full': 'Não há espaço para guardar o arquivo. Avise quem administra o sistema.',
  unexpected: 'A versão não pôde ser feita. Tente de novo; se continuar assim, avise quem administra o sistema.',
}

/** Why pages cannot be shown, or a version could not be made. */
export function explainTrouble(trouble: string): string {
  return troubles[trouble] ?? troubles.unexpected ?? ''
}
