import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../case-file.ts'
import { type CaseClassRow, type InterestedRow, selectCaseClasses, selectInterested } from './data.queries.ts'

/** A class of the classification plan that a case file has. */
export type CaseClass = CaseClassRow

/** Somebody whom a case file is about. `cpf` is never shown whole. */
export type Interested = Omit<InterestedRow, 'caseFileId'>

/** The interested parties of many case files, in one statement: by the id of the case file, each in its order. */
export async function interestedOf(db: Database, caseFileIds: readonly string[]): Promise<Map<string, Interested[]>> {
  const parties = new Map<string, Interested[]>()
  for (const { caseFileId, ...party } of await selectInterested(db, caseFileIds)) {
    const others = parties.get(caseFileId)
    if (others) others.push(party)
    else parties.set(caseFileId, [party])
  }
  return parties
}

/** The classes of the classification plan, by code. */
export function classesOf(db: Database, caseFile: Pick<CaseFile, 'id'>): Promise<CaseClass[]> {
  return selectCaseClasses(db, caseFile.id)
}
