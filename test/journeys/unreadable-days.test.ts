import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import type { Page, Person } from '../support/person.ts'
import { type PageToLookAt, pagesOfAdministration, pagesOfPublic, pagesOfWork } from './pages.ts'
import { furnishAdministration, furnishPages, type Lookers, openLookers } from './pages-world.ts'

/**
 * A day that was typed and cannot be read is told of beside its field: nobody believes that something was set, and it was
 * not. Browsers take years of five digits, and who sees no date box writes as on paper.
 */
const unreadable = { date: '12026-12-01', 'datetime-local': '12026-12-01T10:00' } as const

/** Where a page does one of several things, that one is meant which has a day. */
const toChange = { acao: 'alterar' }

let house: TestHouse
let lookers: Lookers
beforeAll(async () => {
  house = await openTestHouse()
  lookers = await openLookers(house)
}, 90_000)
afterAll(() => house.close())

it('no form of the program passes over a day that it cannot read', { timeout: 300_000 }, async () => {
  const world = await furnishPages(house, lookers)
  const passedOver = await tryAll([...pagesOfPublic, ...pagesOfWork], world)
  expect(passedOver.wrong).toEqual([])
  expect(passedOver.tried).toBeGreaterThan(50)
})

it('neither does any of the administration', { timeout: 300_000 }, async () => {
  const world = await furnishAdministration(house, lookers)
  const { wrong, tried } = await tryAll(pagesOfAdministration, world as never)
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(12)
})

async function tryAll<World>(pages: readonly PageToLookAt<World>[], world: World) {
  const known = new Set<string>()
  const wrong: string[] = []
  let tried = 0
  for (const { by, address, route, look } of pages) {
    const person = lookers[by]
    const page = await openIfThere(person, () => address(world))
    for (const { selector, name, type } of daysOn(page)) {
      const key = `${route} ${selector.replace(/\d+/g, 'n')} ${name}`
      if (known.has(key) || !page) continue
      known.add(key)
      tried += 1
      const answer = await person.send(page, selector, { ...toChange, [name]: unreadable[type] })
      const isTold =
        answer.status === 422 && answer.document.querySelector(`[name="${name}"][aria-invalid="true"]`) !== null
      if (!isTold)
        wrong.push(
          `${route}${look ? ` (${look})` : ''}: ${name}, answered ${answer.status}: ${answer.errors.join(' | ')}`,
        )
    }
  }
  return { wrong, tried }
}

/** Some pages stand in a world that another test made. */
async function openIfThere(person: Person, address: () => string): Promise<Page | undefined> {
  try {
    const page = await person.open(address())
    return page.status === 200 ? page : undefined
  } catch {
    return undefined
  }
}

function daysOn(page: Page | undefined) {
  const forms = [...(page?.document.querySelectorAll('main form[method="post"]') ?? [])]
  return forms.flatMap((form) =>
    [...form.querySelectorAll('input[type="date"], input[type="datetime-local"]')].map((input) => ({
      selector: `main form[method="post"][action="${form.getAttribute('action')}"]`,
      name: input.getAttribute('name') ?? '',
      type: input.getAttribute('type') as keyof typeof unreadable,
    })),
  )
}
