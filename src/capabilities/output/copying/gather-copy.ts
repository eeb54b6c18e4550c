import { type Actor, may } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type CaseFile, findCaseFile, interestedOf } from '../../cases/index.ts'
import { type Document, documentsOf } from '../../documents/index.ts'
import { type CopyItem, contentsOf } from '../copy-contents.rules.ts'
import type { CopyFailure } from './copy-failure.text.ts'
import { type ClaimedRow, type CoverRow, selectAsker, selectCover } from './copy-job.queries.ts'

/** All that a copy is made of, as its asker may see it now. */
export interface GatheredCopy {
  readonly actor: Actor
  readonly caseFile: CaseFile
  readonly items: readonly CopyItem<Document>[]
  /** How many documents the tree has. */
  readonly treeCount: number
  /** Some that may be read were not chosen. */
  readonly isPartial: boolean
  readonly cover: CoverRow
  readonly interested: readonly string[]
}

/**
 * Who asked, the case file and its documents, through the same gates as any page, with the permissions and the access of
 * now (DOC-094). Only the password of a confidential case file was given when the copy was asked for: the gate is asked
 * about the session and the moment of the asking, and about everything else as it is.
 */
export async function gatherCopy(
  db: Database,
  claimed: ClaimedRow,
  now: Date,
): Promise<Outcome<GatheredCopy, CopyFailure>> {
  const actor = await askerOf(db, claimed, now)
  if (!actor || !may(actor, 'output.export')) return refuse('asker-gone')
  const caseFile = await findCaseFile(db, actor, { id: claimed.caseFileId }, 'reading', claimed.askedAt)
  if (!caseFile) return refuse('no-access')
  const [tree, cover, parties] = await Promise.all([
    documentsOf(db, actor, caseFile),
    selectCover(db, caseFile.id),
    interestedOf(db, [caseFile.id]),
  ])
  const items = contentsOf(tree, new Set(claimed.documentIds))
  if (!items.some(({ state }) => 'open' in state)) return refuse('nothing-readable')
  const interested = (parties.get(caseFile.id) ?? []).map(({ name }) => name)
  return done({
    actor,
    caseFile,
    items,
    treeCount: tree.length,
    isPartial: items.length < tree.length,
    cover,
    interested,
  })
}

async function askerOf(db: Database, claimed: ClaimedRow, now: Date): Promise<Actor | undefined> {
  const row = await selectAsker(db, claimed, todayIn(now))
  return (
    row && {
      ...row,
      userId: claimed.accountId,
      unitId: claimed.unitId,
      permissions: new Set(row.permissions),
      sessionHash: claimed.sessionHash,
    }
  )
}
