import type { DocumentTypeData, Numbering, SignatureLevel } from './document-type.ts'

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

/** The levels of Decreto 10.543/2020, with what signs at each of them here. */
export const signatureLevels: Readonly<Record<SignatureLevel, { readonly label: string; readonly hint: string }>> = {
  simple: { label: 'Simples', hint: 'A senha pessoal basta.' },
  advanced: { label: 'Avançada', hint: 'A senha pessoal basta.' },
  qualified: {
    label: 'Qualificada',
    hint: 'Só com certificado digital da ICP-Brasil, um documento de cada vez. A administração precisa ter posto no sistema as autoridades em que ele confia.',
  },
}
