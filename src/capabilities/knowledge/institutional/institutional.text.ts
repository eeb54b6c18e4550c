import type { FieldProblem } from '../../../platform/form-fields.ts'
import { explainContentProblem } from '../../../rich-text/index.ts'
import type { InstitutionalRefusal } from './distribute.ts'
import type { InstitutionalRow } from './institutional.queries.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainInstitutional(refusal: InstitutionalRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'name-taken':
      return { field: 'nome', message: 'Esta unidade já distribui um texto com este nome. Escolha outro nome.' }
    case 'withdrawn':
      return { field: 'nome', message: 'Este texto foi retirado de uso. Distribua um texto novo.' }
    case 'other-type':
      return {
        field: 'modelo',
        message: 'O modelo é de outro tipo de documento. Escolha outro ou crie um modelo novo.',
      }
    case 'content':
      return { field: 'texto', message: explainContentProblem(refusal.problem) }
  }
}

/** To whom a text goes, in words. */
export function sayScope({ scope, agencyAcronym, units }: Pick<InstitutionalRow, 'scope' | 'agencyAcronym' | 'units'>) {
  if (scope === 'installation') return 'Todas as unidades'
  if (scope === 'agency') return `Órgão ${agencyAcronym ?? ''}`
  return units.length > 5 ? `${units.slice(0, 5).join(', ')} e mais ${units.length - 5}` : units.join(', ')
}

/** What it is, in words. */
export function sayKind({ kind, documentTypeName }: Pick<InstitutionalRow, 'kind' | 'documentTypeName'>): string {
  return kind === 'model' ? `Documento modelo (${documentTypeName ?? ''})` : 'Texto padrão'
}
