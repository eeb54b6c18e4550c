import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from '../../test/support/axe.ts'
import { openBrowser } from '../../test/support/open-browser.ts'
import { pages } from './examples/all-pages.tsx'
import { type BuiltAssets, buildAssets, servePages } from './examples/in-browser.ts'

const clerksScreen = { width: 1366, height: 768 }
const phone = { width: 360, height: 740 }
const narrowest = { width: 320, height: 640 }

let assets: BuiltAssets
let site: Awaited<ReturnType<typeof servePages>>
let browser: Browser

beforeAll(async () => {
  assets = await buildAssets()
  site = await servePages(pages, assets)
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe.each(Object.keys(pages))('the example page “%s”', (name) => {
  const complaints: string[] = []
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    context = await browser.newContext({ viewport: clerksScreen, reducedMotion: 'reduce' })
    page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(site.address(name))
  })
  afterAll(() => context?.close())

  it('breaks no line of the security policy and asks for nothing that is missing', () => {
    expect(complaints).toEqual([])
  })

  it.each([
    ['on the screen of a clerk', clerksScreen],
    ['on a phone', phone],
  ])('has nothing that axe objects to %s', { timeout: 60_000 }, async (_, viewport) => {
    await page.setViewportSize(viewport)
    expect(await axe(page)).toEqual([])
  })

  it.each([
    ['at 320 pixels', narrowest, ''],
    ['with text twice as large', clerksScreen, '200%'],
  ])('does not scroll sideways %s', { timeout: 30_000 }, async (_, viewport, textSize) => {
    await page.setViewportSize(viewport)
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size
    }, textSize)
    expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0)
  })

  it('does not scroll sideways at 320 pixels without scripts', { timeout: 30_000 }, async () => {
    await onPage(name, { viewport: narrowest, javaScriptEnabled: false }, async (plain) => {
      expect(await widthBeyondScreen(plain)).toBeLessThanOrEqual(0)
    })
  })
})

describe('the weight of every page', () => {
  it.each([
    ['main.css', 30],
    ['shell.js', 6],
  ])('keeps %s below %i KB compressed', (name, limitKb) => {
    const file = assets.get(name)
    expect(file).toBeDefined()
    expect(gzipSync(file?.content ?? '').length / 1024).toBeLessThan(limitKb)
  })
})

describe('the figures', () => {
  it('all have one width in tables, so that numbers line up', { timeout: 30_000 }, async () => {
    await onPage('mesa', { viewport: clerksScreen }, async (page) => {
      const widths = await page.evaluate(async () => {
        await document.fonts.ready
        const cell = document.querySelector('.table td:last-child')
        return [...'0123456789'].map((figure) => {
          const probe = document.createElement('span')
          probe.textContent = figure.repeat(20)
          cell?.append(probe)
          return Math.round(probe.getBoundingClientRect().width)
        })
      })
      expect(new Set(widths).size).toBe(1)
    })
  })
})

type Options = { viewport: { width: number; height: number }; javaScriptEnabled?: boolean }

async function onPage(name: string, options: Options, act: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.goto(site.address(name))
    await act(page)
  } finally {
    await context.close()
  }
}

function widthBeyondScreen(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
