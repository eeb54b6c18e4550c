import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { awaitsPassword, type CaseFile, findCaseFile, findCaseFiles } from '../../cases/index.ts'
import { documentsOf } from '../../documents/index.ts'
import { type CopyRow, selectCopies, selectCopy } from './copies.queries.ts'

/** For how long a copy can be fetched. */
export const keptDays = 7
const keptMs = keptDays * 24 * 3_600_000

/** The moment before which copies are forgotten. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - keptMs)
}

export interface Copy {
  readonly row: CopyRow
  readonly caseFile: CaseFile
  /** Until when it can be fetched. */
  readonly until: Date
  /** Everything in it may still be read by this person here; only then may the file be handed over. */
  readonly stillAllowed: boolean
}

export type FoundCopy = Copy | { readonly passwordFor: string }

/**
 * The gate to a copy: of who asked for it, in the unit in which it was asked for, and only as long as the case file and
 * every document in it may be read by them. Undefined for all else; `passwordFor` names the case file of which the
 * password is to be given first.
 */
export async function findCopy(db: Database, actor: Actor, id: string, now: Date): Promise<FoundCopy | undefined> {
  if (!/^\d{1,15}$/.test(id)) return undefined
  const row = await selectCopy(db, actor, id, forgottenBefore(now))
  if (!row) return undefined
  const caseFile = await findCaseFile(db, actor, { id: row.caseFileId }, 'reading', now)
  if (!caseFile) {
    return (await awaitsPassword(db, actor, row.caseDigits, now)) ? { passwordFor: row.caseDigits } : undefined
  }
  return { row, caseFile, until: untilOf(row), stillAllowed: await mayStillBeRead(db, actor, caseFile, row) }
}

/** A copy in the list. Of a confidential case file whose password was not given, only that there is one. */
export interface ListedCopy {
  readonly row: CopyRow
  readonly caseFile: CaseFile | undefined
  readonly until: Date
}

const longestList = 50

/** What this person asked for in this unit in the last days. Copies of case files that they lost are not told of. */
export async function listCopies(
  db: Database,
  actor: Actor,
  now: Date,
  caseFileId?: string,
): Promise<readonly ListedCopy[]> {
  const request = { since: forgottenBefore(now), caseFileId, limit: longestList }
  const rows = await selectCopies(db, actor, request)
  const ids = [...new Set(rows.map((row) => row.caseFileId))]
  const caseFiles =
    ids.length > 0
      ? await findCaseFiles(
          db,
          actor,
          ids.map((id) => ({ id })),
          'reading',
          now,
        )
      : []
  const found = new Map(caseFiles.map((caseFile) => [caseFile.id, caseFile]))
  const lost = new Map(rows.filter((row) => !found.has(row.caseFileId)).map((row) => [row.caseFileId, row.caseDigits]))
  const waiting = await Promise.all(
    [...lost].map(async ([id, digits]) => ((await awaitsPassword(db, actor, digits, now)) ? [id] : [])),
  )
  const locked = new Set(waiting.flat())
  return rows
    .filter((row) => found.has(row.caseFileId) || locked.has(row.caseFileId))
    .map((row) => ({ row, caseFile: found.get(row.caseFileId), until: untilOf(row) }))
}

const untilOf = ({ askedAt }: CopyRow): Date => new Date(askedAt.getTime() + keptMs)

async function mayStillBeRead(db: Database, actor: Actor, caseFile: CaseFile, row: CopyRow): Promise<boolean> {
  if (row.state !== 'ready') return true
  const documents = await documentsOf(db, actor, caseFile)
  const readable = new Set(documents.filter(({ readRefusals }) => readRefusals.length === 0).map(({ id }) => id))
  return row.includedIds.every((id) => readable.has(id))
}
