// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Computer,
  desktop,
  enter,
  focusedName,
  type HouseInBrowser,
  mainText,
  openHouseInBrowser,
  telephone,
} from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft } from '../support/builders-documents.ts'
import { signDocument } from '../support/builders-signatures.ts'
import { at } from '../support/world.ts'

/** What stops people in their first hour, each on the screen where it stopped them. */
let open: HouseInBrowser
let computer: Computer
let plain: Computer
let page: Page
const made = { digits: '', number: '', signed: '' }
const prot = (path: string) => `/em/${at.prot}${path}`

beforeAll(async () => {
  open = await openHouseInBrowser()
  const { digits, number } = await aCaseFile(open.house)
  const signed = await aDraft(open.house, digits, { text: 'Assinado.' })
  await signDocument(open.house, signed)
  Object.assign(made, { digits, number, signed })
  const marina = await open.house.signIn('marina')
  computer = await open.computerOf(marina)
  plain = await open.computerOf(marina, { javaScriptEnabled: false })
  page = computer.page
})
afterAll(() => open.close())

describe('the desk', () => {
  it('is a few keys away from its first case file', async () => {
    await page.goto(prot('/mesa'))
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toBe('Ir para o conteúdo')
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toBe('Ir para a lista de processos')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toBe(made.number)
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toContain(made.number)
  })

  it('keeps its filters folded until they are asked for, without script too, and shows those that filter', async () => {
    await plain.page.goto(prot('/mesa'))
    const kind = plain.page.locator('select[name=tipo]')
    expect(await kind.isVisible()).toBe(false)
    await plain.page.getByText('Filtros, ordem e colunas').click()
    expect(await kind.isVisible()).toBe(true)
    await plain.page.locator('select[name=atribuido]').selectOption('ninguem')
    await plain.page.getByRole('button', { name: 'Filtrar' }).click()
    expect(await kind.isVisible()).toBe(true)
  })
})

describe('a menu of many acts', () => {
  it.each([
    ['case file', () => prot(`/processos/${made.digits}`)],
    ['document', () => prot(`/documentos/${made.signed}`)],
    ['desk', () => prot('/mesa')],
  ])('of a %s stays on a screen of 768 pixels, whatever it holds, under headings', async (_, address) => {
    await page.setViewportSize(desktop.viewport)
    await page.goto(address())
    await page.getByText('Mais ações').click()
    const menu = page.locator('.action-bar__menu')
    const box = await menu.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 9999)).toBeLessThanOrEqual(768)
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(1366)
    expect(await menu.locator('.action-bar__heading').count()).toBeGreaterThan(1)
    await menu.locator('.action').last().focus()
    const last = await menu.locator('.action').last().boundingBox()
    expect((last?.y ?? 9999) + (last?.height ?? 0)).toBeLessThanOrEqual(768)
  })
})

describe('a signed document', () => {
  it('offers first what comes next; editing is still there, and says what it costs', async () => {
    await page.goto(prot(`/documentos/${made.signed}`))
    expect((await page.locator('.action--primary').allInnerTexts()).map((one) => one.trim())).toEqual([
      'Enviar processo',
    ])
    const edit = page.getByRole('link', { name: 'Editar (a assinatura perde o efeito)' })
    expect(await edit.isVisible()).toBe(false)
    await page.getByText('Mais ações').click()
    expect(await edit.isVisible()).toBe(true)
  })
})

describe('sending', () => {
  it.each([
    ['with script', () => page],
    ['without script', () => plain.page],
  ])('%s: what one unit alone is called comes ticked, with the focus on it, and stays ticked', async (_, of) => {
    const here = of()
    await here.goto(prot(`/envio?processo=${made.digits}`))
    await here.locator('input[name=unidade]').fill('cofic')
    await here.locator('input[name=unidade]').focus()
    await enter(here)
    const cofic = here.getByRole('checkbox', { name: /COFIC/ })
    expect(await cofic.isChecked()).toBe(true)
    if (here === page) expect(await focusedName(here)).toMatch(/COFIC/)
    expect(await mainText(here)).toContain('Marcadas: COFIC.')
    await here.locator('input[name=unidade]').fill('ninguém se chama assim')
    await here.locator('input[name=unidade]').focus()
    await enter(here)
    expect(await cofic.isChecked()).toBe(true)
    expect(await mainText(here)).toContain('Marcadas: COFIC.')
    expect(await mainText(here)).toContain('Nenhuma outra unidade tem esta sigla ou este nome.')
  })
})

describe('outside of the units', () => {
  it('whoever is signed in is shown the way to the desk', async () => {
    await page.goto('/')
    expect(await page.getByRole('link', { name: 'Entrar' }).count()).toBe(0)
    await page.getByRole('navigation').getByRole('link', { name: 'Ir para a mesa' }).click()
    await page.waitForURL('**/mesa')
  })

  it('a telephone shows the documents of a public case file whole', async () => {
    await page.setViewportSize(telephone)
    await page.goto(`/consulta/${made.digits}`)
    const table = page.locator('#documentos')
    expect(await table.innerText()).toContain('Despacho')
    const frame = page.locator('.table-frame:has(#documentos)')
    expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
    await page.setViewportSize(desktop.viewport)
  })

  it('the two codes of a document stand one under the other, each under its label', async () => {
    await page.goto('/autenticidade')
    const boxes = await Promise.all(['#campo-codigo', '#campo-crc'].map((field) => page.locator(field).boundingBox()))
    expect(boxes[0]?.x).toBe(boxes[1]?.x)
    expect(boxes[0]?.y).toBeLessThan(boxes[1]?.y ?? 0)
  })
})

it('every step of the breadcrumb is as high as the others', async () => {
  await page.goto(prot(`/processos/${made.digits}`))
  const heights = await page
    .locator('.breadcrumb li > *')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
})

it('nothing complained on the way', () => {
  expect(computer.complaints).toEqual([])
})
