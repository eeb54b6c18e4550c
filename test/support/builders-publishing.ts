import { addVehicle, publishDocument, stepExternal } from '../../src/capabilities/publishing/index.ts'
import { addDays, type LocalDate, todayIn } from '../../src/platform/calendar/index.ts'
import { aGrant } from './builders-admin.ts'
import { aCaseFile, actorOf } from './builders-cases.ts'
import { aDraft, typeIdOf } from './builders-documents.ts'
import { signDocument } from './builders-signatures.ts'
import type { TestHouse } from './house.ts'
import { at, type Login } from './world.ts'

type StepRequest = Parameters<typeof stepExternal>[2]
type Slug = (typeof at)[keyof typeof at]

export interface VehicleToBuild {
  readonly kind?: 'internal' | 'external'
  readonly acronym?: string
  readonly name?: string
  readonly timeZone?: string
  readonly cutOff?: string
  readonly types?: readonly string[]
  /** Of the agency of Marina; else of all. */
  readonly ofAgency?: boolean
  readonly everyDay?: boolean
  /** Acronym of the unit that approves and sends. */
  readonly approvingUnit?: string
  readonly email?: string
  readonly termsFrom?: 'edition' | 'made-available'
}

/** A vehicle of working days that takes Portarias and Despachos. Answers its id. */
export async function aVehicle(house: TestHouse, toBuild: VehicleToBuild = {}): Promise<string> {
  const {
    kind = 'internal',
    acronym = 'BS',
    name = 'Boletim de Serviço',
    timeZone = 'America/Fortaleza',
    cutOff,
  } = toBuild
  const actor = await actorOf(house, 'admin', at.gs)
  const typeIds = await Promise.all((toBuild.types ?? ['Portaria', 'Despacho']).map((type) => typeIdOf(house, type)))
  const agencyId = toBuild.ofAgency === false ? undefined : actor.agencyId
  const vehicle = {
    agencyId,
    kind,
    acronym,
    name,
    timeZone,
    cutOff,
    weekdays: toBuild.everyDay ? [0, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5],
    address: '',
    active: true,
    typeIds,
    ...(toBuild.email ? { email: toBuild.email } : {}),
    ...(toBuild.termsFrom ? { termsFrom: toBuild.termsFrom } : {}),
    ...(toBuild.approvingUnit ? { approvingUnitId: await unitIdOf(house, toBuild.approvingUnit) } : {}),
  }
  const outcome = await addVehicle(house.db, actor, vehicle, house.platform.clock())
  if (!outcome.done) throw new Error('no vehicle was registered')
  return outcome.value.id
}

async function unitIdOf(house: TestHouse, acronym: string): Promise<string> {
  const [unit] = await house.db<{ id: string }[]>`select id from organization.unit where acronym = ${acronym}`
  if (!unit) throw new Error(`there is no unit ${acronym}`)
  return unit.id
}

/** A step in an external gazette, by the command that the page uses. */
export async function step(
  house: TestHouse,
  number: string,
  asked: Partial<StepRequest> & Pick<StepRequest, 'step'>,
  { by = 'marina' as Login, unit = at.prot as Slug } = {},
) {
  const gazette = { gazette: '', edition: '', section: '', page: '', date: undefined, link: '' }
  const request = { number, on: undefined, reason: '', gazette, ...asked }
  return stepExternal(house.db, await actorOf(house, by, unit), request, house.platform.clock())
}

/** Approved, sent and printed today, by the unit of the document. */
export async function letComeOut(house: TestHouse, number: string): Promise<void> {
  const gazette = { gazette: '', edition: '15.123', section: '1', page: '7', date: undefined, link: '' }
  await step(house, number, { step: 'approved' })
  await step(house, number, { step: 'sent', receipt: 'P-1' })
  const on = todayIn(house.platform.clock())
  const out = await step(house, number, { step: 'published', on, extraordinary: true, gazette })
  if (!out?.done) throw new Error('it did not come out')
}

/** Lets somebody publish in a unit. */
export function letPublish(house: TestHouse, login: Login = 'marina', unit = 'PROT'): Promise<void> {
  return aGrant(house, login, { profile: 'Publicador', unit })
}

/** A Portaria signed by who makes it. Answers its nº SEI. */
export async function anAct(
  house: TestHouse,
  caseDigits: string,
  text = 'Fica designada a comissão de inventário.',
  type = 'Portaria',
): Promise<string> {
  const number = await aDraft(house, caseDigits, { type, text })
  await signDocument(house, number)
  return number
}

/** Published, or scheduled, by the command that the page uses. */
export async function publish(
  house: TestHouse,
  number: string,
  vehicleId: string,
  on: string | undefined,
  { by = 'marina' as Login, unit = at.prot as Slug, summary = 'Designa a comissão de inventário.' } = {},
) {
  const actor = await actorOf(house, by, unit)
  const gazette = { gazette: '', edition: '', section: '', page: '', date: undefined, link: '' }
  const request = { number, vehicleId, on: on as LocalDate | undefined, extraordinary: false, summary, gazette }
  return publishDocument(house.db, actor, request, house.platform.clock())
}

/** What the pages of publication show: one that is out, one scheduled, one on its way outside, one to be published. */
export async function furnishPublishing(house: TestHouse) {
  await letPublish(house)
  const { digits } = await aCaseFile(house, { summary: 'Atos do órgão' })
  const bulletin = await aVehicle(house, { everyDay: true })
  const gazette = await aVehicle(house, {
    kind: 'external',
    acronym: 'DOE',
    name: 'Diário Oficial do Estado',
    everyDay: true,
  })
  const [published, scheduled, outside, toPublish] = [
    await anAct(house, digits),
    await anAct(house, digits, 'Fica revogada a portaria anterior.'),
    await anAct(house, digits, 'Fica aprovado o calendário de vencimentos.'),
    await anAct(house, digits, 'Fica instituído o grupo de trabalho.'),
  ]
  const today = todayIn(house.platform.clock())
  await publish(house, published, bulletin, today)
  await publish(house, scheduled, bulletin, addDays(today, 3))
  await publish(house, outside, gazette, undefined)
  const printed = await anAct(house, digits, 'Fica aprovada a tabela de valores.')
  await publish(house, printed, gazette, undefined)
  await letComeOut(house, printed)
  return { digits, published, scheduled, outside, toPublish, printed }
}

/** A Monday, at ten in Natal: the day on which the stories of the gazette begin. */
export const monday = new Date('2026-11-23T10:00:00-03:00')

/** Two gazettes of one name, of which the cabinet sends for the second, and an open case file whose acts go there. */
export async function aGazetteToSendTo(house: TestHouse, own: Omit<Parameters<typeof aVehicle>[1], 'acronym'> = {}) {
  house.setClock(monday)
  await letPublish(house)
  await letPublish(house, 'secretaria', 'GS')
  const base = { kind: 'external', name: 'Diário Oficial do Estado', cutOff: '17:00' } as const
  const ours = await aVehicle(house, { ...base, ...own, acronym: 'DOE' })
  const central = await aVehicle(house, { ...base, acronym: 'DOE-GS', approvingUnit: 'GS' })
  const { digits, id: caseId } = await aCaseFile(house)
  return { ours, central, digits, caseId }
}
