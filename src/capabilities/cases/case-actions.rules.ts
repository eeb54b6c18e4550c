import type { CaseAction, CaseCell, CaseCondition, CaseMatrixState, StateRefusal } from './case-matrix.rules.ts'
import { caseMatrix } from './case-matrix.rules.ts'

export { type CaseAction, type CaseCell, type CaseMatrixState, caseMatrix } from './case-matrix.rules.ts'

/** What must be known of a case file, and of the actor's unit, to say what may be done with it there. */
export interface CaseFacts {
  /** The unit holds it open now; in a confidential one, the actor does. */
  readonly openHere: boolean
  readonly openElsewhere: boolean
  /** The unit generated or received it at any time, itself or through predecessors (EST-090). */
  readonly tramitedHere: boolean
  readonly unitIsGenerator: boolean
  /** Undefined: not suspended. */
  readonly suspension: { readonly byThisUnit: boolean } | undefined
  /** The number of the case file it is annexed to. Undefined: not annexed. */
  readonly annexedTo: string | undefined
  readonly archived: boolean
  readonly blocked: boolean
  /** Its effective level is 'confidential'. */
  readonly confidential: boolean
  readonly hasCredential: boolean
  readonly passwordConfirmed: boolean
  readonly hasDocuments: boolean
  /** Other case files are annexed to it. */
  readonly hasAnnexes: boolean
  /** In an act between two (annex, receive-annex, relate, unrelate): the other one. Undefined while not chosen yet. */
  readonly other: OtherCaseFacts | undefined
}

export interface OtherCaseFacts {
  readonly confidential: boolean
  readonly hasCredential: boolean
  readonly openHere: boolean
  /** To unrelate: the relation was made by the actor's unit (PRO-180). */
  readonly relatedByThisUnit: boolean
}

/** Why the actor may not do something with a case file. */
export type CaseRefusal =
  | { readonly kind: Exclude<StateRefusal, 'annexed'> }
  | { readonly kind: 'annexed'; readonly to: string }
  | { readonly kind: 'never-here' }
  | { readonly kind: 'no-credential' }
  | { readonly kind: 'password-not-confirmed' }
  | { readonly kind: 'open-elsewhere' }
  | { readonly kind: 'suspended-by-another-unit' }
  | { readonly kind: 'related-by-another-unit' }
  | { readonly kind: 'has-annexes' }
  | { readonly kind: 'no-documents' }
  | { readonly kind: 'principal-confidential' }
  | { readonly kind: 'principal-not-open-here' }
  | { readonly kind: 'not-generating-unit' }
  | { readonly kind: 'has-documents' }
  | { readonly kind: 'has-annexed' }
  | { readonly kind: 'other-without-credential' }
  | { readonly kind: 'not-blocked' }
  | { readonly kind: 'not-annexed' }
  | { readonly kind: 'not-confidential' }

/** The state to show, the most binding one first. */
export function caseState(facts: CaseFacts): CaseMatrixState {
  const state = stateOfMovement(facts)
  return state === 'open' && facts.confidential ? 'confidential' : state
}

/**
 * All the reasons against the action, the case file's first; none means it may be done. Who may see the case file at
 * all is asked before, by the gate; what the profile permits, by the permission of the route.
 */
export function refusalsToAct(action: CaseAction, facts: CaseFacts): CaseRefusal[] {
  const states: CaseMatrixState[] = [stateOfMovement(facts), ...(facts.confidential ? ['confidential' as const] : [])]
  const refusals = [
    ...when(!hasReached(facts) && !openToUnitsItNeverReached.has(action), { kind: 'never-here' }),
    ...credential(facts),
    ...states.flatMap((state) => refusalsOfCell(caseMatrix[action][state], facts)),
  ]
  return refusals.filter((one, index) => refusals.findIndex(({ kind }) => kind === one.kind) === index)
}

/** Outside the units it passed through, what is public may be read, followed and taken as PDF, and nothing else done. */
const openToUnitsItNeverReached: ReadonlySet<CaseAction> = new Set(['read', 'follow', 'export'])

/** What is confidential moves by credential, so its holders count as units that it reached. */
function hasReached(facts: CaseFacts): boolean {
  return facts.openHere || facts.tramitedHere || (facts.confidential && facts.hasCredential)
}

/** A unit that no longer holds it sees it as concluded; so does one it never reached, which moreover may do little. */
function stateOfMovement(facts: CaseFacts): CaseMatrixState {
  if (facts.archived) return 'archived'
  if (facts.annexedTo !== undefined) return 'annexed'
  if (facts.blocked) return 'blocked'
  if (facts.suspension) return 'suspended'
  return facts.openHere ? 'open' : 'concluded'
}

function refusalsOfCell(cell: CaseCell, facts: CaseFacts): CaseRefusal[] {
  if (cell === 'allowed' || 'allowed' in cell) return []
  if ('conditional' in cell) return conditions[cell.conditional](facts)
  return [cell.refused === 'annexed' ? { kind: 'annexed', to: facts.annexedTo ?? '' } : { kind: cell.refused }]
}

const conditions: { readonly [condition in CaseCondition]: (facts: CaseFacts) => CaseRefusal[] } = {
  credential,
  'credential-and-password': (facts) => [
    ...credential(facts),
    ...when(!facts.passwordConfirmed, { kind: 'password-not-confirmed' }),
  ],
  'open-only-here': ({ openElsewhere }) => when(openElsewhere, { kind: 'open-elsewhere' }),
  'suspending-unit': ({ suspension }) => when(suspension?.byThisUnit === false, { kind: 'suspended-by-another-unit' }),
  'relating-unit': ({ other }) => when(other?.relatedByThisUnit === false, { kind: 'related-by-another-unit' }),
  'five-annexation-rules': annexation,
  'only-generator-no-documents': (facts) => [
    ...when(!facts.unitIsGenerator, { kind: 'not-generating-unit' }),
    ...when(facts.openElsewhere, { kind: 'open-elsewhere' }),
    ...when(facts.hasDocuments, { kind: 'has-documents' }),
    ...when(facts.hasAnnexes, { kind: 'has-annexed' }),
  ],
  'between-holders': ({ other }) =>
    when(other?.confidential === true && !other.hasCredential, { kind: 'other-without-credential' }),
}

function credential(facts: CaseFacts): CaseRefusal[] {
  return when(facts.confidential && !facts.hasCredential, { kind: 'no-credential' })
}

/** PRO-190; that it is not annexed already, nor confidential itself, its state says. */
function annexation({ openElsewhere, hasAnnexes, hasDocuments, other }: CaseFacts): CaseRefusal[] {
  return [
    ...when(openElsewhere, { kind: 'open-elsewhere' }),
    ...when(hasAnnexes, { kind: 'has-annexes' }),
    ...when(other?.confidential === true, { kind: 'principal-confidential' }),
    ...when(!hasDocuments, { kind: 'no-documents' }),
    ...when(other?.openHere === false, { kind: 'principal-not-open-here' }),
  ]
}

function when(holds: boolean, refusal: CaseRefusal): CaseRefusal[] {
  return holds ? [refusal] : []
}
