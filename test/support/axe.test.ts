import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, bringAxe } from './axe.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  context = await browser.newContext()
  await bringAxe(context)
  page = await context.newPage()
})
afterAll(() => browser.close())

/** A page of the same header, whose words and whose main part have these colours. */
async function show(header: readonly [string, string], main: readonly [string, string]): Promise<void> {
  const colours = ([color, background]: readonly [string, string]) => `color: ${color}; background: ${background}`
  await page.goto(
    `data:text/html,${encodeURIComponent(`<!doctype html><html lang="pt-BR"><title>Página</title><body>
      <header style="${colours(header)}"><p class="name">Carimbo</p></header>
      <main style="${colours(main)}"><h1>Mesa</h1><p class="words">Palavras</p></main></body></html>`)}`,
  )
}

const grey = 'rgb(119, 119, 119)'
const white = 'rgb(255, 255, 255)'
const black = 'rgb(0, 0, 0)'
const contrastAt = (place: string) => [expect.stringMatching(new RegExp(`^color-contrast: .* at ${place}`))]

it('finds what is hard to read on the second page only, in colours that the first page has too', async () => {
  await show([grey, black], [white, black])
  expect(await axe(page)).toEqual([])
  await show([grey, black], [grey, white])
  expect(await axe(page)).toEqual(contrastAt('.words'))
})

it('finds it in a header that was found right on the page before', async () => {
  await show([black, white], [black, white])
  expect(await axe(page)).toEqual([])
  await show([grey, white], [black, white])
  expect(await axe(page)).toEqual(contrastAt('.name'))
})

it('looks anew when the same page changes, or its window does', async () => {
  await show([grey, black], [black, white])
  expect(await axe(page)).toEqual([])
  await page.addStyleTag({ content: `@media (max-width: 400px) { .words { color: ${grey} } }` })
  expect(await axe(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await axe(page)).toEqual(contrastAt('.words'))
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.evaluate(() => document.querySelector('.words')?.remove())
  expect(await axe(page)).toEqual([])
})

it('tells halves of transparent colours from whole ones', async () => {
  await show(['rgba(0, 0, 0, 0.4)', white], ['rgba(0, 0, 0, 0.9)', white])
  expect(await axe(page)).toEqual(contrastAt('.name'))
})
