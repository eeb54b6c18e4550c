import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../case-file.ts'
import {
  type CredentialRow,
  type HeldConfidentialRow,
  type HolderCandidateRow,
  searchHolders,
  selectCredentials,
  selectHeldAmong,
  selectHeldConfidential,
} from './credentials.queries.ts'

export type Credential = CredentialRow
export type HolderCandidate = HolderCandidateRow
export type HeldConfidential = HeldConfidentialRow

/** Every credential ever granted to a case file that has passed the gate, those in force first. */
export function credentialsOf(db: Database, caseFile: Pick<CaseFile, 'id'>, now: Date): Promise<Credential[]> {
  return selectCredentials(db, caseFile.id, todayIn(now))
}

/** Who could get one: people by name or login, once for each unit where they work today; at most 50. */
export async function findHolders(db: Database, text: string, now: Date): Promise<HolderCandidate[]> {
  const words = text
    .slice(0, 150)
    .split(/[\s\0]+/)
    .filter(Boolean)
    .slice(0, 8)
  if (words.length === 0) return []
  const patterns = words.sort((a, b) => b.length - a.length).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return searchHolders(db, patterns, todayIn(now))
}

/** The confidential case files that the actor may open in this unit; 50 a page. */
export async function listHeldConfidential(
  db: Database,
  actor: Actor,
  page: number,
): Promise<{ rows: readonly HeldConfidential[]; total: number; pageCount: number }> {
  const rows = await selectHeldConfidential(db, actor, { limit: perPage, offset: (page - 1) * perPage })
  const total = rows[0]?.total ?? 0
  return { rows, total, pageCount: Math.max(1, Math.ceil(total / perPage)) }
}

/** Which of these numbers are of confidential case files that the actor may open in this unit, by number. */
export function heldAmong(
  db: Database,
  actor: Actor,
  digits: readonly string[],
): Promise<readonly { readonly number: string; readonly digits: string }[]> {
  return digits.length > 0 ? selectHeldAmong(db, actor, digits) : Promise.resolve([])
}

const perPage = 50
