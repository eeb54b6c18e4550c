import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerDocumentType } from '../../src/capabilities/classification/index.ts'
import { keyboardMap } from '../../src/keyboard/keyboard-map.ts'
import { doc, section } from '../../src/rich-text/index.ts'
import { axe } from '../support/axe.ts'
import { type Computer, type HouseInBrowser, headingOf, openHouseInBrowser } from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft } from '../support/builders-documents.ts'
import { at } from '../support/world.ts'

let open: HouseInBrowser
let computer: Computer
let page: Page
let digits = ''
let document = ''

beforeAll(async () => {
  open = await openHouseInBrowser()
  digits = (await aCaseFile(open.house)).digits
  document = await aDraft(open.house, digits, { text: 'Encaminho.' })
  // Two units, so that there is something to change to.
  await open.house.db`
    insert into identity.assignment (account_id, profile_id, unit_id, valid)
    select a.account_id, a.profile_id, u.id, a.valid from identity.assignment a join identity.account p on p.id = a.account_id
      join organization.unit u on u.slug = ${at.asses} where p.login = 'marina'`
  computer = await open.computerOf('marina')
  page = computer.page
})
afterAll(() => open.close())

const desk = `/em/${at.prot}/mesa`
const caseFile = () => `/em/${at.prot}/processos/${digits}`
const documentPage = () => `/em/${at.prot}/documentos/${document}`
const help = '/ajuda'

/** Where a key is pressed, and what must be there after it: an address, or what has the focus. */
const pressed: readonly (readonly [key: string, on: () => string, then: RegExp | string])[] = [
  ['Ctrl+K', () => desk, '.palette input'],
  ['Alt+F1', () => desk, new RegExp(`${help}$`)],
  ['Alt+F2', caseFile, /\/mesa$/],
  ['Alt+F3', () => desk, /\/painel$/],
  ['Alt+F9', () => desk, '.navigation a'],
  ['Alt+F10', () => desk, '#busca'],
  ['Alt+F11', () => desk, '[data-atalho=unidade]'],
  ['Alt+M', () => desk, '.palette input'],
  ['Alt+T', () => desk, 'h1'],
  ['Alt+B', () => desk, 'main .button'],
  ['Alt+ArrowDown', () => desk, '#processos tbody tr input'],
  ['Alt+ArrowUp', () => desk, '#processos tbody tr input'],
  ['Alt+R', () => desk, '#processos'],
  ['Alt+G', () => desk, /lista=gerados/],
  ['Ctrl+Alt+R', documentPage, '.tree__root'],
  ['Ctrl+Alt+S', documentPage, '.tree__link[aria-current=page]'],
  ['Ctrl+Alt+F', caseFile, '.action-bar .action'],
  ['Ctrl+Alt+V', documentPage, '[data-atalho=conteudo-do-documento], #conteudo'],
  ['Ctrl+Alt+U', documentPage, '.tree .tree__link'],
  ['Alt+F12', () => desk, /\/entrar/],
]

const press = (key: string) =>
  page.keyboard.press(key.replace('Ctrl', 'Control').replace(/\+([A-Z])$/, (_, one) => `+${one.toLowerCase()}`))
const hasFocus = (selector: string) =>
  page.locator(selector).evaluateAll((found) => found.includes(globalThis.document.activeElement as never))

