import type { FormFields } from '../../../platform/form-fields.ts'
import type { DocumentTypeData } from './document-type.ts'

export function fieldsOfDocumentType(data: DocumentTypeData): FormFields {
  return {
    nome: data.name,
    grupo: data.category,
    descricao: data.description,
    aplicacao: data.appliesTo,
    numeracao: data.numbering,
    momento: data.numberTakenAt,
    interno: data.internal ? 'sim' : '',
    assinatura: data.signatureLevel,
  }
}
