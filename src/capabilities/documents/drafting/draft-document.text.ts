import type { FieldProblem } from '../../../platform/form-fields.ts'
import { explainCaseRefusal } from '../../cases/index.ts'
import { explainLevel } from '../level/level.text.ts'
import { explainDocumentRefusal } from '../pen.text.ts'
import type { DraftRefusal } from './draft-document.rules.ts'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainDraft(refusal: DraftRefusal): { field?: string; message: string } {
  switch (refusal.kind) {
    case 'case':
      return { message: explainCaseRefusal(refusal.why) }
    case 'level':
      return explainLevel(refusal.why)
    case 'type-unavailable':
      return { message: 'Este tipo de documento não está disponível. Escolha outro.' }
    case 'unit-without-address':
      return {
        message: `Falta o endereço da unidade ${refusal.unit}, que os documentos trazem no cabeçalho ou no rodapé. Peça à administração do sistema que o cadastre.`,
      }
    case 'future-date':
      return { field: 'data', message: 'A data do documento não pode ser depois de hoje.' }
    case 'standard-text-gone':
      return { field: 'texto_padrao', message: 'Este texto padrão não existe mais na unidade. Escolha outro.' }
    case 'model-not-found':
      return {
        field: 'documento_modelo',
        message: 'Nenhum documento que você possa ler nesta unidade tem este número. Confira o número.',
      }
    case 'model':
      return { field: 'documento_modelo', message: explainDocumentRefusal(refusal.why) }
  }
}

export type DraftProblem = FieldProblem | { readonly field?: string; readonly message: string }
