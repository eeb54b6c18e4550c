import type { FormFields } from '../../../platform/form-fields.ts'
import type { RecordClassData } from './save-record-class.ts'

export function fieldsOfRecordClass(
  row: {
    readonly [Field in keyof RecordClassData]: RecordClassData[Field] | null
  },
): FormFields {
  return {
    codigo: row.code ?? '',
    descricao: row.description ?? '',
    estrutural: row.structural ? 'sim' : '',
    fase_corrente: String(row.currentYears ?? ''),
    fase_intermediaria: String(row.intermediateYears ?? ''),
    destinacao: row.disposition ?? '',
    fato_inicial: row.termEvent ?? '',
    observacao: row.note ?? '',
  }
}
