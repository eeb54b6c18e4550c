import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Document } from '../../documents/index.ts'
import type { Vehicle } from '../vehicles/vehicle.ts'
import { selectVehiclesFor } from '../vehicles/vehicles.queries.ts'
import type { Publication } from './publication.ts'
import { selectPublication } from './publications.queries.ts'

/** The publication of a document that has passed the gate: under way or done, else the last that came to nothing. */
export function findPublication(
  db: Database,
  actor: Actor,
  document: Document,
  now: Date,
): Promise<Publication | undefined> {
  return selectPublication(db, document.id, actor.unitId, now)
}

/** Where documents of this type may be published by the actor's agency. */
export function vehiclesFor(db: Database, actor: Actor, document: Document): Promise<Vehicle[]> {
  return selectVehiclesFor(db, actor, document.typeId)
}
