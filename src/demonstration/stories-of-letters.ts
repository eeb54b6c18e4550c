import { askLetter, chargeLetters, makeList, postLetters, takeReturn } from '../capabilities/mailroom/index.ts'
import type { Actor } from '../platform/actor.ts'
import { todayIn } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'
import { Storyteller } from './storyteller.ts'

const dayMs = 86_400_000
/** Invented, with their check digits right. */
const codes = ['RA473124829BR', 'RA123456785BR'] as const
const notified = ['Horizonte Tecidos S.A.', 'Olaria Santa Rita Ltda.'] as const
const toNotify = ['Laticínios Serra Nova Ltda.', 'Padaria Ponto Certo Ltda.'] as const

/**
 * Two letters posted forty days ago with AR: one AR came back, the other did not and is charged to the post. Two more wait
 * to be put on a list.
 */
export async function tellLetters(platform: Platform, ids: Ids, actor: Actor): Promise<void> {
  const { db, clock } = platform
  const story = new Storyteller(platform, ids, new Date(clock().getTime() - 40 * dayMs))
  const file = await story.open(actor, {
    type: 'Atendimento: Manifestação do Cidadão',
    summary: 'Notificação de contribuintes de outros municípios',
    interested: [...notified, ...toNotify],
  })
  const place = { address: 'Rua do Comércio, 45\nCentro', city: 'Caicó', state: 'RN', postalCode: '59300000' }
  const how = { service: 'registered', withReceipt: true, format: 'envelope' } as const
  const letter = { attachments: [], contactId: undefined, notes: '', departure: '', ...place, ...how }
  const ask = async (addressee: string) => {
    const text = `Senhores,\n\nFica **${addressee}** notificada a apresentar os livros de saída no prazo de quinze dias.`
    const document = await story.later(1).write(actor, file, 'Ofício', text)
    await story.later(1).sign(actor, 'Chefe de Gabinete', document)
    return must(await askLetter(db, actor, { ...letter, document, addressee }, story.later(1).now)).id
  }
  const asked = [await ask(notified[0]), await ask(notified[1])]
  const { id: listId } = must(await makeList(db, actor, asked, story.later(1).now))
  const codeOf = new Map(asked.map((id, place) => [id, codes[place] ?? '']))
  const on = todayIn(story.later(1).now)
  must(await postLetters(db, actor, { listId, on, codes: codeOf }, story.now))
  const returned = { what: 'receipt', receiver: 'Portaria', reason: '', scan: undefined } as const
  const deliveredOn = todayIn(story.later(5 * 24).now)
  must(await takeReturn(db, actor, { ...returned, trackingCode: codes[0], on: deliveredOn }, story.later(4 * 24).now))
  const charge = { letterIds: asked.slice(1), caseDigits: file.digits, typeId: ids.documentType('Ofício') }
  must(await chargeLetters(db, actor, charge, clock()))
  story.later(40 * 24)
  for (const addressee of toNotify) await ask(addressee)
}