describe('the keyboard map, every key of it, in a real browser (EST-036)', () => {
  it('leaves nothing of the map out', () => {
    const map = keyboardMap.filter(({ place }) => place === 'page').map(({ name }) => name)
    expect(pressed.map(([key]) => key).sort()).toEqual(map.sort())
  })

  it('the palette finds pages, acts and case files by number, remembers what was used, and gives the focus back', async () => {
    await page.goto(desk)
    await page.focus('#busca')
    await press('Ctrl+K')
    expect(await axe(page)).toEqual([])
    await page.keyboard.type('pontos de')
    expect(await page.locator('.palette [aria-selected=true]').textContent()).toContain('Pontos de controle')
    await page.keyboard.press('Escape')
    expect(await hasFocus('#busca')).toBe(true)
    await press('Ctrl+K')
    await page.keyboard.type('painel')
    await Promise.all([page.waitForURL(/\/painel$/), page.keyboard.press('Enter')])
    await press('Ctrl+K')
    expect(await page.locator('.palette__item').first().textContent()).toContain('usado há pouco')
    await page.keyboard.type(digits)
    expect(await page.locator('.palette__item').last().textContent()).toContain('Abrir o processo ou documento')
    await Promise.all([page.waitForURL(new RegExp(`processos/${digits}|q=${digits}`)), page.keyboard.press('Enter')])
  })

  it('in a field, what writes a sign goes on writing it', async () => {
    await page.goto(desk)
    await page.focus('#busca')
    const stopped = await page.evaluate(() => {
      const send = (init: KeyboardEventInit) => {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, altKey: true, ...init })
        globalThis.document.activeElement?.dispatchEvent(event)
        return event.defaultPrevented
      }
      return [
        send({ code: 'KeyR', key: '®' }),
        send({ code: 'KeyR', key: 'r', ctrlKey: true, modifierAltGraph: true }),
        send({ code: 'KeyR', key: 'R', shiftKey: true }),
        send({ code: 'KeyT', key: 't' }),
      ]
    })
    expect(stopped).toEqual([false, false, false, true])
  })

  it('the editor’s own keys: saving, link, text, help; Ctrl+Alt+S saves there instead of going to the tree (EST-037)', async () => {
    await page.goto(`${documentPage()}/editor`)
    await page.locator('.editor-text').first().click()
    await page.keyboard.type('Segue. ')
    await page.keyboard.press('Control+Alt+s')
    await page.waitForFunction(() => /[Vv]ersão \d+/.test(globalThis.document.body.textContent ?? ''))
    for (const key of ['Control+Shift+l', 'Control+Shift+x', 'Alt+0']) {
      await page.locator('.editor-text').first().click()
      await page.keyboard.press(key)
      await page.waitForSelector('dialog[open]')
      await press('Ctrl+K')
      expect(await page.locator('dialog[open]').count(), key).toBe(1)
      await page.keyboard.press('Escape')
      await page.waitForSelector('dialog[open]', { state: 'detached' })
    }
    await press('Ctrl+K')
    expect(await page.locator('.palette').count()).toBe(1)
    await page.keyboard.press('Escape')
  })

  it.each(pressed)('%s', async (key, on, then) => {
    await page.goto(on())
    await press(key)
    if (then instanceof RegExp) await page.waitForURL(then)
    else expect(await hasFocus(then)).toBe(true)
  })
})

describe('dark colours', () => {
  it('have contrast enough on the pages of every day, and paper stays white', async () => {
    const dark = await open.computerOf('marina')
    await dark.page.goto('/minha-conta/preferencias')
    await dark.page.getByLabel('Escuras').check()
    await dark.page.getByRole('button', { name: 'Salvar' }).click()
    for (const address of [
      desk,
      caseFile(),
      documentPage(),
      `/em/${at.prot}/painel`,
      `/em/${at.prot}/avisos/escolhas`,
      `/em/${at.prot}/prazos`,
      '/minha-conta',
    ]) {
      await dark.page.goto(address)
      expect(await dark.page.locator('html').getAttribute('data-cores')).toBe('escuras')
      expect([address, ...(await axe(dark.page))]).toEqual([address])
    }
    await dark.page.goto(documentPage())
    const paper = await dark.page
      .locator('.document-sheet')
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor)
    expect(paper).toBe('rgb(255, 255, 255)')
  })

  it('the browser tells of arrivals once it was asked to, and of how many alone', async () => {
    const context = await open.computerOf('ana')
    await context.context.grantPermissions(['notifications'], { origin: open.address })
    await context.page.goto(`/em/${at.asses}/avisos/escolhas`)
    await context.page.getByRole('button', { name: 'Ligar os avisos deste navegador' }).click()
    await context.page.getByText('Avisos ligados').waitFor()
    expect(context.complaints).toEqual([])
  })
})

it('finds the type of a document by a part of its name, and Enter takes the one that is left', async () => {
  for (const name of ['Ata', 'Memorando', 'Parecer'])
    await registerDocumentType(open.house.db, {
      name,
      appliesTo: 'authored',
      template: doc(section('corpo', 'body', '')),
    })
  const { page } = await open.computerOf('marina')
  await page.goto(`${caseFile()}/documentos/novo`)
  const filter = page.getByLabel('Filtrar tipos')
  await filter.fill('nada disto')
  expect(await page.textContent('.filter-answer')).toBe('Nada com essas palavras.')
  await filter.fill('oficio')
  expect(await page.locator('#todos-os-tipos > li:visible').allInnerTexts()).toEqual([expect.stringMatching(/^Ofício/)])
  expect(await page.textContent('.filter-answer')).toBe('1 encontrado')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  expect(await headingOf(page)).toContain('Ofício')
})
