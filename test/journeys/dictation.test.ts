// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toText } from '../../src/rich-text/index.ts'
import { axe } from '../support/axe.ts'
import { focusedName, type HouseInBrowser, openHouseInBrowser } from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft, textOf } from '../support/builders-documents.ts'
import { at } from '../support/world.ts'

/** What a browser does that recognizes speech, without a sound: the test says what is heard. */
interface FakeEar {
  /** Each beginning, with what was promised of it. */
  readonly starts: { processLocally: unknown; lang: string }[]
  readonly asked: { langs: string[]; processLocally: boolean }[]
  installs: number
  aborts: number
  availability: string
  installed: boolean
  hear: (words: string, isFinal: boolean) => void
  fail: (error: string) => void
  fallSilent: () => void
}
interface World {
  readonly availability: string
  /** A browser of old: the voice goes to others, whatever one writes into it. */
  readonly knowsLocal?: boolean
  readonly canAsk?: boolean
}
declare global {
  interface Window {
    ear: FakeEar
  }
}

let open: HouseInBrowser
let digits: string
beforeAll(async () => {
  open = await openHouseInBrowser()
  digits = (await aCaseFile(open.house)).digits
})
afterAll(() => open.close())

describe('dictating in the editor', () => {
  it('writes what is heard as typed text, shows apart what is not certain, and saves it', async () => {
    const { page, number } = await editorWith({ availability: 'available' })
    await button(page).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => stateOf(page)).toBe('Ditando: pode falar. Esc ou “Ditar” encerra.')
    expect(await startsOf(page)).toEqual([{ processLocally: true, lang: 'pt-BR' }])
    expect(await button(page).getAttribute('aria-pressed')).toBe('true')
    expect(await axe(page)).toEqual([])
    const before = await bodyOf(page)
    await hear(page, 'defiro o pe', false)
    const words = page.locator('.editor-dictation-words')
    expect([await words.innerText(), await words.getAttribute('aria-live')]).toEqual(['defiro o pe', 'polite'])
    expect(await bodyOf(page)).toBe(before)
    await hear(page, 'defiro o pedido ponto final', true)
    expect(await words.innerText()).toBe('')
    await hear(page, 'novo parágrafo encaminhe-se vírgula hoje', true)
    expect(await paragraphsOf(page)).toEqual(['Defiro o pedido.', 'Encaminhe-se, hoje'])
    await page.keyboard.press('Control+z')
    expect(await paragraphsOf(page)).toEqual(['Defiro o pedido.'])
    await page.keyboard.press('Control+y')
    await page.waitForSelector('.editor-status[data-state="saved"]')
    await page.keyboard.press('Escape')
    await expect.poll(() => toastOf(page)).toBe('O ditado parou.')
    expect(await page.locator('.editor-dictation').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Salvar versão' }).click()
    await expect
      .poll(async () => toText((await textOf(open.house, number)).content))
      .toContain('Defiro o pedido.\nEncaminhe-se, hoje')
  })

  it('brings what it takes for Portuguese first, and begins only when it is there', async () => {
    const { page } = await editorWith({ availability: 'downloadable' })
    await page.evaluate(() => {
      window.ear.installed = false
    })
    await button(page).click()
    await expect.poll(() => toastOf(page)).toContain('não conseguiu instalar')
    expect(await startsOf(page)).toEqual([])
    await page.evaluate(() => {
      window.ear.installed = true
    })
    await button(page).click()
    await expect.poll(() => startsOf(page)).toEqual([{ processLocally: true, lang: 'pt-BR' }])
    const asked = await page.evaluate(() => window.ear.asked)
    expect(asked.filter(({ langs, processLocally }) => !processLocally || langs.join() !== 'pt-BR')).toEqual([])
  })

  it.each([
    ['is unavailable on the device', { availability: 'unavailable' }],
    ['is only on its way', { availability: 'downloading' }],
    ['cannot be asked where it is done', { availability: 'available', canAsk: false }],
  ])('is not offered where recognition %s', async (_why, world) => {
    const { page } = await editorWith(world)
    // The part that would offer it has come, and has its answer.
    const asks = !('canAsk' in world)
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /dictation/.test(name)),
    )
    await expect.poll(() => page.evaluate(() => window.ear.asked.length)).toBe(asks ? 1 : 0)
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    expect(await button(page).count()).toBe(0)
    expect(await startsOf(page)).toEqual([])
  })

  it('never begins in a browser that does not promise to keep the voice on the device', async () => {
    const { page } = await editorWith({ availability: 'available', knowsLocal: false })
    await button(page).click()
    await expect
      .poll(() => toastOf(page))
      .toBe('Este navegador não oferece agora o reconhecimento de voz em português neste computador.')
    expect(await startsOf(page)).toEqual([])
  })

  it('never begins again where the device lost its recognition meanwhile', async () => {
    const { page } = await editorWith({ availability: 'available' })
    await page.evaluate(() => {
      window.ear.availability = 'unavailable'
      window.ear.installed = true
    })
    await button(page).click()
    await expect.poll(() => toastOf(page)).toContain('não oferece agora')
    expect(await startsOf(page)).toEqual([])
  })

  it('listens on while somebody speaks, and stops in silence', async () => {
    const { page } = await dictating()
    await hear(page, 'visto', true)
    await page.evaluate(() => window.ear.fallSilent())
    expect(await startsOf(page)).toEqual(Array(2).fill({ processLocally: true, lang: 'pt-BR' }))
    await page.evaluate(() => window.ear.fallSilent())
    expect((await startsOf(page)).length).toBe(2)
    expect(await toastOf(page)).toBe('O ditado parou porque nada foi ouvido. Acione “Ditar” para continuar.')
  })

  it.each([
    ['not-allowed', 'O navegador não permitiu o microfone.'],
    ['service-not-allowed', 'O navegador não permitiu o microfone.'],
    ['audio-capture', 'Nenhum microfone foi encontrado neste computador.'],
    ['network', 'O ditado parou por uma falha do navegador.'],
  ])('says in a sentence what %s means, and stops', async (error, sentence) => {
    const { page } = await dictating()
    await page.evaluate((name) => window.ear.fail(name), error)
    expect(await toastOf(page)).toContain(sentence)
    expect(await button(page).getAttribute('aria-pressed')).toBe('false')
    expect((await startsOf(page)).length).toBe(1)
  })

  it('stops where the template is fixed, and writes nothing there', async () => {
    const { page } = await dictating()
    await page.locator('.rt-locked').first().click()
    await expect.poll(() => toastOf(page)).toContain('este trecho é fixo do modelo')
    expect(await page.evaluate(() => window.ear.aborts)).toBe(1)
    await hear(page, 'invasor', true)
    expect(await page.locator('.editor-text').innerText()).not.toMatch(/invasor/i)
  })

  it('stops with the turn: another person writes now', async () => {
    const { page } = await dictating()
    await page.route('**/rascunho', (route) =>
      route.fulfill({ status: 423, contentType: 'application/json', body: '{"message":"Beto está escrevendo."}' }),
    )
    await hear(page, 'tarde demais', true)
    await expect
      .poll(() => toastOf(page), { timeout: 6_000 })
      .toBe('O ditado parou: agora você não pode escrever neste documento.')
    expect(await page.evaluate(() => window.ear.aborts)).toBe(1)
  })

  it('stops when the page is left; the button stops it too', async () => {
    const { page } = await dictating()
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    expect(await page.evaluate(() => window.ear.aborts)).toBe(1)
    expect(await button(page).getAttribute('aria-pressed')).toBe('false')
    await button(page).click()
    await expect.poll(async () => (await startsOf(page)).length).toBe(2)
    await button(page).click()
    await expect.poll(() => button(page).getAttribute('aria-pressed')).toBe('false')
    expect(await focusedName(page)).toMatch(/^Texto de/)
  })
})

