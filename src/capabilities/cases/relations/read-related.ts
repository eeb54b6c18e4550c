import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../case-file.ts'
import { selectRelated } from './relations.queries.ts'

/** A case file related to another, as much of it as the actor may know. */
export interface RelatedCaseFile {
  readonly number: string
  readonly digits: string
  /** Undefined, as the summary, where only the number may be known (PRO-062). */
  readonly typeName: string | undefined
  /** Undefined besides where the password was not given yet (PRO-063). */
  readonly summary: string | undefined
  readonly madeBy: string
  readonly madeAt: Date
  /** The actor's unit made the relation, and so may take it away. */
  readonly madeHere: boolean
}

/**
 * The case files related to one that has passed the gate, by type. Confidential ones only for who holds a credential, so
 * that a relation never tells of one; restricted ones elsewhere by their number alone.
 */
export async function relatedOf(
  db: Database,
  actor: Actor,
  caseFile: Pick<CaseFile, 'id'>,
  now: Date,
): Promise<RelatedCaseFile[]> {
  const rows = await selectRelated(db, actor, caseFile.id, now)
  return rows.map(({ typeName, summary, unitId, unitAcronym, ...rest }) => ({
    ...rest,
    typeName: typeName ?? undefined,
    summary: summary ?? undefined,
    madeBy: unitAcronym,
    madeHere: unitId === actor.unitId,
  }))
}
