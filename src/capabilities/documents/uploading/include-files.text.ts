import { explainCaseRefusal } from '../../cases/index.ts'
import { explainLevel } from '../level/level.text.ts'
import { type IncludeRefusal, mostFilesAtOnce } from './include-files.rules.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainInclude(refusal: IncludeRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'case':
      return { message: explainCaseRefusal(refusal.why) }
    case 'level':
      return explainLevel(refusal.why)
    case 'type-unavailable':
      return { field: 'tipo', message: 'Escolha o tipo do documento.' }
    case 'future-date':
      return { field: 'data', message: 'A data do documento não pode ser depois de hoje.' }
    case 'conference-missing':
      return { field: 'conferencia', message: 'Diga com o que a digitalização foi conferida.' }
    case 'no-files':
      return { field: 'arquivos', message: 'Escolha pelo menos um arquivo.' }
    case 'one-number-for-many':
      return { field: 'numero', message: 'O número vale para um só documento. Inclua os arquivos um de cada vez.' }
    case 'too-many-files':
      return { field: 'arquivos', message: `Envie até ${mostFilesAtOnce} arquivos de cada vez.` }
  }
}
