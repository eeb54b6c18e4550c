import type { FormFields } from '../../../platform/form-fields.ts'
import type { AgencyData } from './agency.ts'

export function fieldsOfAgency(data: AgencyData): FormFields {
  return {
    sigla: data.acronym,
    nome: data.name,
    ordem: String(data.position),
    codigo: data.numberCode,
    mascara: data.numberMask,
    timbre: data.letterhead,
    recebe: data.mayReceive ? 'sim' : '',
  }
}
