import { type DeadlineToSet, setDeadlines } from '../../src/capabilities/deadlines/index.ts'
import { todayIn } from '../../src/platform/calendar/index.ts'
import { actorOf } from './builders-cases.ts'
import type { TestHouse } from './house.ts'
import { at, type Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

/** A deadline set by the command that everybody uses, today unless said otherwise. Answers its id. */
export async function aDeadline(
  house: TestHouse,
  digits: string,
  toSet: Partial<DeadlineToSet> & { readonly by?: Login; readonly unit?: Slug } = {},
): Promise<string> {
  const { by = 'marina', unit = at.prot, ...rest } = toSet
  const now = house.platform.clock()
  const request = { caseNumbers: [digits], text: 'Responder ao contribuinte', term: { due: todayIn(now) }, ...rest }
  const [set] = await setDeadlines(house.db, await actorOf(house, by, unit), request, now)
  if (!set?.outcome.done) throw new Error(`no deadline was set in ${digits}: ${JSON.stringify(set?.outcome)}`)
  const [row] = await house.db<{ id: string }[]>`select max(id)::text as id from deadlines.deadline`
  return row?.id ?? ''
}
