import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { record } from '../../history/index.ts'
import { deleteClasses, selectCaseClasses } from '../data/data.queries.ts'
import { insertClasses, selectRecordClasses } from '../fields/fields.queries.ts'

/**
 * Gives an archived case file, or one that is being archived, these classes, and tells the history of old and new
 * (PRO-047). The caller holds it `locked` and has asked whether it may. False where a class cannot be chosen, or none is.
 */
export async function reclassify(
  db: Database,
  actor: Actor,
  { caseFileId, classIds }: { readonly caseFileId: string; readonly classIds: readonly string[] },
  now: Date,
): Promise<boolean> {
  const [before, wanted] = await Promise.all([selectCaseClasses(db, caseFileId), selectRecordClasses(db, classIds)])
  const has = (id: string) => before.some((one) => one.id === id)
  if (wanted.length === 0 || wanted.length !== new Set(classIds).size) return false
  if (wanted.some(({ id, selectable }) => !selectable && !has(id))) return false
  if (wanted.length === before.length && wanted.every(({ id }) => has(id))) return true
  await deleteClasses(db, caseFileId)
  await insertClasses(
    db,
    caseFileId,
    wanted.map(({ id }) => id),
  )
  const codes = (classes: readonly { readonly code: string }[]) =>
    classes.map(({ code }) => code).join(', ') || 'nenhuma'
  const event = { kind: 'case-classes-changed', from: codes(before), to: codes(wanted) } as const
  await record(db, actor, now, [{ caseFileId, event }])
  return true
}
