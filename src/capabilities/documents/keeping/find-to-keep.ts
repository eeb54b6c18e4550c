import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseAction } from '../../cases/index.ts'
import { type ActRefusal, explainActRefusal } from '../act-refusal.text.ts'
import type { Document } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import type { DocumentAction } from '../pen.rules.ts'
import { isOursToKeep } from './change-data.ts'

/** A document about which a page asks, with what stands against the act. Undefined: not there, or not for this actor. */
export async function findToKeep(
  db: Database,
  actor: Actor,
  number: string,
  action: DocumentAction,
  caseAction: CaseAction,
  now: Date,
): Promise<{ document: Document; refusals: readonly ActRefusal[]; sentences: readonly string[] } | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || !isOursToKeep(document)) return undefined
  const refusals = refusalsOfAct(action, caseAction, document, actor.unitId)
  return { document, refusals, sentences: refusals.map(explainActRefusal) }
}
