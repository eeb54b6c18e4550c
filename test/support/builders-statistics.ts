import { findCaseFile } from '../../src/capabilities/cases/index.ts'
import { concludeHolding, receiveOnOpening, sendCaseFile } from '../../src/capabilities/routing/index.ts'
import { aCaseFile, actorOf, concludedIn, done } from './builders-cases.ts'
import { aDraft, anUpload } from './builders-documents.ts'
import { signDocument } from './builders-signatures.ts'
import type { TestHouse } from './house.ts'
import type { Page } from './person.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

/** The period in which `furnishNovember` plays. */
export const november = 'de=2026-11-01&ate=2026-11-30'

/**
 * Four case files that PROT opened on the 2nd: a quick one (seven days less an hour, with a turn to ASSES), a slow one (ten
 * days), a restricted one (to GS on the 7th) and a confidential one (eight days). It is the 20th when all is done.
 */
export async function furnishNovember(house: TestHouse) {
  const day = (number: number, hour = 10) => house.setClock(new Date(Date.UTC(2026, 10, number, hour + 3)))
  const receive = async (digits: string, by: Login, unit: Slug) => {
    const [actor, now] = [await actorOf(house, by, unit), house.platform.clock()]
    const caseFile = await findCaseFile(house.db, actor, { digits }, 'reading', now)
    if (caseFile) await receiveOnOpening(house.db, actor, caseFile, now)
  }
  const send = async (digits: string, by: Login, from: Slug, to: Slug) => {
    const [actor, { unitId }] = [await actorOf(house, by, from), await actorOf(house, by, to)]
    await receive(digits, by, from)
    const request = { caseNumber: digits, to: [unitId], keepOpen: false }
    await done(sendCaseFile(house.db, actor, request, house.platform.clock()))
  }
  const conclude = async (digits: string) =>
    done(concludeHolding(house.db, await actorOf(house, 'marina', at.prot), digits, house.platform.clock()))
  day(2)
  const made = {
    quick: await aCaseFile(house),
    slow: await aCaseFile(house),
    restricted: await aCaseFile(house, { level: 'restricted' }),
    confidential: await aCaseFile(house, { level: 'confidential' }),
  }
  const draft = await aDraft(house, made.quick.digits)
  await signDocument(house, await aDraft(house, made.quick.digits, { text: 'Encaminho.' }))
  await anUpload(house, made.quick.digits)
  await aDraft(house, made.restricted.digits)
  day(4)
  await send(made.quick.digits, 'marina', at.prot, at.asses)
  day(6)
  await send(made.quick.digits, 'ana', at.asses, at.prot)
  await receive(made.quick.digits, 'marina', at.prot)
  day(7)
  await send(made.restricted.digits, 'marina', at.prot, at.gs)
  day(9, 9)
  await conclude(made.quick.digits)
  day(10)
  await concludedIn(house, made.confidential.id, at.prot)
  day(12)
  await conclude(made.slow.digits)
  day(20)
  return { ...made, draft }
}

/** The cells of a table, row by row; what only screen readers read after a dash is left out. */
export function cellsOf(page: Page, id: string): string[][] {
  return [...page.document.querySelectorAll(`#${id} tbody tr`)].map((row) =>
    [...row.querySelectorAll('[role="cell"], [role="rowheader"]')].map(
      (cell) => (cell.textContent ?? '').split(' – ')[0]?.trim() ?? '',
    ),
  )
}
