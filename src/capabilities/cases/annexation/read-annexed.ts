import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../case-file.ts'
import { findCaseFile } from '../find-case-file.ts'
import { type AnnexRefusal, refusalsToAnnex } from './annex-case-file.ts'
import { countDrafts, selectAnnexed } from './annexation.queries.ts'

/** A case file that is an item of another's tree. Its own documents are read through the gate, as any others. */
export interface AnnexedCaseFile {
  readonly id: string
  readonly number: string
  readonly digits: string
  readonly typeName: string
  readonly annexedAt: Date
}

/** What is annexed to a case file that has passed the gate, oldest first. */
export function annexedOf(db: Database, caseFile: Pick<CaseFile, 'id'>): Promise<AnnexedCaseFile[]> {
  return selectAnnexed(db, caseFile.id)
}

export interface AnnexationProposal {
  readonly principal: CaseFile | undefined
  readonly refusals: readonly AnnexRefusal[]
  /** Drafts that nobody will be able to sign any more (PRO-193). */
  readonly drafts: number
}

/** What would be said of annexing this case file to that principal, before it is done. */
export async function proposeAnnexation(
  db: Database,
  actor: Actor,
  caseFile: CaseFile,
  principalDigits: string,
  now: Date,
): Promise<AnnexationProposal> {
  const [principal, drafts] = await Promise.all([
    findCaseFile(db, actor, { digits: principalDigits }, 'reading', now),
    countDrafts(db, caseFile.id),
  ])
  return { principal, refusals: refusalsToAnnex(caseFile, principal, actor.unitId), drafts }
}
