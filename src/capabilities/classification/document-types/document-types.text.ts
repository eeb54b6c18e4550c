import type { DocumentTypeData, Numbering } from './document-type.ts'

export const numberingNames: Readonly<Record<Numbering, string>> = {
  none: 'Sem número',
  unit: 'Sequência da unidade, que nunca recomeça',
  agency: 'Sequência do órgão, que nunca recomeça',
  'unit-year': 'Sequência anual da unidade',
  'agency-year': 'Sequência anual do órgão',
}

export const appliesToNames: Readonly<Record<DocumentTypeData['appliesTo'], string>> = {
  both: 'Elaborados e incluídos como arquivo',
  authored: 'Só elaborados no sistema',
  uploaded: 'Só incluídos como arquivo',
  form: 'Só formulários, com campos a preencher',
}
