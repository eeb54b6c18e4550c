import type { FieldProblem } from '../../platform/form-fields.ts'
import { explainContentProblem } from '../../rich-text/index.ts'
import { mostTexts, type StandardTextRefusal } from './write-standard-text.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainStandardText(refusal: StandardTextRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'name-taken':
      return { field: 'nome', message: 'A unidade já tem um texto padrão com este nome. Escolha outro nome.' }
    case 'too-many':
      return { field: 'nome', message: `A unidade já tem ${mostTexts} textos padrão. Exclua os que não usa mais.` }
    case 'content':
      return { field: 'texto', message: explainContentProblem(refusal.problem) }
  }
}
