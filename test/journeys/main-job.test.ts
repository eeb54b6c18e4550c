// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Computer,
  enter,
  focusedName,
  type HouseInBrowser,
  headingOf,
  mainText,
  openHouseInBrowser,
  tabTo,
  tellAsStory,
} from '../support/browser.ts'
import { draftsOf } from '../support/builders-documents.ts'
import { wordsOf } from '../support/builders-output.ts'
import { at, password } from '../support/world.ts'

let open: HouseInBrowser
let mailroom: Computer
let advisers: Computer
let marina: Page
let ana: Page

/** What the story learns on its way, each from the page that shows it. */
const learned = { caseNumber: '', documentNumber: '', crc: '' }

beforeAll(async () => {
  open = await openHouseInBrowser()
  mailroom = await open.computerOf('visitor')
  advisers = await open.computerOf('visitor')
  marina = mailroom.page
  ana = advisers.page
})
afterAll(() => open.close())
tellAsStory()

describe('E2E-01 Marina, at the mailroom, without touching the mouse', () => {
  it('signs in and stands before her desk', async () => {
    await signIn(marina, 'marina')
    expect(await headingOf(marina)).toBe('Mesa de processos')
  })

  it('opens a case file: type, summary, interested party', async () => {
    await marina.keyboard.press('Alt+b')
    await enter(marina)
    await tabTo(marina, 'Arrecadação: Pedido de Contribuinte')
    await enter(marina)
    await tabTo(marina, /^Especificação/)
    await marina.keyboard.type('Restituição de imposto pago em dobro')
    await tabTo(marina, /^Procurar ou cadastrar interessado/)
    await marina.keyboard.type('Maria das Dores')
    await enter(marina)
    await tabTo(marina, 'Maria das Dores (cadastrar como pessoa física)')
    expect(await marina.evaluate(() => (document.activeElement as HTMLInputElement).checked)).toBe(true)
    await tabTo(marina, 'Abrir processo')
    await enter(marina)
    learned.caseNumber = numberIn(await headingOf(marina))
    expect(await mainText(marina)).toContain('Maria das Dores')
  })

  it('begins a Despacho and types in the editor', async () => {
    await marina.keyboard.press('Control+Alt+f')
    await enter(marina)
    await tabTo(marina, 'Despacho')
    await enter(marina)
    await tabTo(marina, 'Criar e escrever')
    await enter(marina)
    await intoText(marina)
    await marina.keyboard.type('Encaminho o pedido para análise da assessoria, com a guia de recolhi')
  })

  it('closes the page in mid-sentence, comes back, and finds every letter there', async () => {
    const address = marina.url()
    await Promise.all([marina.waitForEvent('close'), marina.close({ runBeforeUnload: true })])
    // No hand opens a page again before what the closing page sent has come in.
    await expect
      .poll(() => draftsOf(open.house, numberOfDocument(address)))
      .toEqual([expect.stringMatching(/recolhi$/)])
    marina = await mailroom.context.newPage()
    await marina.goto(address)
    await marina.waitForSelector('.editor[data-ready]')
    await recoverIfAsked(marina)
    await intoText(marina)
    await marina.keyboard.press('Control+End')
    await drawn(marina)
    await marina.keyboard.type('mento anexada.')
    expect(await marina.locator('.editor-text').innerText()).toContain('com a guia de recolhimento anexada.')
  })

  it('saves a version, goes on to sign it, in her capacity and with her password', async () => {
    await marina.keyboard.press('Control+s')
    await marina
      .getByRole('status')
      .getByText(/^Versão \d+ salva/)
      .waitFor()
    expect(await mainText(marina)).not.toContain('ainda não é uma versão')
    await Promise.all([marina.waitForURL('**/assinatura'), marina.keyboard.press('Control+Shift+A')])
    expect(await mainText(marina)).toContain('guia de recolhimento anexada')
    await tabTo(marina, /^Cargo ou função/)
    await marina.keyboard.type('Anal')
    await tabTo(marina, /^Senha/)
    await marina.keyboard.type(password)
    await enter(marina)
    const text = await mainText(marina)
    expect(text).toContain('Marina Protocolista')
    expect(text).toContain('Analista')
    const [, code, crc] = /código verificador (\d{7,}) e o código CRC ([0-9A-F]{8})/.exec(text) ?? []
    Object.assign(learned, { documentNumber: code, crc })
    expect(learned).toEqual({
      caseNumber: expect.anything(),
      documentNumber: expect.stringMatching(/^\d{7,}$/),
      crc: expect.stringMatching(/^[0-9A-F]{8}$/),
    })
  })

  it('sends the case file to the advisers', async () => {
    await marina.keyboard.press('Control+Alt+f')
    expect(await focusedName(marina)).toBe('Enviar processo')
    await enter(marina)
    await tabTo(marina, /^Procurar unidade/)
    await marina.keyboard.type('asses')
    await enter(marina)
    expect(await focusedName(marina)).toBe('SET/RN · ASSES')
    expect(await marina.evaluate(() => (document.activeElement as HTMLInputElement).checked)).toBe(true)
    await tabTo(marina, 'Enviar')
    await enter(marina)
    expect(await mainText(marina)).toMatch(/ASSES/)
  })

  it('can no longer change what she signed: its pen is black', async () => {
    await marina.goto(`/em/${at.prot}/documentos/${learned.documentNumber}`)
    expect(await mainText(marina)).toContain('Assinado e protegido contra alteração (caneta preta)')
    expect(await marina.getByRole('link', { name: 'Editar' }).count()).toBe(0)
    await marina.goto(`/em/${at.prot}/documentos/${learned.documentNumber}/editor`)
    expect(await mainText(marina)).toContain('Não é possível agora')
    expect(await marina.locator('[data-editor]').count()).toBe(0)
  })

  it('signs out, and her pages are closed', async () => {
    await enter(marina, 'Alt+F12')
    await marina.goto(`/em/${at.prot}/mesa`)
    expect(await headingOf(marina)).toBe('Entrar')
  })
})

