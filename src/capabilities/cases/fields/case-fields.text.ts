import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FieldRefusal } from './case-fields.rules.ts'

/** The reason in plain Portuguese, beside the field. */
export function explainFieldRefusal(refusal: FieldRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'type-not-offered':
      return { field: 'tipo', message: 'Este tipo de processo não está disponível nesta unidade. Escolha outro.' }
    case 'no-record-class':
      return { field: 'classe', message: 'Escolha ao menos uma classe do plano de classificação.' }
    case 'record-class-not-offered':
      return {
        field: 'classe',
        message: `Não se classifica processo em: ${refusal.codes}. Escolha uma classe ativa e mais específica.`,
      }
    case 'too-many-parties':
      return { field: 'interessado', message: `São no máximo ${refusal.most} interessados. Retire alguns.` }
    case 'unknown-party':
      return { field: 'interessado', message: 'Um dos interessados não está mais no cadastro. Procure-o de novo.' }
    case 'one-party-exactly':
      return { field: 'interessado', message: 'Este tipo de processo é individual: informe um só interessado.' }
    case 'party-has-one':
      return {
        field: 'interessado',
        message: refusal.number
          ? `${refusal.partyName} já tem um processo deste tipo: ${refusal.number}. Continue nele.`
          : `${refusal.partyName} já tem um processo deste tipo, na unidade ${refusal.unitAcronym}. Fale com ela.`,
      }
  }
}