async function editorWith(world: World): Promise<{ page: Page; number: string }> {
  const number = await aDraft(open.house, digits)
  const { page } = await open.computerOf('marina')
  await page.addInitScript(putEar, { knowsLocal: true, canAsk: true, ...world })
  await page.goto(`/em/${at.prot}/documentos/${number}/editor`)
  await page.waitForSelector('.editor[data-ready]')
  const offers = world.canAsk !== false && ['available', 'downloadable'].includes(world.availability)
  if (offers) await button(page).waitFor()
  await page.locator('[data-section=corpo] > p').last().click()
  return { page, number }
}

async function dictating() {
  const found = await editorWith({ availability: 'available' })
  await button(found.page).click()
  await expect.poll(async () => (await startsOf(found.page)).length).toBe(1)
  return found
}

/** Runs in the page, before its own scripts. */
function putEar(world: Required<World>): void {
  let listening: FakeRecognition | undefined
  class FakeRecognition extends EventTarget {
    lang = ''
    start() {
      listening = this
      const { lang } = this
      ear.starts.push({ processLocally: (this as { processLocally?: boolean }).processLocally, lang })
    }
    stop() {
      this.dispatchEvent(new Event('end'))
    }
    abort() {
      ear.aborts++
    }
    static available(asked: FakeEar['asked'][number]) {
      ear.asked.push(asked)
      return Promise.resolve(ear.availability)
    }
    static install(asked: FakeEar['asked'][number]) {
      ear.asked.push(asked)
      ear.installs++
      if (ear.installed && ear.availability === 'downloadable') ear.availability = 'available'
      return Promise.resolve(ear.installed)
    }
  }
  if (world.knowsLocal)
    Object.defineProperty(FakeRecognition.prototype, 'processLocally', { value: false, writable: true })
  const ear: FakeEar = {
    starts: [],
    asked: [],
    installs: 0,
    aborts: 0,
    availability: world.availability,
    installed: true,
    hear: (transcript, isFinal) =>
      listening?.dispatchEvent(
        Object.assign(new Event('result'), { resultIndex: 0, results: [{ isFinal, 0: { transcript } }] }),
      ),
    fail: (error) => listening?.dispatchEvent(Object.assign(new Event('error'), { error })),
    fallSilent: () => listening?.dispatchEvent(new Event('end')),
  }
  const old = class extends EventTarget {
    start() {
      ear.starts.push({ processLocally: undefined, lang: '' })
    }
  }
  for (const name of ['SpeechRecognition', 'webkitSpeechRecognition'])
    Object.defineProperty(window, name, { value: world.canAsk ? FakeRecognition : old })
  Object.defineProperty(window, 'ear', { value: ear })
}

const button = (page: Page) => page.getByRole('button', { name: 'Ditar' })
const startsOf = (page: Page) => page.evaluate(() => window.ear.starts)
const hear = (page: Page, words: string, isFinal: boolean) =>
  page.evaluate(([said, final]) => window.ear.hear(said, final), [words, isFinal] as const)
const stateOf = (page: Page) => page.locator('.editor-dictation-state').innerText()
const toastOf = (page: Page) => page.locator('.editor-toast').textContent()
const bodyOf = (page: Page) => page.locator('[data-section=corpo]').innerText()
const paragraphsOf = async (page: Page) =>
  (await page.locator('[data-section=corpo] > p').allInnerTexts()).map((text) => text.trim()).filter(Boolean)
