import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type Document, documentLabel, endPublication, findDocument } from '../../documents/index.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { vehicleName } from '../vehicles/vehicle.ts'
import type { Publication } from './publication.ts'
import { selectPublication, updateState } from './publications.queries.ts'
import { mayBeTold } from './publish-document.ts'

/** A publication with its document, held until the transaction ends. */
export interface Held {
  readonly document: Document
  readonly publication: Publication
}

/**
 * The last publication of a document of this unit, or of one that it succeeds, or that this unit approves and sends. The
 * gate of the document comes first, whatever the vehicle says.
 */
export async function hold(db: Database, actor: Actor, number: string, now: Date): Promise<Held | undefined> {
  const document = await findDocument(db, actor, number, 'locked', now)
  if (!document || !mayBeTold(document)) return undefined
  const publication = await selectPublication(db, document.id, actor.unitId, now)
  return publication && (document.isOurs || publication.isApprover) ? { document, publication } : undefined
}

/** Ends a publication: the document may be published again. */
export async function endHeld(
  db: Database,
  actor: Actor,
  held: Held,
  { state, reason }: { readonly state: 'cancelled' | 'rejected'; readonly reason: string },
  now: Date,
): Promise<void> {
  await Promise.all([
    updateState(db, held.publication.id, { state, endReason: reason }, now),
    endPublication(db, held.document.id),
    tell(db, actor, held, (told) => ({ kind: `publication-${state}`, ...told, reason }), now),
  ])
}

/** Writes down in the history what became of it. */
export function tell(
  db: Database,
  actor: Actor,
  { document, publication }: Held,
  event: (told: { readonly document: string; readonly vehicle: string }) => CaseEvent,
  now: Date,
): Promise<void> {
  const told = { document: documentLabel(document), vehicle: vehicleName(publication.vehicle) }
  return record(db, actor, now, [{ caseFileId: document.caseFile.id, documentId: document.id, event: event(told) }])
}
