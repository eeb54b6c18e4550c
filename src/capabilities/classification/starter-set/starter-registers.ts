import type { RecordClassToRegister } from '../register-types.ts'

/** Laws that allow to restrict access in nearly every public body. */
export const starterLegalBases = [
  { name: 'Informação pessoal', law: 'Lei nº 12.527/2011, art. 31', level: 'restricted' },
  { name: 'Documento preparatório', law: 'Lei nº 12.527/2011, art. 7º, § 3º', level: 'restricted' },
  { name: 'Direito autoral', law: 'Lei nº 9.610/1998, art. 24, III', level: 'restricted' },
  { name: 'Segredo industrial', law: 'Lei nº 9.279/1996, art. 195, XIV', level: 'restricted' },
  { name: 'Sigilo fiscal', law: 'Lei nº 5.172/1966, art. 198', level: 'restricted' },
  { name: 'Sigilo bancário', law: 'Lei Complementar nº 105/2001, art. 1º', level: 'restricted' },
  { name: 'Apuração de responsabilidade de servidor', law: 'Lei nº 8.112/1990, art. 150', level: 'confidential' },
  { name: 'Sigilo fiscal', law: 'Lei nº 5.172/1966, art. 198', level: 'confidential' },
  { name: 'Segredo de justiça', law: 'Lei nº 13.105/2015, art. 189', level: 'confidential' },
  { name: 'Sigilo do inquérito policial', law: 'Decreto-Lei nº 3.689/1941, art. 20', level: 'confidential' },
] as const

/** One class to begin with, until the body registers its own plan. */
export const starterRecordClass: RecordClassToRegister = {
  code: '000',
  description: 'Assunto a classificar (provisória, até o cadastro do plano de classificação)',
}

/** What a scanned copy was compared with (DOC-042). */
export const starterConferenceKinds = [
  { name: 'Documento original', certifiable: true },
  { name: 'Cópia autenticada por cartório', certifiable: true },
  { name: 'Cópia autenticada administrativamente', certifiable: true },
  { name: 'Cópia simples', certifiable: false },
] as const

type Level = 'public' | 'restricted' | 'confidential'

/** Kinds of case file to begin with. Those suggested as restricted cite personal data. */
export const starterCaseTypes: readonly {
  readonly name: string
  readonly suggested: 'public' | 'restricted'
  readonly allowed: readonly Level[]
  readonly onePerParty?: boolean
}[] = [
  { name: 'Acesso à informação: Pedido', suggested: 'restricted', allowed: ['public', 'restricted'] },
  { name: 'Administração: Comunicação entre unidades', suggested: 'public', allowed: ['public', 'restricted'] },
  {
    name: 'Administração: Demanda de outro órgão',
    suggested: 'public',
    allowed: ['public', 'restricted', 'confidential'],
  },
  { name: 'Administração: Demanda de cidadão', suggested: 'restricted', allowed: ['public', 'restricted'] },
  { name: 'Administração: Ato normativo', suggested: 'public', allowed: ['public', 'restricted'] },
  { name: 'Contratação: Compra ou serviço', suggested: 'public', allowed: ['public', 'restricted'] },
  { name: 'Contratação: Acompanhamento de contrato', suggested: 'public', allowed: ['public', 'restricted'] },
  { name: 'Convênios: Celebração e acompanhamento', suggested: 'public', allowed: ['public', 'restricted'] },
  { name: 'Finanças: Pagamento', suggested: 'public', allowed: ['public', 'restricted'] },
  { name: 'Gestão da Informação: Gestão Documental', suggested: 'public', allowed: ['public', 'restricted'] },
  { name: 'Patrimônio: Bens móveis', suggested: 'public', allowed: ['public', 'restricted'] },
  { name: 'Pessoal: Assentamento funcional', suggested: 'restricted', allowed: ['restricted'], onePerParty: true },
  { name: 'Pessoal: Férias', suggested: 'restricted', allowed: ['public', 'restricted'] },
  { name: 'Pessoal: Licença ou afastamento', suggested: 'restricted', allowed: ['public', 'restricted'] },
  { name: 'Pessoal: Apuração de responsabilidade', suggested: 'restricted', allowed: ['restricted', 'confidential'] },
]
