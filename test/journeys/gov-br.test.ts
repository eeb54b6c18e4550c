import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GovBrSigning } from '../../src/platform/gov-br-signing/index.ts'
import { openLog } from '../../src/platform/log/index.ts'
import { axe } from '../support/axe.ts'
import { desktop, tabTo, telephone } from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft } from '../support/builders-documents.ts'
import { cpfOfMarina, govBrOfToy, govBrPerson } from '../support/builders-gov-br.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../support/house.ts'
import { openBrowser } from '../support/open-browser.ts'
import { openToyGovBr, type ToyGovBr } from '../support/toy-gov-br.ts'
import { at, password } from '../support/world.ts'

let toy: ToyGovBr
let house: TestHouse
let browser: Browser
let address: string

beforeAll(async () => {
  toy = await openToyGovBr(govBrPerson('MARINA PROTOCOLISTA', cpfOfMarina))
  const service = await govBrOfToy(toy, openLog('silent'))
  // The house learns its address only when it listens.
  const here = () => `${address}/assinatura/govbr/volta`
  const govBrSigning: GovBrSigning = {
    ...service,
    addressToAuthorize: (asked) => service.addressToAuthorize({ ...asked, returnAddress: here() }),
    authorized: (code) => service.authorized(code, here()),
  }
  ;[house, browser] = await Promise.all([openTestHouse({ govBrSigning }, forManyAtOnce), openBrowser()])
  await house.db`update identity.account set cpf = ${cpfOfMarina} where login = 'marina'`
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
])('signing by gov.br, %s', (_where, options) => {
  it('leads there and back by keyboard and without script, past the policy of the pages', async () => {
    const number = await aDraft(house, (await aCaseFile(house)).digits, { text: 'Defiro o pedido.' })
    const context = await browser.newContext({ ...options, baseURL: address, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/entrar')
    await page.getByLabel('Usuário').fill('marina')
    await page.getByLabel('Senha', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/em\//)
    await page.goto(`/em/${at.prot}/documentos/${number}/assinatura`)
    await tabTo(page, 'Assinar com gov.br')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Assinar com gov.br', level: 1 }).waitFor()
    await tabTo(page, 'Continuar')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Autorizar a assinatura no gov.br' }).waitFor()
    toy.standing = 'bronze'
    await tabTo(page, 'Ir para o gov.br')
    await page.keyboard.press('Enter')
    await page.getByText('A sua conta gov.br é de nível bronze').waitFor()
    toy.standing = 'fine'
    await tabTo(page, 'Ir para o gov.br')
    await page.keyboard.press('Enter')
    await page.getByText('assinatura com gov.br registrada, de Marina Protocolista').waitFor()
    expect(new URL(page.url()).pathname).toBe(`/em/${at.prot}/documentos/${number}`)
    await context.close()
  })
})

it('shows pages to which axe objects nothing', async () => {
  const drafts = await Promise.all(
    [1, 2].map(async () => aDraft(house, (await aCaseFile(house)).digits, { text: 'Sim.' })),
  )
  const context = await browser.newContext({ ...desktop, baseURL: address })
  await context.addCookies((await house.signIn('marina')).cookies().map((one) => ({ ...one, url: address })))
  const page = await context.newPage()
  await page.goto(`/em/${at.prot}/assinatura?${drafts.map((one) => `documento=${one}`).join('&')}`)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Assinar com gov.br, sem a senha' }).click()
  await page.getByRole('heading', { name: '2 documentos a assinar' }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'Ir para o gov.br' }).click()
  await page.getByText('2 documentos assinados').waitFor()
  await page.goto(`/em/${at.prot}/assinatura/govbr?aviso=nivel`)
  expect(await axe(page)).toEqual([])
  await context.close()
})
