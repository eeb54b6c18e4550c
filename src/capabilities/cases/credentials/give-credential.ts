import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../case-file.ts'
import { changeHoldings } from '../holdings.ts'
import { type HolderCandidateRow, selectHolder, selectOpenUnitIds } from './credentials.queries.ts'
import { grantTo, type WayOfGranting } from './grant-to.ts'

/** A person in one of the units where they work. */
export type Holder = HolderCandidateRow

/** Undefined where there is no such person at work in that unit today. */
export function findHolder(
  db: Database,
  to: { readonly accountId: string; readonly unitId: string },
  now: Date,
): Promise<Holder | undefined> {
  return selectHolder(db, to, todayIn(now))
}

/**
 * Gives a credential and brings the case file to the desk of that unit, where it does not stand still. False where the
 * person already has one there. The caller holds the case file locked and has asked the rules.
 */
export async function giveCredential(
  db: Database,
  actor: Actor,
  caseFile: Pick<CaseFile, 'id' | 'state'>,
  holder: Holder,
  now: Date,
  way: WayOfGranting = 'granted',
): Promise<boolean> {
  const openUnitIds = await selectOpenUnitIds(db, caseFile.id)
  if (!(await grantTo(db, actor, caseFile.id, { ...holder, userId: holder.accountId }, now, way))) return false
  if (caseFile.state === 'normal' && !openUnitIds.includes(holder.unitId)) {
    const open = [{ unitId: holder.unitId, origin: 'received' }] as const
    await changeHoldings(db, { caseFileId: caseFile.id, open, by: actor.userId, now })
  }
  return true
}
