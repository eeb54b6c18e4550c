import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IdProvider } from '../../src/platform/id-provider/index.ts'
import { axe } from '../support/axe.ts'
import { desktop, tabTo, telephone } from '../support/browser.ts'
import { providerOfToy } from '../support/builders-outside-account.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { openBrowser } from '../support/open-browser.ts'
import { openToyIdProvider, type ToyIdProvider } from '../support/toy-id-provider.ts'

const both = '11144477735'
let toy: ToyIdProvider
let house: TestHouse
let browser: Browser
let address: string

beforeAll(async () => {
  toy = await openToyIdProvider()
  toy.person = { sub: both }
  const provider = providerOfToy(toy)
  // The house learns its address only when it listens.
  const here = () => `${address}/entrar/conta/volta`
  const idProvider: IdProvider = {
    ...provider,
    begin: (secrets, _there, now) => provider.begin(secrets, here(), now),
    finish: (returned, secrets, _there, now) => provider.finish(returned, secrets, here(), now),
  }
  ;[house, browser] = await Promise.all([openTestHouse({ idProvider }), openBrowser()])
  await house.db`update identity.account set cpf = ${both} where login in ('beto', 'rita')`
  address = await house.listen()
})
afterAll(async () => {
  await browser.close()
  await house.close()
  await toy.close()
})

describe.each([
  ['at a desk', desktop],
  ['on a telephone', { ...desktop, viewport: telephone }],
])('signing in by another provider, %s', (_where, options) => {
  it('leads there and back by keyboard and without script, past the policy of the pages', async () => {
    const context = await browser.newContext({ ...options, baseURL: address, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/entrar')
    await tabTo(page, 'Entrar com gov.br')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Em qual órgão você vai entrar?' }).waitFor()
    await page.getByRole('button', { name: /SEPLAG/ }).press('Enter')
    await page.waitForURL(/\/em\/seplag-rj-gabsec\//)
    await context.close()
  })

  it('shows pages to which axe objects nothing', async () => {
    const context = await browser.newContext({ ...options, baseURL: address })
    const page = await context.newPage()
    for (const shown of ['/entrar', '/entrar?aviso=conta-desconhecida', '/entrar/conta']) {
      await page.goto(shown)
      expect(await axe(page), page.url()).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    }
    await context.close()
  })
})
