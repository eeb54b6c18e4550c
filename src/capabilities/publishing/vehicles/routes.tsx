import { findResult } from '../../../platform/act-results/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import {
  explainLabel,
  findUnitsByLabel,
  goSaying,
  idParam,
  listAgenciesWithin,
  reachOfVisit,
} from '../../organization/index.ts'
import { addVehicle, changeVehicle, typesOf, vehiclesWithin, vehicleWithin } from './keep-vehicles.ts'
import { blankVehicle, fieldsOfVehicle, readVehicle } from './vehicle.form.ts'
import { takenProblem } from './vehicle.text.ts'
import type { Vehicle } from './vehicle.ts'
import { path, VehiclePage, VehiclesPage } from './vehicles.page.tsx'

const permission = 'organization.manage'
const here = `/administracao${path}`

/** The register of vehicles, kept by the administrator of the agency. */
export function vehiclesRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    if (reach.unitIds) return notFound
    const [vehicles, result] = await Promise.all([vehiclesWithin(visit.db, reach), findResult(visit)])
    return html(<VehiclesPage {...{ page: visit.page, vehicles, result }} />)
  })

  router.page(`${here}/novo`, { permission }, (visit) => vehiclePage(visit, undefined, undefined, []))
  router.act(`${here}/novo`, { permission }, (visit) => save(visit, undefined))

  router.page(`${here}/:id`, { permission }, async (visit) => {
    const vehicle = await vehicleOf(visit)
    return vehicle ? vehiclePage(visit, vehicle, undefined, []) : notFound
  })
  router.act(`${here}/:id`, { permission }, async (visit) => {
    const vehicle = await vehicleOf(visit)
    return vehicle ? save(visit, vehicle) : notFound
  })
}

async function vehicleOf(visit: InnerVisit): Promise<Vehicle | undefined> {
  const id = idParam(visit)
  const reach = await reachOfVisit(visit, permission)
  return id && !reach.unitIds ? vehicleWithin(visit.db, reach, id) : undefined
}

async function save(visit: InnerVisit, known: Vehicle | undefined) {
  const reach = await reachOfVisit(visit, permission)
  if (reach.unitIds) return notFound
  const [types, agencies] = await Promise.all([typesOf(visit.db, known?.id), listAgenciesWithin(visit.db, reach)])
  const { request, problems } = readVehicle(visit.form, {
    typeIds: types.map(({ id }) => id),
    agencyIds: agencies.map(({ id }) => id),
    all: reach.agencyId === undefined,
    known,
  })
  const approving = await approvingUnitOf(visit, reach, request?.kind)
  const all = [...problems, ...(approving.problem ? [approving.problem] : [])]
  if (!request || approving.problem) return vehiclePage(visit, known, visit.form, all)
  const toSave = { ...request, approvingUnitId: approving.id }
  const outcome = known
    ? await changeVehicle(visit.db, visit.actor, known.id, toSave, visit.now)
    : await addVehicle(visit.db, visit.actor, toSave, visit.now)
  if (!outcome.done) return vehiclePage(visit, known, visit.form, [takenProblem])
  return goSaying(visit, path, request.name, known ? 'salvo.' : 'cadastrado.')
}

/** The unit that was typed to approve and send, by its acronym; of a bulletin there is none. */
async function approvingUnitOf(
  visit: InnerVisit,
  reach: Awaited<ReturnType<typeof reachOfVisit>>,
  kind: Vehicle['kind'] | undefined,
): Promise<{ id?: string; problem?: FieldProblem }> {
  const typed = fieldText(visit.form, 'aprova').trim().slice(0, 60)
  if (typed === '' || kind === 'internal') return {}
  const [found] = await findUnitsByLabel(visit.db, [typed], reach)
  if (found?.kind === 'found') return { id: found.unit.id }
  return { problem: { field: 'aprova', message: (found && explainLabel(found)) ?? 'Unidade não encontrada.' } }
}

async function vehiclePage(
  visit: InnerVisit,
  vehicle: Vehicle | undefined,
  typed: FormFields | undefined,
  problems: readonly FieldProblem[],
) {
  const reach = await reachOfVisit(visit, permission)
  if (reach.unitIds) return notFound
  const [types, agencies] = await Promise.all([typesOf(visit.db, vehicle?.id), listAgenciesWithin(visit.db, reach)])
  const taken = types.flatMap(({ id, taken }) => (taken ? [id] : []))
  const fields = typed ?? (vehicle ? fieldsOfVehicle(vehicle, taken) : blankVehicle)
  const { page, formKeys } = visit
  const props = { page, formKeys, vehicle, agencies, mayAll: reach.agencyId === undefined, types, fields, problems }
  return html(<VehiclePage {...props} />, problems.length > 0 ? 422 : 200)
}
