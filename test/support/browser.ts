// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { beforeEach } from 'vitest'
import { openTestHouse, type TestHouse } from './house.ts'
import { openBrowser } from './open-browser.ts'
import type { Person } from './person.ts'
import type { Login } from './world.ts'

/** A house that listens and a real browser before its door. One a file, closed in `afterAll`. */
export interface HouseInBrowser {
  readonly house: TestHouse
  readonly address: string
  readonly browser: Browser
  /** A fresh profile, as of another computer: with the session of somebody, or of a visitor. */
  readonly computerOf: (who: Login | Person | 'visitor', options?: BrowserContextOptions) => Promise<Computer>
  readonly close: () => Promise<void>
}

/** One browser profile. */
export interface Computer {
  readonly context: BrowserContext
  readonly page: Page
  /** What scripts, the console and the policy complained about: on all its pages, or on this one from now on. */
  readonly complaints: string[]
  readonly complaintsOf: (page: Page) => string[]
  readonly newPage: () => Promise<Page>
}

export async function openHouseInBrowser(): Promise<HouseInBrowser> {
  const [house, browser] = await Promise.all([openTestHouse(), openBrowser()])
  const address = await house.listen()
  return {
    house,
    address,
    browser,
    computerOf: async (who, options = {}) => {
      const context = await browser.newContext({ ...desktop, baseURL: address, ...options })
      // A page that does not come is told as such, and not as a test that took too long.
      context.setDefaultTimeout(15_000)
      const { complaints, complaintsOf } = listenTo(context)
      if (who !== 'visitor')
        await lendSession(context, typeof who === 'string' ? await house.signIn(who) : who, address)
      return { context, page: await context.newPage(), newPage: () => context.newPage(), complaints, complaintsOf }
    },
    close: async () => {
      await browser.close()
      await house.close()
    },
  }
}

/** The screen of most offices, and a telephone. */
export const desktop = { viewport: { width: 1366, height: 768 }, locale: 'pt-BR', timezoneId: 'America/Sao_Paulo' }
export const telephone = { width: 360, height: 740 }

/** Brings the session of somebody who signed in on the form into a browser. */
async function lendSession(context: BrowserContext, person: Person, address: string): Promise<void> {
  await context.addCookies(person.cookies().map((cookie) => ({ ...cookie, url: address })))
}

/** Goes on with Tab until the focus stands on what is so called, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp, most = 90): Promise<void> {
  const passed: string[] = []
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    const here = await focusedName(page)
    if (typeof name === 'string' ? here === name : name.test(here)) return
    passed.push(here)
  }
  throw new Error(`Tab never reached ${String(name)} on ${page.url()}; it passed:\n${passed.join('\n')}`)
}

/** What the focus stands on, by the name that is read aloud. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    if (element === document.body) return ''
    const own = element?.matches('input, select, textarea') ? '' : element?.textContent
    const label = [...(element?.labels ?? [])].map((one) => one.textContent).join(' ')
    const name = element?.getAttribute('aria-label') || label || own || element?.value || ''
    return name.replace(/\s+/g, ' ').trim()
  })
}

/** Follows the focused link or presses the focused button with the keyboard, and waits for the page that comes. */
export async function enter(page: Page, key = 'Enter'): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

/** The tests of the file are steps of one story: after one that failed, those that follow could only mislead. */
export function tellAsStory(): void {
  let failed = ''
  beforeEach(({ skip, task, onTestFailed }) => {
    if (failed) skip(`after “${failed}”`)
    onTestFailed(() => {
      failed = task.name
    })
  })
}

/** The words of the heading of a page. */
export async function headingOf(page: Page): Promise<string> {
  return folded(await page.locator('h1').innerText())
}

/** What the main part of a page says. */
export async function mainText(page: Page): Promise<string> {
  return folded(await page.locator('main').innerText())
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** An answer that refuses is for the test to read; that browsers write it in their console is no fault. */
function listenTo(context: BrowserContext): Pick<Computer, 'complaints' | 'complaintsOf'> {
  const complaints: string[] = []
  const byPage = new Map<Page, string[]>()
  const note = (page: Page | null, words: string) => {
    complaints.push(`${page?.url() ?? ''}: ${words}`)
    if (page) byPage.get(page)?.push(words)
  }
  context.on('console', (message) => {
    const page = message.page()
    const isRefusal = /^Failed to load resource.*status of 422/.test(message.text())
    const isAnswer = /^Failed to load resource/.test(message.text()) && message.location().url === page?.url()
    if (isRefusal || isAnswer || /\/favicon\.ico$/.test(message.location().url)) return
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) note(page, message.text())
  })
  context.on('weberror', (error) => note(error.page(), error.error().message))
  const complaintsOf = (page: Page) => {
    const own: string[] = []
    byPage.set(page, own)
    return own
  }
  return { complaints, complaintsOf }
}
