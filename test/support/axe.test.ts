import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, bringAxe, type FramesSeen } from './axe.ts'
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

describe('who remembers the frame', () => {
  const frame = (word: string, colour: string) =>
    `<header><p class="name" style="color: ${colour}; background: ${white}">${word}</p><nav id="menu" aria-label="Principal">Menu</nav></header>`
  const around = async (header: string, main: string) => {
    const html = `<!doctype html><html lang="pt-BR"><title>Página</title><body>${header}${main}</body></html>`
    await page.goto(`data:text/html,${encodeURIComponent(html)}`)
  }
  const right = '<main><h1>Mesa</h1><p class="words">Palavras</p></main>'
  const hardToRead = `<main><h1>Mesa</h1><p class="words" style="color: ${grey}; background: ${white}">Palavras</p></main>`

  it('is told once of what is wrong in it, and again where a letter or the width differs', async () => {
    const seen: FramesSeen = new Set()
    await around(frame('Carimbo', grey), right)
    expect(await axe(page, seen)).toEqual(contrastAt('.name'))
    await around(frame('Carimbo', grey), right)
    expect(await axe(page, seen)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await axe(page, seen)).toEqual(contrastAt('.name'))
    await page.setViewportSize({ width: 1366, height: 768 })
    await around(frame('Carimbos', grey), right)
    expect(await axe(page, seen)).toEqual(contrastAt('.name'))
  })

  it('is told of everything within a frame that is known, and of the page as a whole', async () => {
    const seen: FramesSeen = new Set()
    await around(frame('Carimbo', black), right)
    expect(await axe(page, seen)).toEqual([])
    await around(frame('Carimbo', black), hardToRead)
    expect(await axe(page, seen)).toEqual(contrastAt('.words'))
    await around(frame('Carimbo', black), `${right}<p>Fora de tudo</p>`)
    expect(await axe(page, seen)).toEqual([expect.stringMatching(/^region: /)])
    await around(frame('Carimbo', black), right.replace('<p', '<nav aria-label="Principal">Outro</nav><p'))
    expect(await axe(page, seen)).toEqual([expect.stringMatching(/^landmark-unique: /)])
    await around(frame('Carimbo', black), right.replaceAll('h1', 'h2'))
    expect(await axe(page, seen)).toEqual([expect.stringMatching(/^page-has-heading-one: /)])
  })
})
