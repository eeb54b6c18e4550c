import type { FieldProblem } from '../../../platform/form-fields.ts'
import { explainFieldRefusal } from '../fields/case-fields.text.ts'
import { explainLevelRefusal } from '../level/level.text.ts'
import type { OpenRefusal } from './open-case-file.ts'

const numberField = 'numero_informado'
const askAdministrator = 'Peça ao administrador que confira o cadastro.'

/** The reason in plain Portuguese, beside the field where there is one. */
export function explainOpenRefusal(refusal: OpenRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'number-not-informable':
      return {
        field: numberField,
        message: 'Nesta unidade o número não pode ser informado: ele é gerado pelo sistema.',
      }
    case 'number-form':
      return {
        field: numberField,
        message: refusal.mask
          ? `O número não tem a forma esperada (${refusal.mask}). Confira os pontos, a barra e o hífen.`
          : 'Informe um número de processo com 5 a 30 algarismos.',
      }
    case 'number-check-digits':
      return { field: numberField, message: 'Os dígitos verificadores não conferem. Confira o número.' }
    case 'filed-in-future':
      return { field: 'autuado_em', message: 'A data de autuação não pode ser futura.' }
    case 'number-taken':
      return { field: numberField, message: 'Este número já está em uso. Confira o número informado.' }
    case 'sequence-exhausted':
      return { field: 'tipo', message: `Os números deste ano se esgotaram nesta unidade. ${askAdministrator}` }
    case 'code-not-digits':
    case 'code-too-long': {
      const owner = refusal.of === 'agency' ? 'do órgão' : 'da unidade'
      return { field: 'tipo', message: `O código ${owner} não serve para numerar processos. ${askAdministrator}` }
    }
    case 'level-not-allowed':
    case 'legal-basis-missing':
    case 'legal-basis-of-another-level':
    case 'legal-basis-not-offered':
      return explainLevelRefusal(refusal)
    default:
      return explainFieldRefusal(refusal)
  }
}

/** What the page after the opening says, by level. */
export const openedAs = {
  public: 'aberto nesta unidade, com nível de acesso público.',
  restricted: 'aberto nesta unidade, com nível de acesso restrito.',
  confidential: undefined,
} as const
