import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { record } from '../../history/index.ts'
import { effectiveLevel } from '../access.rules.ts'
import { grantTo } from '../credentials/grant-to.ts'
import { selectLevels, updateEffectiveLevel } from './level.queries.ts'

/**
 * Makes the effective level follow the case file's own, its documents' and its annexed case files' (PRO-064, PRO-191),
 * and tells it in the history when it changed. To be called after each change of them, in the same transaction and with
 * the case file held `locked`.
 *
 * When it becomes confidential the actor gets a credential, so that it is never without somebody who can open it.
 */
export async function refreshEffectiveLevel(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  const levels = await selectLevels(db, caseFileId)
  const to = effectiveLevel(levels.level, [levels.highestInside])
  const from = levels.effectiveLevel
  if (to === from) return
  await Promise.all([
    updateEffectiveLevel(db, caseFileId, to),
    record(db, actor, now, [{ caseFileId, event: { kind: 'effective-level-changed', from, to } }]),
    to === 'confidential' ? grantTo(db, actor, caseFileId, actor, now) : undefined,
  ])
}
