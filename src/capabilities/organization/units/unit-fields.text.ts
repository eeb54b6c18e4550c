import type { FormFields } from '../../../platform/form-fields.ts'
import type { UnitData } from './unit.ts'

export function fieldsOfUnit(data: UnitData): FormFields {
  const yes = (value: boolean) => (value ? 'sim' : '')
  return {
    sigla: data.acronym,
    nome: data.name,
    codigo: data.numberCode,
    endereco: data.address,
    municipio: data.city,
    uf: data.state,
    telefone: data.phone,
    recebe: yes(data.availableForSending),
    avisa: yes(data.warnsOnReceipt),
    protocolo: yes(data.isMailroom),
    arquivo: yes(data.isArchive),
    ouvidoria: yes(data.isOmbuds),
    emails: data.emails.map(({ address, description }) => `${address} ${description}`.trim()).join('\n'),
    cargos: data.capacities.join('\n'),
  }
}
