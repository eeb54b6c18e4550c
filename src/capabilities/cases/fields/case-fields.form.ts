import { type FieldProblem, type FormFields, fieldList, fieldText, meaningOf } from '../../../platform/form-fields.ts'
import { isPriority, type Priority } from './priority.text.ts'

/** Who the case file is about: somebody of the register, or a name to be registered with it. */
export type PartyRequest =
  | { readonly contactId: string }
  | { readonly newName: string; readonly kind?: 'person' | 'organization' }

/** What is said of a case file at its opening and may be changed later. */
export interface CaseFieldsRequest {
  readonly typeId: string
  readonly summary: string
  readonly recordClassIds: readonly string[]
  readonly parties: readonly PartyRequest[]
  readonly priority: Priority | undefined
}

/** The form as typed. `classText` and `partyText` are searches: what they find is offered when the form comes back. */
export interface CaseFieldsTyped {
  readonly typeId: string
  readonly summary: string
  readonly classIds: readonly string[]
  readonly classText: string
  /** `c12` for a contact; `n:Name` for a person, `o:Name` for an organization to register. */
  readonly partyKeys: readonly string[]
  readonly partyText: string
  readonly priority: string
  /** Whose button to search was pressed. */
  readonly searched?: 'class' | 'party' | undefined
}

/** The buttons that search, by what they send. */
const searches: Readonly<Record<string, 'class' | 'party'>> = { procurar: 'class', 'procurar-interessado': 'party' }

const longestSummary = 500
const longestName = 250
/** Beyond this nobody ticked them one by one. */
const mostTicked = 100

export function readCaseFields(fields: FormFields): {
  typed: CaseFieldsTyped
  request: CaseFieldsRequest
  problems: FieldProblem[]
} {
  const typed: CaseFieldsTyped = {
    typeId: idOf(fieldText(fields, 'tipo')) ?? '',
    summary: oneLine(fieldText(fields, 'especificacao')),
    classIds: distinct(fieldList(fields, 'classe').flatMap((text) => idOf(text) ?? [])),
    classText: oneLine(fieldText(fields, 'nova_classe')).slice(0, longestName),
    partyKeys: distinct(fieldList(fields, 'interessado').filter((key) => partyOf(key) !== undefined)),
    partyText: oneLine(fieldText(fields, 'novo_interessado')).slice(0, longestName),
    priority: fieldText(fields, 'prioridade'),
    searched: meaningOf(searches, fieldText(fields, 'acao')),
  }
  const problems: FieldProblem[] = []
  if (typed.summary.length > longestSummary) {
    problems.push({
      field: 'especificacao',
      message: `A especificação tem ${typed.summary.length} caracteres; são no máximo ${longestSummary}.`,
    })
  }
  return {
    typed,
    request: {
      typeId: typed.typeId,
      summary: typed.summary,
      recordClassIds: typed.classIds,
      parties: typed.partyKeys.flatMap((key) => partyOf(key) ?? []),
      priority: isPriority(typed.priority) ? typed.priority : undefined,
    },
    problems,
  }
}

/**
 * Whether the form came back only to offer what was searched for: nothing is to be done yet. A text left in a search
 * field is searched for whatever button was pressed, so that nothing typed is lost.
 */
export function isSearching(typed: CaseFieldsTyped): boolean {
  return typed.classText !== '' || typed.partyText !== '' || typed.searched !== undefined
}

/** Reads the value of one party's checkbox. */
export function partyOf(key: string): PartyRequest | undefined {
  if (/^c\d{1,18}$/.test(key)) return { contactId: key.slice(1) }
  const newName = /^[no]:/.test(key) ? oneLine(key.slice(2)) : ''
  if (newName.length < 2 || newName.length > longestName) return undefined
  return { newName, kind: key.startsWith('o:') ? 'organization' : 'person' }
}

export function idOf(text: string): string | undefined {
  return /^\d{1,18}$/.test(text) ? text : undefined
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].slice(0, mostTicked)
}
