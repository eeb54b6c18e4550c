import { todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { reaches } from '../administration/reach.ts'
import { listAgenciesWithin } from '../agencies/find-agencies.ts'
import { changesBetween } from '../changes/changes-between.ts'
import { placeUnit } from '../hierarchy/place-unit.ts'
import { explainPlaceRefusal } from '../hierarchy/placing.text.ts'
import { explainLabel, findUnitsByLabel } from '../units/find-by-label.ts'
import { findUnit } from '../units/find-units.ts'
import { changeUnit, openUnit } from '../units/save-unit.ts'
import { readUnit } from '../units/unit.form.ts'
import type { Unit } from '../units/unit.ts'
import { fieldsOfUnit } from '../units/unit-fields.text.ts'
import { selectUnitId } from '../units/units.queries.ts'
import { explainUnitRefusal } from '../units/units.text.ts'
import { fieldsOfCells, plainWord } from './cells.rules.ts'
import {
  type Cells,
  type ImportColumn,
  type RegisterImport,
  type RowContext,
  type RowOutcome,
  refusedRow,
} from './row-import.ts'
import { parentRows, parentsFirst } from './row-order.rules.ts'

const columns: readonly ImportColumn[] = [
  { name: 'orgao', kind: 'text', required: true, about: 'Sigla do órgão', example: 'SET/RN' },
  { name: 'sigla', kind: 'text', required: true, about: 'Sigla da unidade, única no órgão', example: 'SUBAR' },
  { name: 'nome', kind: 'text', required: true, about: 'Nome', example: 'Subcoordenadoria de Arrecadação' },
  { name: 'codigo', kind: 'text', about: 'Código no número dos processos, só algarismos', example: '00130' },
  { name: 'superior', kind: 'text', about: 'Sigla da unidade superior; vazio é o topo', example: 'GS' },
  { name: 'desde', kind: 'day', about: 'Primeiro dia na hierarquia, como 31/12/2026; vazio é hoje', example: '' },
  { name: 'endereco', kind: 'text', about: 'Endereço', example: 'Centro Administrativo, s/n' },
  { name: 'municipio', kind: 'text', about: 'Município', example: 'Natal' },
  { name: 'uf', kind: 'text', about: 'UF', example: 'RN' },
  { name: 'telefone', kind: 'text', about: 'Telefone', example: '(84) 3232-0000' },
  { name: 'recebe', kind: 'flag', about: 'Disponível para envio: sim ou não', example: 'sim' },
  { name: 'avisa', kind: 'flag', about: 'Avisa por e-mail quando chega um processo', example: 'não' },
  { name: 'protocolo', kind: 'flag', about: 'Unidade de protocolo', example: 'não' },
  { name: 'arquivo', kind: 'flag', about: 'Unidade de arquivo', example: 'não' },
  { name: 'ouvidoria', kind: 'flag', about: 'Unidade de ouvidoria', example: 'não' },
  { name: 'emails', kind: 'list', about: 'E-mails, separados por barra |', example: 'subar@exemplo.gov.br Geral' },
  { name: 'cargos', kind: 'list', about: 'Cargos para assinar, separados por barra |', example: 'Auditor|Analista' },
]

const newFields: FormFields = { recebe: 'sim' }

/** Units with their hierarchy as files bring them in. */
export const unitsImport: RegisterImport = {
  columns,
  key: ['orgao', 'sigla'],
  permission: 'organization.manage',
  least: 'unit',
  order: parentsFirst,
  dependence: { column: 'superior', of: parentRows },
  saveRow: async (cells, context) => {
    const { db, reach, now } = context
    const typed = fieldsOfCells(columns, cells)
    if (typed.problems.length > 0) return { kind: 'refused', problems: typed.problems }
    const agencies = await listAgenciesWithin(db, reach)
    const agency = agencies.find(({ acronym }) => plainWord(acronym) === plainWord(cells.orgao ?? ''))
    if (!agency) return refusedRow('orgao', 'Ao seu alcance não há órgão com esta sigla.')
    const id = await selectUnitId(db, agency.id, (cells.sigla ?? '').trim())
    const before = id && reaches(reach, agency.id, id) ? await findUnit(db, id, reach, now) : undefined
    return before ? changeRow(cells, typed.fields, before, context) : openRow(typed.fields, agency, context)
  },
}

type Agency = { readonly id: string; readonly acronym: string }

async function openRow(typed: FormFields, agency: Agency, context: RowContext): Promise<RowOutcome> {
  const { db, actor, now } = context
  const today = todayIn(now)
  const fields = { ...newFields, ...typed, orgao: agency.id, desde: typed.desde || today }
  const { request, problems } = readUnit(fields, { isNew: true })
  if (!request) return { kind: 'refused', problems }
  const parent = await parentOf(request.parentLabel, agency.id, context)
  if ('message' in parent) return { kind: 'refused', problems: [parent] }
  const place = { parentId: parent.id, parentLabel: request.parentLabel, from: request.from }
  const outcome = await openUnit(db, actor, agency, request.data, place, now)
  if (!outcome.done) return { kind: 'refused', problems: outcome.refusals.map(explainUnitRefusal) }
  const after = { ...fieldsOfUnit(request.data), superior: request.parentLabel }
  return { kind: 'created', changes: changesBetween(undefined, after) }
}

async function changeRow(cells: Cells, typed: FormFields, before: Unit, context: RowContext): Promise<RowOutcome> {
  const { db, actor, now } = context
  const { request, problems } = readUnit({ ...fieldsOfUnit(before), ...typed }, { isNew: false })
  if (!request) return { kind: 'refused', problems }
  const changes = changesBetween(fieldsOfUnit(before), fieldsOfUnit(request.data))
  if (changes.length > 0) {
    const outcome = await changeUnit(db, actor, before, request.data, now)
    if (!outcome) return refusedRow('sigla', 'Ao seu alcance não há unidade com esta sigla.')
    if (!outcome.done) return { kind: 'refused', problems: outcome.refusals.map(explainUnitRefusal) }
  }
  const moved = cells.superior === undefined ? undefined : await moveRow(typed, before, context)
  if (moved && 'problems' in moved) return { kind: 'refused', problems: moved.problems }
  const all = [...changes, ...(moved ? [moved] : [])]
  return all.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', changes: all }
}

/** The unit goes where the row says, from today or the day given; undefined where it stands there already. */
async function moveRow(typed: FormFields, before: Unit, context: RowContext) {
  const { db, actor, now } = context
  const today = todayIn(now)
  const label = String(typed.superior ?? '')
  const current = before.placements.find(({ from, until }) => (from ?? '') <= today && (!until || until >= today))
  const parent = await parentOf(label, before.agencyId, context, current?.parent?.id)
  if ('message' in parent) return { problems: [parent] }
  if (current && current.parent?.id === parent.id) return undefined
  const typedDay = String(typed.desde ?? '')
  const from = readUnit(
    { ...fieldsOfUnit(before), orgao: '1', desde: [typedDay, today].sort().at(-1) },
    { isNew: true },
  )
  if (!from.request) return { problems: from.problems }
  const place = { parentId: parent.id, parentLabel: label, from: from.request.from, until: undefined }
  const outcome = await placeUnit(db, actor, before, place, now)
  if (!outcome.done) return { problems: outcome.refusals.map(explainPlaceRefusal) }
  return { field: 'superior', before: current?.parent?.label, after: label || 'No topo' }
}

/** The unit above, within the agency and the reach. A local administrator moves nothing to the top. */
async function parentOf(
  label: string,
  agencyId: string,
  { db, reach }: RowContext,
  current?: string,
): Promise<{ readonly id: string | undefined } | FieldProblem> {
  if (label === '') {
    if (!reach.unitIds) return { id: undefined }
    return { field: 'superior', message: 'Informe a unidade superior: você administra só uma parte do órgão.' }
  }
  // Where the unit already stands may be said even by who does not reach the unit above.
  const [found] = await findUnitsByLabel(db, [label], {
    ...reach,
    agencyId,
    unitIds: withCurrent(reach.unitIds, current),
  })
  if (found?.kind === 'found') return { id: found.unit.id }
  return { field: 'superior', message: (found && explainLabel(found)) ?? 'Informe a unidade superior.' }
}

function withCurrent(unitIds: readonly string[] | undefined, current: string | undefined) {
  return unitIds && current ? [...unitIds, current] : unitIds
}
