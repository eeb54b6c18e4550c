import type { Database } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { insertAgency } from './organization.queries.ts'

export interface AgencyToRegister {
  readonly acronym: string
  readonly name: string
  /** Digits that stand for the agency in case numbers. */
  readonly numberCode: string
  /** Mask of case numbers, e.g. `@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@` (PRO-001). */
  readonly numberMask: string
  /** Lines at the head of documents, from the top of the body downwards. */
  readonly letterhead?: string
  readonly position?: number
}

/** Registers an agency. Refused when the acronym is taken. */
export async function registerAgency(
  db: Database,
  agency: AgencyToRegister,
): Promise<Outcome<{ id: string }, { kind: 'acronym-taken' }>> {
  const id = await insertAgency(db, agency)
  return id ? done({ id }) : refuse({ kind: 'acronym-taken' })
}
