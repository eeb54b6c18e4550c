import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { openBrowser } from '../../../test/support/open-browser.ts'
import { toText } from '../../rich-text/index.ts'
import { type StubServer, startStubServer } from './stub-server.test-support.ts'

/** The editor in a real browser before a small world; each test gets a fresh profile. */
export interface EditorInBrowser {
  readonly page: Page
  readonly context: BrowserContext
  readonly stub: StubServer
  /** Another tab of the same browser becomes the page. */
  readonly openAgain: () => Promise<void>
  readonly status: () => Locator
  /** Until everything is on the server. */
  readonly saved: () => Promise<unknown>
  readonly unreachable: () => Promise<unknown>
  readonly inText: (words: string) => Locator
  readonly lastParagraph: () => Locator
  /** Puts the caret at the end of the body, or of the line with those words. */
  readonly goToEnd: (words?: string) => Promise<void>
  readonly paste: (html: string) => Promise<void>
  readonly serverText: () => string
}

export function editorInBrowser(): EditorInBrowser {
  // A browser on a busy machine is slow, not broken.
  vi.setConfig({ testTimeout: 60_000 })
  let browser: Browser
  let stub: StubServer
  let context: BrowserContext
  let page: Page
  let complaints: string[] = []

  const open = async () => {
    page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (/Content Security Policy|prosemirror/i.test(message.text())) complaints.push(message.text())
    })
    await page.goto(stub.url)
    await page.waitForSelector('.editor[data-ready]')
  }
  beforeAll(async () => {
    ;[stub, browser] = await Promise.all([startStubServer(), openBrowser()])
  })
  afterAll(async () => {
    await browser.close()
    await stub.close()
  })
  beforeEach(async () => {
    stub.reset()
    complaints = []
    context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'pt-BR' })
    await open()
  })
  afterEach(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })

  const lastParagraph = () => page.locator('[data-section=corpo] > p').last()
  const state = (name: string) => page.waitForSelector(`.editor-status[data-state="${name}"]`, { timeout: 6_000 })
  return {
    get page() {
      return page
    },
    get context() {
      return context
    },
    get stub() {
      return stub
    },
    openAgain: open,
    status: () => page.locator('.editor-status'),
    saved: () => state('saved'),
    unreachable: () => state('unreachable'),
    inText: (words) => page.locator('.editor-text').getByText(words),
    lastParagraph,
    goToEnd: async (words) => {
      await (words === undefined ? lastParagraph() : page.locator('.editor-text').getByText(words)).click()
      await page.keyboard.press('End')
    },
    paste: (html) =>
      page.locator('.editor-text').evaluate((element, markup) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/html', markup)
        clipboardData.setData('text/plain', markup.replace(/<[^>]*>/g, ''))
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, html),
    serverText: () => toText(stub.state.content),
  }
}
