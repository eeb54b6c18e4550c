import { formatDate, formatLongDate } from '../../../ui/index.ts'

/** What the variables of a template are filled with (DOC-021). */
export interface VariableFacts {
  readonly agencyName: string
  readonly agencyAcronym: string
  readonly unitName: string
  readonly unitAcronym: string
  readonly address: string
  readonly city: string
  readonly state: string
  readonly datedOn: string
  readonly typeName: string
  readonly caseNumber: string
  readonly caseType: string
  readonly summary: string
  readonly parties: readonly string[]
  readonly classes: readonly string[]
  /** Undefined while the number is still to be taken, at the first signature (DOC-005). */
  readonly documentNumber: string | undefined
}

/** Stands for the number of a document that gets it only when it is signed (DOC-005). */
export const numberToCome = '[nº]'

/** The variable that is filled at the first signature, where the type says so. */
export const numberVariable = 'numero_documento'

export function valuesOfVariables(facts: VariableFacts): Record<string, string> {
  const place = [facts.city, facts.state].filter(Boolean).join('/')
  return {
    orgao: facts.agencyName,
    sigla_orgao: facts.agencyAcronym,
    unidade: facts.unitName,
    sigla_unidade: facts.unitAcronym,
    endereco_unidade: [facts.address, place].filter(Boolean).join(' – '),
    cidade: facts.city,
    data: formatDate(facts.datedOn),
    data_por_extenso: formatLongDate(facts.datedOn),
    ano: facts.datedOn.slice(0, 4),
    tipo_documento: facts.typeName,
    processo: facts.caseNumber,
    tipo_processo: facts.caseType,
    especificacao: facts.summary,
    interessados: facts.parties.join('; '),
    assunto: facts.classes.join('; '),
    ...(facts.documentNumber === undefined ? {} : { [numberVariable]: facts.documentNumber }),
  }
}
