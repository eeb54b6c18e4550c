import type { FormFields } from '../../../platform/form-fields.ts'
import type { CaseTypeRow, CaseTypeWords } from './case-types.queries.ts'

/** As the history tells it: names instead of what forms carry. */
export function historyOfCaseType({ agencies, basis, ...row }: CaseTypeWords): FormFields {
  return { ...fieldsOfCaseType(row), orgaos: agencies, hipotese: basis ?? '' }
}

export function fieldsOfCaseType(row: CaseTypeRow): FormFields {
  return {
    nome: row.name,
    descricao: row.description,
    niveis: row.allowedLevels,
    nivel_sugerido: row.suggestedLevel,
    hipotese: row.suggestedLegalBasisId ?? '',
    classes: row.classCodes.join('\n'),
    orgaos: row.agencyIds,
    unidades: row.unitLabels.join('\n'),
    um_por_interessado: row.onePerParty ? 'sim' : '',
    interno: row.internal ? 'sim' : '',
  }
}
