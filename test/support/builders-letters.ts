import {
  askLetter,
  closeDay,
  makeList,
  postLetters,
  saveRule,
  takeReturn,
} from '../../src/capabilities/mailroom/index.ts'
import { todayIn } from '../../src/platform/calendar/index.ts'
import { actorOf, done } from './builders-cases.ts'
import { aDraft } from './builders-documents.ts'
import { signDocument } from './builders-signatures.ts'
import type { TestHouse } from './house.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

/** PROT posts for everywhere, with AR; in Natal one delivers by hand. */
export async function deliveryRules(house: TestHouse): Promise<void> {
  const actor = await actorOf(house, 'marina', at.prot)
  const now = house.platform.clock()
  const rule = { state: '', city: '', way: 'post', unitId: actor.unitId, withReceipt: true, receiptDays: 15 } as const
  await saveRule(house.db, actor, rule, now)
  await saveRule(
    house.db,
    actor,
    { ...rule, state: 'RN', city: 'Natal', way: 'direct', unitId: null, withReceipt: false },
    now,
  )
}

/** A letter asked for by a unit, of a document that it signed for it. Answers its id and the document's number. */
export async function aLetter(
  house: TestHouse,
  digits: string,
  {
    by = 'ana',
    unit = at.asses,
    addressee = 'Ministério Público',
  }: { by?: Login; unit?: Slug; addressee?: string } = {},
): Promise<{ id: string; document: string }> {
  const document = await aDraft(house, digits, { by, unit, text: 'Encaminho.' })
  await signDocument(house, document, { by, unit })
  const place = { address: 'Rua das Flores, 10\nCentro', city: 'Mossoró', state: 'RN', postalCode: '59600000' }
  const request = {
    ...{ document, addressee, ...place, attachments: [], contactId: undefined, notes: '', departure: '' },
    ...({ service: 'registered', withReceipt: true, format: 'envelope' } as const),
  }
  const outcome = askLetter(house.db, await actorOf(house, by, unit), request, house.platform.clock())
  return { id: (await done(outcome)).id, document }
}

/** Posted by PROT, on a list of its own. Answers the list's id. */
export async function posted(house: TestHouse, letterId: string, code: string, on?: string): Promise<string> {
  const [actor, now] = [await actorOf(house, 'marina', at.prot), house.platform.clock()]
  const list = await done(makeList(house.db, actor, [letterId], now))
  const request = { listId: list.id, on: on ?? todayIn(now), codes: new Map([[letterId, code]]) }
  await done(postLetters(house.db, actor, request, now))
  return list.id
}

/** A code with its check digit, told apart by a number. */
export function codeFor(place: number): string {
  const digits = String(place).padStart(8, '0')
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  const due = 11 - (sum % 11)
  return `RR${digits}${due === 10 ? 0 : due === 11 ? 5 : due}BR`
}

/** Letters in each place of their way, one of them on a list; a return of nobody; a day that is closed. */
export async function furnishLetters(house: TestHouse, digits: string) {
  await deliveryRules(house)
  const [actor, now] = [await actorOf(house, 'marina', at.prot), house.platform.clock()]
  const by = { by: 'marina', unit: at.prot } as const
  await aLetter(house, digits, by)
  const [letter, another] = [
    await aLetter(house, digits, { ...by, addressee: 'Câmara Municipal' }),
    await aLetter(house, digits, { ...by, addressee: 'Prefeitura Municipal' }),
  ]
  const longAgo = todayIn(new Date(now.getTime() - 20 * 86_400_000))
  await posted(house, letter.id, codeFor(1), longAgo)
  const postingList = (await done(makeList(house.db, actor, [another.id], now))).id
  const stray = { what: 'receipt', on: undefined, receiver: '', reason: '', scan: undefined } as const
  await done(takeReturn(house.db, actor, { ...stray, trackingCode: codeFor(999) }, now))
  const closedDay = (
    await done(closeDay(house.db, actor, { capacity: 'Analista' }, new Date(now.getTime() - 86_400_000)))
  ).id
  return { letter: letter.id, postingList, closedDay }
}
