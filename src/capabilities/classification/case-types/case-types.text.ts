import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { SaveRefusal } from './save-case-type.ts'

export const levelNames = { public: 'Público', restricted: 'Restrito', confidential: 'Sigiloso' } as const

/** The reason in plain Portuguese, beside the field. */
export function explainCaseTypeRefusal(refusal: SaveRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'already-registered':
      return { field: 'nome', message: 'Já existe um tipo com este nome, em uso ou fora de uso.' }
    case 'no-level':
      return { field: 'niveis', message: 'Marque ao menos um nível de acesso.' }
    case 'suggested-not-allowed':
      return { field: 'nivel_sugerido', message: 'O nível sugerido precisa estar entre os permitidos.' }
    case 'basis-of-another-level':
      return { field: 'hipotese', message: 'A hipótese legal é de outro nível que não o sugerido.' }
    case 'basis-out-of-use':
      return { field: 'hipotese', message: 'A hipótese legal está fora de uso. Escolha outra.' }
    case 'no-class':
      return { field: 'classes', message: 'Informe ao menos uma classe.' }
    case 'unknown-class':
      return {
        field: 'classes',
        message: `Não existe a classe de código “${refusal.code}”. Confira a lista de classes.`,
      }
    case 'structural-class':
      return { field: 'classes', message: `A classe ${refusal.code} só organiza o plano. Informe uma abaixo dela.` }
    case 'class-out-of-use':
      return { field: 'classes', message: `A classe ${refusal.code} está fora de uso. Informe outra.` }
  }
}
