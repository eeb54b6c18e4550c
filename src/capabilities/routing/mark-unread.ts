import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import type { InnerVisit } from '../../platform/http/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { Action } from '../../ui/index.ts'
import { type CaseFile, type CaseRefusal, findCaseFile, forgetReading } from '../cases/index.ts'
import { upsertUnread } from './desk-view.queries.ts'

/** Marks a case file of the desk as not read by this person, until the person opens it again (PRO-105). */
export async function markUnread(
  db: Database,
  actor: Actor,
  caseNumber: string,
  now: Date,
): Promise<Outcome<true, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: caseNumber }, 'reading', now)
    if (!caseFile) return undefined
    if (!caseFile.holding) return refuse({ kind: 'concluded-here' })
    await Promise.all([upsertUnread(trx, actor.userId, caseFile.id, now), forgetReading(trx, actor, caseFile.id)])
    return done(true)
  })
}

/** The act on the page of a case file: done at once, and back to the desk. */
export function unreadAct({ href, formKeys }: InnerVisit, caseFile: CaseFile): Action[] {
  if (!caseFile.holding) return []
  const fields = { _chave: `${formKeys.idempotencyKey}/nao-lidos`, processo: caseFile.digits }
  return [{ label: 'Marcar como não lido', icon: 'mail', post: href('/mesa/nao-lidos'), csrf: formKeys.csrf, fields }]
}
