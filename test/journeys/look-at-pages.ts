import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { axe, bringAxe, type FramesSeen } from '../support/axe.ts'
import { type Computer, desktop, type HouseInBrowser, openHouseInBrowser, telephone } from '../support/browser.ts'
import type { TestHouse } from '../support/house.ts'
import type { PageToLookAt } from './pages.ts'
import { type Lookers, openLookers } from './pages-world.ts'

/** Everybody who looks at pages, one after the other; each at two pages at once. */
const lookers = ['visitor', 'carla', 'keeper', 'locked', 'marina', 'central'] as const

/**
 * One test a page: whoever uses a screen reader, a keyboard, a telephone or a magnifier finds nothing in the way, and
 * the browser has nothing to complain about.
 */
export function lookAtPages<World>(
  pages: readonly PageToLookAt<World>[],
  furnish: (house: TestHouse, lookers: Lookers) => Promise<World>,
): { readonly house: () => TestHouse } {
  vi.setConfig({ maxConcurrency: 2, testTimeout: 60_000, hookTimeout: 90_000 })
  let open: HouseInBrowser
  let people: Lookers
  let world: World

  beforeAll(async () => {
    open = await openHouseInBrowser()
    people = await openLookers(open.house)
    world = await furnish(open.house, people)
  })
  afterAll(() => open.close())

  for (const looker of lookers) {
    const theirs = pages.filter(({ by }) => by === looker)
    if (theirs.length === 0) continue
    describe(`${looker} opens`, () => {
      let computer: Computer
      const free: Page[] = []
      const links = new Map<string, string>()
      const seen: FramesSeen = new Set()
      beforeAll(async () => {
        computer = await open.computerOf(people[looker])
        await bringAxe(computer.context)
      })
      afterAll(() => computer.context.close())

      for (const { address, ...about } of theirs) {
        it.concurrent(titleOf(about), async () => {
          const page = free.pop() ?? (await computer.newPage())
          await page.setViewportSize(desktop.viewport)
          const complaints = computer.complaintsOf(page)
          const response = await show(page, address(world), about.sent)
          const problems = [
            ...(response?.status() === (about.status ?? 200) ? [] : [`status ${response?.status()}`]),
            ...(await problemsOf(page, seen)),
            ...complaints,
          ]
          for (const link of await linksOf(page)) links.set(link, titleOf(about))
          free.push(page)
          expect(problems).toEqual([])
        })
      }

      it('every link on these pages leads somewhere', async () => {
        const dead: string[] = []
        for (const [link, on] of links) {
          const { status } = await people[looker].open(link)
          if (status >= 400 && !refuses.has(status)) dead.push(`${status} ${link} on ${on}`)
        }
        expect(links.size).toBeGreaterThan(3)
        expect(dead).toEqual([])
      })
    })
  }
  return { house: () => open.house }
}

/** Opens a page; and, where wanted, sends its form as it came. */
async function show(page: Page, address: string, sent: boolean | undefined): Promise<Response | null> {
  const opened = await page.goto(address)
  if (!sent) return opened
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST' && one.frame() === page.mainFrame()),
    page.locator('main form[method="post"] .button--primary').last().press('Enter'),
  ])
  await page.waitForLoadState()
  return answer
}

/** Answers with a page that says why something cannot be done now. */
const refuses: ReadonlySet<number> = new Set([409, 422])

/** The addresses of this house to which the page leads, without what they point at within a page. */
function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(({ origin, hash, pathname }) => origin === location.origin && !(hash && pathname === location.pathname))
      // Good for one try, and the next page that is looked at begins another: tests of their own follow them.
      .filter(({ search }) => !/[?&](tentativa|ida)=/.test(search))
      .map(({ pathname, search }) => pathname + search),
  )
}

async function problemsOf(page: Page, seen: FramesSeen): Promise<string[]> {
  if ((await page.locator('[data-editor]').count()) > 0) await page.waitForSelector('.editor[data-ready]')
  const skipping = await problemsOfSkipping(page)
  const onDesk = await axe(page, seen)
  await page.setViewportSize(telephone)
  const onTelephone = await axe(page, seen)
  await page.setViewportSize({ width: 320, height: 740 })
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  // The title of a text being written is the writer's, not the page's.
  const headings = await page.locator('h1:not([contenteditable] h1)').count()
  return [
    ...skipping,
    ...onDesk.map((line) => `1366×768 ${line}`),
    ...onTelephone.filter((line) => !onDesk.includes(line)).map((line) => `360×740 ${line}`),
    ...(sideways > 0 ? [`at 320 px it scrolls ${sideways} px sideways`] : []),
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...((await page.title()).trim() === '' ? ['no title'] : []),
  ]
}

/** The first Tab shows a way past the header, and it leads into the main part. */
async function problemsOfSkipping(page: Page): Promise<string[]> {
  // Where the page puts the focus on something itself, one is past the header already.
  if (await page.evaluate(() => document.activeElement !== document.body)) return []
  await page.keyboard.press('Tab')
  const seen = await page.evaluate(() => {
    const link = document.activeElement
    const box = link?.getBoundingClientRect()
    return link?.getAttribute('href') === '#conteudo' && box !== undefined && box.top >= 0 && box.height > 0
  })
  if (!seen) return ['the first Tab shows no way past the header']
  await page.keyboard.press('Enter')
  const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null)
  return inMain ? [] : ['the way past the header does not lead into the main part']
}

function titleOf({ route, look }: { readonly route: string; readonly look?: string }): string {
  return look ? `${route} (${look})` : route
}