describe('E2E-01 Ana, among the advisers, without touching the mouse', () => {
  it('sees the case file on her desk as not yet opened', async () => {
    await signIn(ana, 'ana')
    expect(await rowOnDesk(ana)).toContain('ainda não aberto na unidade')
  })

  it('opens it from the desk, and with that the unit has received it', async () => {
    await ana.keyboard.press('Alt+r')
    // First its box, which is named as it is, then the way to it.
    await tabTo(ana, learned.caseNumber)
    await tabTo(ana, learned.caseNumber)
    await enter(ana)
    expect(numberIn(await headingOf(ana))).toBe(learned.caseNumber)
    await enter(ana, 'Alt+F2')
    expect(await rowOnDesk(ana)).not.toContain('ainda não aberto na unidade')
  })

  it('finds it by its number in another punctuation', async () => {
    await quickSearch(learned.caseNumber.replace(/\D/g, ' '))
    expect(numberIn(await headingOf(ana))).toBe(learned.caseNumber)
    expect(await mainText(ana)).toContain('Aberto pelo número pesquisado.')
  })

  it('finds the Despacho by words of its text once it is indexed', async () => {
    await open.house.workOff()
    await quickSearch('guias de RECOLHIMENTO')
    await tabTo(ana, new RegExp(learned.documentNumber))
    await enter(ana)
    expect(await ana.locator('.document-sheet').innerText()).toContain('guia de recolhimento anexada.')
  })

  it('downloads its PDF, with the text, the name and the codes', async () => {
    await ana.keyboard.press('Control+Alt+f')
    if ((await focusedName(ana)) !== 'Baixar PDF') await tabTo(ana, 'Baixar PDF')
    const [bytes] = await Promise.all([pdfThatComes(ana), ana.keyboard.press('Enter')])
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const words = await wordsOf(bytes)
    for (const one of ['recolhimento anexada', 'Marina Protocolista', learned.documentNumber, learned.crc]) {
      expect(words).toContain(one)
    }
  })

  it('checks the two codes on the public page: authentic', async () => {
    await ana.goto('/autenticidade')
    await tabTo(ana, /^Código verificador/)
    await ana.keyboard.type(learned.documentNumber)
    await tabTo(ana, /^Código CRC/)
    await ana.keyboard.type(learned.crc.toLowerCase())
    await enter(ana)
    const text = await mainText(ana)
    expect(text).toContain('Documento autêntico')
    expect(text).toContain('Marina Protocolista')
  })
})

it('nothing complained on the way: no script failed, no policy was broken', () => {
  expect([...mailroom.complaints, ...advisers.complaints]).toEqual([])
})

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/entrar')
  await tabTo(page, /^Usuário/)
  await page.keyboard.type(login)
  await tabTo(page, /^Senha/)
  await page.keyboard.type(password)
  await enter(page)
}

/** Once the editor stands there, the caret is in its text: nobody has to look for it. */
async function intoText(page: Page): Promise<void> {
  await page.waitForSelector('.editor[data-ready]')
  await expect.poll(() => focusedName(page)).toMatch(/^Texto de /)
  await drawn(page)
}

/** The editor reads where the caret stands a moment after it moved; no hand is faster, a test is. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** What the browser kept may be offered; whoever reads the offer takes the newer of the two texts. */
async function recoverIfAsked(page: Page): Promise<void> {
  const offer = page.getByRole('dialog')
  const isAsked = await offer.waitFor({ timeout: 1000 }).then(
    () => true,
    () => false,
  )
  if (!isAsked) return
  const isOlder = (await offer.innerText()).includes('O texto do servidor é mais recente do que este.')
  await tabTo(page, isOlder ? 'Descartar' : 'Continuar com o que digitei')
  await page.keyboard.press('Enter')
  await offer.waitFor({ state: 'detached' })
}

function numberOfDocument(address: string): string {
  return /\/documentos\/(\d+)/.exec(address)?.[1] ?? ''
}

async function quickSearch(words: string): Promise<void> {
  await ana.keyboard.press('Alt+F10')
  await ana.keyboard.type(words)
  await enter(ana)
}

/** Whether the browser saves it or shows it. */
async function pdfThatComes(page: Page): Promise<Buffer> {
  const saved = page.waitForEvent('download').then(async (download) => readFile(await download.path()))
  const shown = page
    .waitForResponse(/\/pdf$/)
    .then(async (response) => (await page.context().request.get(response.url())).body())
  return Promise.any([saved, shown])
}

function rowOnDesk(page: Page): Promise<string> {
  return page.locator('#processos tbody tr', { hasText: learned.caseNumber }).innerText()
}

function numberIn(heading: string): string {
  const [number = ''] = /\d{5}\.\d{6}\/\d{4}-\d{2}/.exec(heading) ?? []
  expect(number).not.toBe('')
  return number
}
