import { parseLocalDate } from '../../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import { timeZones, weekdayNames } from './vehicle.text.ts'
import type { Vehicle, VehicleToSave } from './vehicle.ts'

/** The vehicle that was typed; undefined where something is wrong with it. */
export function readVehicle(
  fields: FormFields,
  allowed: {
    readonly typeIds: readonly string[]
    /** Of a new one: the agencies that may be chosen, and whether all of them may. */
    readonly agencyIds: readonly string[]
    readonly all: boolean
    readonly known: Vehicle | undefined
  },
): { request: VehicleToSave | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const { known } = allowed
  const kindTyped = known ? undefined : form.choice('especie', 'a espécie do veículo', ['boletim', 'diario'])
  const place = known
    ? undefined
    : form.choice('orgao', 'o órgão', [...(allowed.all ? ['todos'] : []), ...allowed.agencyIds])
  const acronym = form.line('sigla', { label: 'a sigla', required: true, most: 20 })
  const name = form.line('nome', { label: 'o nome', required: true, least: 3, most: 100 })
  const timeZone = form.choice(
    'fuso',
    'a hora local',
    timeZones.map(({ value }) => value),
  )
  const days = form
    .choices(
      'dias',
      weekdayNames.map((_, day) => String(day)),
    )
    .map(Number)
  if (days.length === 0) form.note('dias', 'Marque ao menos um dia com edição.')
  const typeIds = form.choices('tipos', allowed.typeIds)
  if (typeIds.length === 0) form.note('tipos', 'Marque ao menos um tipo de documento.')
  const cutOff = hourOf(fieldText(fields, 'limite'))
  if (cutOff === 'wrong') form.note('limite', 'Informe a hora limite como 17:00, ou deixe em branco.')
  const address = form.line('endereco', { label: 'o endereço', most: 300 })
  if (address !== '' && !isWebAddress(address)) form.note('endereco', 'Comece o endereço com https:// ou http://.')
  const gazette = gazetteFields(form, fields)
  const kind = known?.kind ?? (kindTyped === 'boletim' ? 'internal' : 'external')
  if (form.problems.length > 0 || !timeZone || cutOff === 'wrong')
    return { request: undefined, problems: form.problems }
  const agencyId = known ? known.agencyId : place === 'todos' ? undefined : place
  const active = known ? form.flag('em_uso') : true
  return {
    request: {
      ...{ agencyId, kind, acronym, name, timeZone, weekdays: days, cutOff, address, active, typeIds },
      closedDays: gazette.closedDays,
      termsFrom: gazette.termsFrom,
      email: kind === 'external' ? gazette.email : '',
    },
    problems: [],
  }
}

/** The fields of a vehicle as it is. */
export function fieldsOfVehicle(vehicle: Vehicle, typeIds: readonly string[]): FormFields {
  return {
    sigla: vehicle.acronym,
    nome: vehicle.name,
    fuso: vehicle.timeZone,
    dias: vehicle.weekdays.map(String),
    limite: vehicle.cutOff ?? '',
    endereco: vehicle.address,
    em_uso: vehicle.active ? 'sim' : '',
    aprova: vehicle.approvingUnit?.label ?? '',
    email: vehicle.email,
    sem_edicao: vehicle.closedDays.map((day) => day.split('-').reverse().join('/')).join('\n'),
    prazos: termValues[vehicle.termsFrom],
    tipos: typeIds,
  }
}

/** The fields of a new one: a bulletin of working days, by the clocks of Brasília. */
export const blankVehicle: FormFields = {
  especie: 'boletim',
  fuso: 'America/Sao_Paulo',
  prazos: 'edicao',
  dias: ['1', '2', '3', '4', '5'],
}

/** As forms call the day from which terms count. */
export const termValues = { edition: 'edicao', 'made-available': 'disponibilizacao' } as const

const mostClosedDays = 400

/** What only gazettes have, and the days without an edition. */
function gazetteFields(form: ReturnType<typeof readForm>, fields: FormFields) {
  const email = form.line('email', { label: 'o e-mail', most: 254 })
  if (email !== '' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    form.note('email', 'Escreva o e-mail como publicacao@diario.exemplo.gov.br.')
  }
  const lines = fieldText(fields, 'sem_edicao')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const days = lines.map((line) => parseLocalDate(line.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1')))
  const wrong = lines.find((_, index) => days[index] === undefined)
  if (wrong !== undefined)
    form.note('sem_edicao', `“${wrong.slice(0, 20)}” não é um dia. Escreva um por linha, como 31/12/2026.`)
  if (days.length > mostClosedDays) form.note('sem_edicao', `Informe até ${mostClosedDays} dias.`)
  const closedDays = [...new Set(days.filter((day) => day !== undefined))].sort()
  const termsFrom: Vehicle['termsFrom'] =
    fieldText(fields, 'prazos') === termValues['made-available'] ? 'made-available' : 'edition'
  return { email, closedDays, termsFrom }
}

function hourOf(text: string): string | undefined | 'wrong' {
  const typed = text.trim()
  if (typed === '') return undefined
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? typed : 'wrong'
}

/** Whether it is an address that a link may lead to. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s"'<>]+$/.test(text)
}
