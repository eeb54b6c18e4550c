import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Reach, reaches } from '../../organization/index.ts'
import type { Vehicle, VehicleToSave } from './vehicle.ts'
import {
  insertVehicle,
  selectTypesOf,
  selectVehicle,
  selectVehiclesWithin,
  type TypeOfVehicleRow,
  updateVehicle,
} from './vehicles.queries.ts'

export type VehicleRefusal = { readonly kind: 'taken' }

/** Registers a vehicle. Refused where the agency has one of that acronym, or its bulletin already (DOC-105). */
export async function addVehicle(
  db: Database,
  actor: Actor,
  vehicle: VehicleToSave,
  now: Date,
): Promise<Outcome<{ id: string }, VehicleRefusal>> {
  const id = await inTransaction(db, (trx) => insertVehicle(trx, actor, vehicle, now))
  return id ? done({ id }) : refuse({ kind: 'taken' })
}

/** Changes a vehicle, or puts it out of use: what was published or scheduled in it stays. */
export async function changeVehicle(
  db: Database,
  actor: Actor,
  id: string,
  vehicle: VehicleToSave,
  now: Date,
): Promise<Outcome<true, VehicleRefusal>> {
  const changed = await inTransaction(db, (trx) => updateVehicle(trx, actor, id, vehicle, now))
  return changed ? done(true) : refuse({ kind: 'taken' })
}

export function vehiclesWithin(db: Database, reach: Reach): Promise<Vehicle[]> {
  return selectVehiclesWithin(db, reach)
}

/** A vehicle that the administrator keeps; undefined for those of others, and of all agencies for who keeps one. */
export async function vehicleWithin(db: Database, reach: Reach, id: string): Promise<Vehicle | undefined> {
  const vehicle = await selectVehicle(db, id)
  if (!vehicle) return undefined
  const isWithin = vehicle.agencyId === undefined ? reach.agencyId === undefined : reaches(reach, vehicle.agencyId)
  return isWithin ? vehicle : undefined
}

export function typesOf(db: Database, vehicleId: string | undefined): Promise<TypeOfVehicleRow[]> {
  return selectTypesOf(db, vehicleId)
}
