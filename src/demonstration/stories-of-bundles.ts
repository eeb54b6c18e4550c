import { includeItems, makeBundle, moveBundle } from '../capabilities/bundles/index.ts'
import type { Actor } from '../platform/actor.ts'
import { addDays, todayIn } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'
import { names } from './requests.ts'
import { Storyteller } from './storyteller.ts'

/** A bundle of each kind: one that waits for a signature elsewhere, one for a meeting, one of the unit's own. */
export async function tellBundles(platform: Platform, ids: Ids, begin: Date): Promise<void> {
  const marina = ids.as('marina.protocolo', 'PROT-GS')
  const carlos = ids.as('carlos.cofic', 'COFIC')
  const story = new Storyteller(platform, ids, begin)
  const file = await story.open(marina, {
    type: 'Atendimento: Manifestação do Cidadão',
    summary: 'Sugestão de horário ampliado de atendimento',
    interested: [names[2] ?? ''],
  })
  const answer = 'Agradecemos a sugestão. O horário ampliado será testado por 30 dias, e o resultado será publicado.'
  const numbers = [
    await story.later(2).write(marina, file, 'Despacho', answer, 'Resposta'),
    await story.later(1).write(marina, file, 'Despacho', 'Encaminhe-se à área de atendimento.', 'Encaminhamento'),
  ]
  const to = [carlos.unitId]
  const tell = (bundle: BundleToTell) => tellBundle(platform, marina, story.later(1).now, bundle)
  const signBy = addDays(todayIn(platform.clock()), 3)
  await tell({ kind: 'signature', description: 'Respostas da semana', to, signBy, documents: numbers, available: true })
  await tell({ kind: 'meeting', description: 'Reunião de sexta-feira', to, caseFiles: [file.digits], available: true })
  await tell({ kind: 'internal', description: 'Manifestações a acompanhar', caseFiles: [file.digits] })
}

interface BundleToTell {
  readonly kind: 'signature' | 'meeting' | 'internal'
  readonly description: string
  readonly to?: readonly string[]
  readonly signBy?: string
  readonly documents?: readonly string[]
  readonly caseFiles?: readonly string[]
  readonly available?: boolean
}

async function tellBundle(platform: Platform, by: Actor, now: Date, bundle: BundleToTell): Promise<void> {
  const { kind, description, to = [], signBy, documents = [], caseFiles = [] } = bundle
  const request = { kind, description, destinations: to, signBy, inOrder: false, groupId: undefined }
  const { number } = must(await makeBundle(platform.db, by, request, now))
  must(await includeItems(platform.db, by, { bundleNumber: number, documents, caseFiles }, now))
  if (bundle.available) must(await moveBundle(platform.db, by, { number, move: 'make-available' }, now))
}
