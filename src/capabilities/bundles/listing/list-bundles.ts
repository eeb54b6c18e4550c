import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Bundle } from '../bundle.ts'
import {
  countBundles,
  selectBundles,
  selectDocumentsToSign,
  selectFillable,
  selectMarks,
  unsignedCount,
} from './list.queries.ts'
import { type BundleFilter, bundlesPerPage, mostPrinted } from './list-filter.ts'

/** One page of the bundles that the unit made or has received, the newest first. */
export async function listBundles(
  db: Database,
  actor: Actor,
  filter: BundleFilter,
): Promise<{ readonly bundles: readonly Bundle[]; readonly total: number }> {
  const [bundles, total] = await Promise.all([
    selectBundles(db, actor, filter, { limit: bundlesPerPage, offset: (filter.page - 1) * bundlesPerPage }),
    countBundles(db, actor, filter),
  ])
  return { bundles, total }
}

/** The whole list, to be printed. */
export function printBundles(db: Database, actor: Actor, filter: BundleFilter): Promise<readonly Bundle[]> {
  return selectBundles(db, actor, filter, { limit: mostPrinted, offset: 0 })
}

/**
 * Documents that bundles have brought to this unit and this person has not signed; up to 100 (BLO-029). A part of a
 * statement: the menu counts all that it counts at once.
 */
export function documentsToSign(db: Database, actor: Actor) {
  const signs = actor.permissions.has('signatures.sign') && actor.permissions.has('bundles.use')
  return signs ? unsignedCount(db, actor) : db`0`
}

/** What signature bundles have brought to the unit: one page, and one row more where there are further ones. */
export function listDocumentsToSign(
  db: Database,
  actor: Actor,
  asked: { readonly unsignedOnly: boolean; readonly page: number },
) {
  return selectDocumentsToSign(db, actor, asked, bundlesPerPage)
}

/** The bundles of this unit that take items now: at most 200, the newest first. */
export function fillableBundles(db: Database, actor: Actor) {
  return selectFillable(db, actor)
}

/** For the desk: which case files are out in bundles of this unit, or back from them (BLO-027). */
export async function bundleMarks(
  db: Database,
  actor: Actor,
  caseFileIds: readonly string[],
): Promise<
  ReadonlyMap<string, readonly { readonly label: string; readonly tone: 'info' | 'success'; readonly icon: 'bundle' }[]>
> {
  if (caseFileIds.length === 0) return new Map()
  const marks = (await selectMarks(db, actor, caseFileIds)).map(({ caseFileId, number, state }) => ({
    caseFileId,
    label: state === 'returned' ? `Bloco ${number} retornado` : `Bloco ${number} disponibilizado`,
    tone: state === 'returned' ? ('success' as const) : ('info' as const),
    icon: 'bundle' as const,
  }))
  return Map.groupBy(marks, ({ caseFileId }) => caseFileId)
}
