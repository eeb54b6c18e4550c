import { askReview, writeThread } from '../../src/capabilities/reviewing/index.ts'
import { passagesOf, toText } from '../../src/rich-text/index.ts'
import { aCaseFile, actorOf, alsoOpenIn, done } from './builders-cases.ts'
import { aDraft, textOf } from './builders-documents.ts'
import type { TestHouse } from './house.ts'
import type { Person } from './person.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

/** A review asked of somebody by who writes the draft; Marina at PROT asks Paulo unless said otherwise. Answers its id. */
export async function aReview(
  house: TestHouse,
  number: string,
  asked: { readonly of?: Login; readonly at?: Slug; readonly message?: string; readonly dueOn?: string } = {},
): Promise<string> {
  const { of = 'paulo', at: place = at.prot, message = '', dueOn } = asked
  const [actor, reviewer] = await Promise.all([actorOf(house, 'marina', at.prot), actorOf(house, of, place)])
  const to = { accountId: reviewer.userId, unitId: reviewer.unitId }
  await done(askReview(house.db, actor, { number, reviewer: to, message, dueOn }, house.platform.clock()))
  const [row] = await house.db<{ id: string }[]>`select max(id)::text as id from reviewing.request`
  return row?.id ?? ''
}

/** A draft under review as the pages show it: asked by and of Marina, commented, with a suggestion that waits. */
export async function furnishReviewing(house: TestHouse, caseDigits: string) {
  const now = house.platform.clock()
  const number = await aDraft(house, caseDigits, { text: 'Defiro o pedido.\n\nO prazo para recurso é de dez dias.' })
  const [marina, paulo] = await Promise.all([actorOf(house, 'marina', at.prot), actorOf(house, 'paulo', at.prot)])
  const askedByMarina = await aReview(house, number, { message: 'Confira o prazo.', dueOn: '2099-12-31' })
  const reviewer = { accountId: marina.userId, unitId: marina.unitId }
  await done(askReview(house.db, paulo, { number, reviewer, message: '', dueOn: undefined }, now))
  const [row] = await house.db<{ id: string }[]>`select max(id)::text as id from reviewing.request`
  const say = (quote: string, text: string, suggestion: string | undefined) =>
    done(
      writeThread(
        house.db,
        paulo,
        { number, meant: { passage: 0, quote, before: '', after: '' }, text, suggestion },
        now,
      ),
    )
  await say('Defiro o pedido.', 'Falta citar o parecer.', undefined)
  await say('O prazo para recurso é de dez dias.', '', 'O prazo para recurso é de quinze dias.')
  return { number, askedByMarina, askedOfMarina: row?.id ?? '' }
}

/** What is under review in the tests. */
export const words = 'Defiro o pedido de restituição.\n\nO prazo para recurso é de dez dias.\n\nPublique-se.'
export const review = (number: string, unit: string = at.prot, part = '') =>
  `/em/${unit}/documentos/${number}/revisao${part}`

export async function aDraftToReview(house: TestHouse) {
  const made = await aCaseFile(house)
  await alsoOpenIn(house, made.id, at.asses, 'ana')
  return { ...made, number: await aDraft(house, made.digits, { text: words, treeName: 'Minuta de deferimento' }) }
}

/** The number of the paragraph that says this, as people count. */
export async function paragraphOf(house: TestHouse, number: string, says: string): Promise<string> {
  const { content } = await textOf(house, number)
  return String(passagesOf(content).findIndex(({ text }) => text.includes(says)) + 1)
}

export async function observe(
  house: TestHouse,
  person: Person,
  number: string,
  fields: Record<string, string>,
  unit: string = at.prot,
) {
  const paragrafo = await paragraphOf(house, number, fields.diz ?? 'prazo')
  const page = await person.open(review(number, unit, `/comentario?paragrafo=${paragrafo}`))
  const { diz: _diz, ...typed } = fields
  return person.send(page, '#observacao', typed)
}

export const threadsOf = (house: TestHouse, number: string) => house.db<
  { id: string; state: string; suggestion: string | null; accountId: string }[]
>`
  select t.id, t.state, t.suggestion, t.account_id as "accountId" from reviewing.thread t
    join documents.document d on d.id = t.document_id where d.number = ${number} order by t.id`

export const bodyOf = async (house: TestHouse, number: string) => toText((await textOf(house, number)).content)
