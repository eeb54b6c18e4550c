// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Computer,
  type HouseInBrowser,
  headingOf,
  mainText,
  openHouseInBrowser,
  tellAsStory,
} from '../support/browser.ts'
import { wordsOf } from '../support/builders-output.ts'
import { at, password } from '../support/world.ts'

let open: HouseInBrowser
let mailroom: Computer
let advisers: Computer

const learned = { caseNumber: '', documentNumber: '', crc: '' }

beforeAll(async () => {
  open = await openHouseInBrowser()
  mailroom = await open.computerOf('visitor', { javaScriptEnabled: false })
  advisers = await open.computerOf('visitor', { javaScriptEnabled: false })
})
afterAll(() => open.close())
tellAsStory()

describe('Marina, at the mailroom, in a browser that runs no script', () => {
  it('signs in and opens a case file', async () => {
    const { page } = mailroom
    await signIn(page, 'marina')
    await follow(page, 'Novo processo')
    await follow(page, 'Arrecadação: Pedido de Contribuinte')
    await page.getByLabel('Especificação').fill('Restituição de imposto pago em dobro')
    await page.getByLabel('Procurar ou cadastrar interessado').fill('Maria das Dores')
    await press(page, 'Procurar interessado')
    expect(await page.getByLabel('Maria das Dores (cadastrar como pessoa física)').isChecked()).toBe(true)
    expect(await page.getByLabel('Especificação').inputValue()).toBe('Restituição de imposto pago em dobro')
    await press(page, 'Abrir processo')
    learned.caseNumber = await page.locator('h1 .nup__text').innerText()
    expect(await mainText(page)).toContain('Maria das Dores')
  })

  it('writes a Despacho as plain text and saves it as a version', async () => {
    const { page } = mailroom
    await follow(page, 'Novo documento')
    await follow(page, 'Despacho')
    await press(page, 'Criar e escrever')
    await page
      .getByRole('textbox', { name: 'Texto', exact: true })
      .fill('Encaminho o pedido, com a **guia de recolhimento** anexada.')
    await press(page, 'Salvar versão')
    expect(page.url()).not.toContain('erro')
    await goToDocument(page)
    expect(await page.locator('.document-sheet strong').innerText()).toBe('guia de recolhimento')
  })

  it('signs it', async () => {
    const { page } = mailroom
    await follow(page, 'Assinar')
    await page.getByLabel('Cargo ou função').selectOption('Analista')
    await page.getByLabel('Senha').fill(password)
    await press(page, 'Assinar')
    const [, code = '', crc = ''] =
      /código verificador (\d{7,}) e o código CRC ([0-9A-F]{8})/.exec(await mainText(page)) ?? []
    Object.assign(learned, { documentNumber: code, crc })
    expect(crc).not.toBe('')
  })

  it('sends the case file to the advisers, found by name', async () => {
    const { page } = mailroom
    await follow(page, learned.caseNumber)
    await follow(page, 'Enviar')
    await page.getByLabel('Procurar unidade por sigla ou nome').fill('assessoria')
    await press(page, 'Procurar')
    await page.getByLabel('SET/RN · ASSES').check()
    await press(page, 'Enviar')
    await page.goto(`/em/${at.prot}/documentos/${learned.documentNumber}`)
    // Lists beyond what is in sight are laid out after the page has come.
    await expect.poll(() => mainText(page)).toContain('caneta preta')
  })

  it('signs out', async () => {
    const { page } = mailroom
    await page.getByText('Marina Protocolista').first().click()
    await press(page, 'Sair')
    await page.goto(`/em/${at.prot}/mesa`)
    expect(await headingOf(page)).toBe('Entrar')
  })
})

describe('Ana, among the advisers, in a browser that runs no script', () => {
  it('sees the case file as not yet opened and receives it', async () => {
    const { page } = advisers
    await signIn(page, 'ana')
    const row = page.locator('#processos tbody tr', { hasText: learned.caseNumber })
    expect(await row.innerText()).toContain('ainda não aberto na unidade')
    await follow(page, learned.caseNumber)
    await page.goto(`/em/${at.asses}/mesa`)
    expect(await row.innerText()).not.toContain('ainda não aberto na unidade')
  })

  it('finds it by number and by words of the text', async () => {
    const { page } = advisers
    await open.house.workOff()
    await quickSearch(page, learned.caseNumber.replace(/\D/g, ''))
    expect(await headingOf(page)).toContain(learned.caseNumber)
    await quickSearch(page, 'guias de recolhimento')
    await page
      .getByRole('link', { name: new RegExp(learned.documentNumber) })
      .first()
      .click()
    expect(await page.locator('.document-sheet').innerText()).toContain('guia de recolhimento anexada.')
  })

  it('gets its PDF', async () => {
    const { page, context } = advisers
    const address = await page.getByRole('link', { name: 'Baixar PDF' }).getAttribute('href')
    const bytes = await (await context.request.get(address ?? '')).body()
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(await wordsOf(bytes)).toContain('Marina Protocolista')
  })

  it('checks the two codes on the public page: authentic', async () => {
    const { page } = advisers
    await page.goto('/autenticidade')
    await page.getByLabel('Código verificador').fill(learned.documentNumber)
    await page.getByLabel('Código CRC').fill(learned.crc)
    await press(page, 'Conferir')
    expect(await mainText(page)).toContain('Documento autêntico')
  })
})

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/entrar')
  await page.getByLabel('Usuário').fill(login)
  await page.getByLabel('Senha').fill(password)
  await press(page, 'Entrar')
}

async function follow(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('link', { name, exact: true }).first().click()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
}

async function quickSearch(page: Page, words: string): Promise<void> {
  await page.locator('#busca').fill(words)
  await press(page, 'Pesquisar')
}

/** From the editor to the document as it is read. */
async function goToDocument(page: Page): Promise<void> {
  if (/\/editor/.test(page.url())) await follow(page, 'Sair do editor')
}
