import type { Database } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import {
  insertCaseType,
  insertConferenceKind,
  insertDocumentType,
  insertLegalBasis,
  insertRecordClass,
} from './classification.queries.ts'

type Level = 'public' | 'restricted' | 'confidential'
type Registered = Outcome<{ id: string }, { kind: 'already-registered' }>

export interface CaseTypeToRegister {
  readonly name: string
  readonly description?: string
  readonly allowedLevels: readonly Level[]
  readonly suggestedLevel: Level
  readonly suggestedLegalBasisId?: string
  readonly recordClassIds: readonly string[]
  readonly onePerParty?: boolean
  readonly internal?: boolean
  /** Agencies and units that may open it; everywhere when absent (PRO-024). */
  readonly onlyIn?: readonly ({ readonly agencyId: string } | { readonly unitId: string })[]
}

export interface DocumentTypeToRegister {
  readonly name: string
  readonly category?: string
  readonly description?: string
  readonly appliesTo: 'authored' | 'uploaded' | 'both' | 'form'
  readonly numbering?: 'none' | 'unit' | 'agency' | 'unit-year' | 'agency-year'
  readonly numberTakenAt?: 'creation' | 'signature'
  /** Rich text with sections and variables. */
  readonly template?: unknown
}

export interface RecordClassToRegister {
  readonly code: string
  readonly description: string
  readonly structural?: boolean
  readonly currentYears?: number
  readonly intermediateYears?: number
  readonly disposition?: 'elimination' | 'permanent'
}

/** Registers a kind of case file. Refused when the name is taken. */
export async function registerCaseType(db: Database, type: CaseTypeToRegister): Promise<Registered> {
  return orTaken(await insertCaseType(db, type))
}

/** Registers a kind of document. Refused when the name is taken. */
export async function registerDocumentType(db: Database, type: DocumentTypeToRegister): Promise<Registered> {
  return orTaken(await insertDocumentType(db, type))
}

/** Registers a class of the classification plan. Refused when the code is taken. */
export async function registerRecordClass(db: Database, recordClass: RecordClassToRegister): Promise<Registered> {
  return orTaken(await insertRecordClass(db, recordClass))
}

/** Registers a legal basis for restricted or confidential (EST-046). Refused when it exists. */
export async function registerLegalBasis(
  db: Database,
  basis: { readonly name: string; readonly law: string; readonly level: 'restricted' | 'confidential' },
): Promise<Registered> {
  return orTaken(await insertLegalBasis(db, basis))
}

/** Registers a kind of conference of scanned copies (DOC-042); `certifiable` ones may be certified (DOC-045). */
export async function registerConferenceKind(
  db: Database,
  kind: { readonly name: string; readonly certifiable: boolean },
): Promise<Registered> {
  return orTaken(await insertConferenceKind(db, kind))
}

function orTaken(id: string | undefined): Registered {
  return id ? done({ id }) : refuse({ kind: 'already-registered' })
}
