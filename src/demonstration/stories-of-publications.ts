import { addVehicle, publishDocument, stepExternal } from '../capabilities/publishing/index.ts'
import type { Actor } from '../platform/actor.ts'
import { addDays, type LocalDate, todayIn, weekdayOf } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'
import { Storyteller } from './storyteller.ts'

const acts = [
  ['Designa a comissão de inventário dos bens móveis.', 'Fica designada a comissão de inventário dos bens móveis.'],
  ['Institui o calendário de vencimentos do ICMS.', 'Fica instituído o calendário de vencimentos do ICMS.'],
  ['Delega competência para autorizar parcelamentos.', 'Fica delegada a competência para autorizar parcelamentos.'],
] as const

/** The bulletin of the secretariat, with acts that came out, one of today's desk, and one that waits for its day. */
export async function tellPublications(platform: Platform, ids: Ids, begin: Date): Promise<void> {
  const tadeu = ids.as('tadeu.gabinete', 'GS')
  const story = new Storyteller(platform, ids, begin)
  const { bulletin, gazette } = await registerVehicles(platform, ids, tadeu, story.now)
  const file = await story.open(tadeu, {
    type: 'Gestão da Informação: Gestão Documental',
    summary: 'Atos do Gabinete para publicação',
    interested: ['Secretaria de Estado da Tributação'],
  })
  for (const [index, [summary, text]] of acts.entries()) {
    const number = await story.later(20).write(tadeu, file, 'Portaria', `{article} ${text}`)
    await story.later(1).sign(tadeu, 'Chefe de Gabinete', number)
    const today = todayIn(story.now)
    const on = index < 2 ? today : nextWorkingDay(addDays(todayIn(platform.clock()), 3))
    const gazette = { gazette: '', edition: '', section: '', page: '', date: undefined, link: '' }
    const request = { number, vehicleId: bulletin, on, extraordinary: index < 2, summary, gazette }
    // On a holiday nothing comes out, in the demonstration either.
    await publishDocument(platform.db, tadeu, request, story.now)
  }
  await tellGazette(platform, story, tadeu, { file, gazette })
}

const matters = [
  ['Fixa o valor da taxa de expediente.', 'Fica fixado o valor da taxa de expediente.', []],
  ['Nomeia os fiscais do contrato de limpeza.', 'Ficam nomeados os fiscais do contrato.', ['approved', 'sent']],
  ['Aprova o plano de fiscalização.', 'Fica aprovado o plano de fiscalização.', ['approved', 'sent', 'published']],
] as const

/** On their way to the gazette of the state: one that waits to be approved, one that was sent, one that came out. */
async function tellGazette(
  platform: Platform,
  story: Storyteller,
  by: Actor,
  { file, gazette: vehicleId }: { readonly file: Parameters<Storyteller['write']>[1]; readonly gazette: string },
): Promise<void> {
  const { db } = platform
  const blank = { gazette: '', edition: '', section: '', page: '', date: undefined, link: '' }
  for (const [summary, text, steps] of matters) {
    const number = await story.later(10).write(by, file, 'Portaria', `{article} ${text}`)
    await story.later(1).sign(by, 'Chefe de Gabinete', number)
    const request = { number, vehicleId, on: undefined, extraordinary: false, summary, gazette: blank }
    await publishDocument(db, by, request, story.now)
    for (const step of steps) {
      const isOut = step === 'published'
      const on = isOut ? todayIn(story.now) : undefined
      const gazette = isOut ? { ...blank, edition: '15.301', page: '4' } : blank
      const told = {
        number,
        step,
        on,
        extraordinary: isOut,
        reason: '',
        receipt: step === 'sent' ? 'P-301' : '',
        gazette,
      }
      await stepExternal(db, by, told, story.later(1).now)
    }
  }
}

async function registerVehicles(
  platform: Platform,
  ids: Ids,
  by: Actor,
  now: Date,
): Promise<{ bulletin: string; gazette: string }> {
  const common = { agencyId: by.agencyId, timeZone: 'America/Fortaleza', weekdays: [1, 2, 3, 4, 5], active: true }
  const typeIds = ['Portaria', 'Ato'].map(ids.documentType)
  const bulletin = { ...common, kind: 'internal', acronym: 'BS', name: 'Boletim de Serviço', cutOff: '18:00' } as const
  const gazette = {
    ...common,
    kind: 'external',
    acronym: 'DOE',
    name: 'Diário Oficial do Estado',
    cutOff: '16:00',
  } as const
  const { id } = must(await addVehicle(platform.db, by, { ...bulletin, address: '', typeIds }, now))
  const outside = must(await addVehicle(platform.db, by, { ...gazette, address: '', typeIds }, now))
  return { bulletin: id, gazette: outside.id }
}

function nextWorkingDay(day: LocalDate): LocalDate {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6 ? nextWorkingDay(addDays(day, 1)) : day
}
