import { formatDateTime } from '../../../ui/index.ts'

export interface SecrecyFacts {
  readonly caseNumber: string
  readonly agencyName: string
  /** Its number, where a document is certified and not the case file. */
  readonly documentNumber: string | undefined
  readonly level: 'restricted' | 'confidential'
  /** The case file is so only because of documents in it. */
  readonly byDocuments: boolean
  readonly basis: { readonly name: string; readonly law: string } | undefined
  readonly since: Date
  readonly person: string | undefined
  readonly unit: string | undefined
}

/** What is certified: never a word of the content, its type, its summary or its parties. */
export function secrecyLines(facts: SecrecyFacts, certifiedAt: Date): string[] {
  const { level, basis, byDocuments } = facts
  const word = level === 'confidential' ? 'sigiloso' : 'restrito'
  const what = facts.documentNumber ? `o documento nº ${facts.documentNumber}, do processo nº` : 'o processo nº'
  const by = [facts.person && `por ${facts.person}`, facts.unit && `na unidade ${facts.unit}`].filter(Boolean)
  return [
    `Certifico que ${what} ${facts.caseNumber}, de ${facts.agencyName}, tem nível de acesso ${word}${byDocuments ? ', em razão de documento que o integra' : ''}.`,
    basis ? `Hipótese legal: ${basis.name} (${basis.law}).` : 'Hipótese legal: a do documento que o integra.',
    `O nível vigora desde ${formatDateTime(facts.since)}${by.length > 0 ? `, definido ${by.join(', ')}` : ''}.`,
    `Esta certidão retrata a situação em ${formatDateTime(certifiedAt)} e não revela o conteúdo protegido.`,
  ]
}
