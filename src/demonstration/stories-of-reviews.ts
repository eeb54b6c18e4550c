import { askReview, writeThread } from '../capabilities/reviewing/index.ts'
import type { Actor } from '../platform/actor.ts'
import { addDays, todayIn } from '../platform/calendar/index.ts'
import type { Platform } from '../platform/platform.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'
import { Storyteller } from './storyteller.ts'

const body = [
  'Trata-se de consulta sobre o regime especial de recolhimento.',
  'O prazo para recurso é de dez dias, contados da ciência.',
  'Opina-se pelo deferimento, com resposta por ofício do Gabinete.',
].join('\n\n')

/** Drafts that somebody was asked to review: one answered in part, with a suggestion to be decided, and one just asked. */
export async function tellReviews(platform: Platform, ids: Ids, begin: Date): Promise<void> {
  const ana = ids.as('ana.assessora', 'ASSEG')
  const bento = ids.as('bento.apoio', 'ASSEG')
  const story = new Storyteller(platform, ids, begin)
  const number = await draft(story, ana, 'Consulta sobre regime especial de recolhimento')
  await ask(platform, story.later(1), ana, number, bento, 'Confira o prazo e a conclusão, por favor.')
  const say = async (quote: string, text: string, suggestion: string | undefined) => {
    const meant = { passage: 0, quote, before: '', after: '' }
    must(await writeThread(platform.db, bento, { number, meant, text, suggestion }, story.later(1).now))
  }
  await say('com resposta por ofício do Gabinete', 'Falta dizer a quem se responde.', undefined)
  await say('dez dias', 'O prazo da lei estadual é de quinze.', 'quinze dias')

  const tadeu = ids.as('tadeu.gabinete', 'GS')
  const other = await draft(story, tadeu, 'Minuta de portaria sobre o horário de atendimento')
  await ask(platform, story.later(1), tadeu, other, ids.as('ana.assessora', 'GS'), 'Veja se a redação está clara.')
}

async function draft(story: Storyteller, by: Actor, summary: string): Promise<string> {
  const type = 'Gestão da Informação: Gestão Documental'
  const file = await story.open(by, { type, summary, interested: [] })
  return story.later(2).write(by, file, 'Informação', body)
}

async function ask(
  { db, clock }: Platform,
  story: Storyteller,
  by: Actor,
  number: string,
  of: Actor,
  message: string,
): Promise<void> {
  const reviewer = { accountId: of.userId, unitId: of.unitId }
  const dueOn = addDays(todayIn(clock()), 3)
  must(await askReview(db, by, { number, reviewer, message, dueOn }, story.now))
}
