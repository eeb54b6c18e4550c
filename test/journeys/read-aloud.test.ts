// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe } from '../support/axe.ts'
import { focusedName, type HouseInBrowser, openHouseInBrowser, tabTo } from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft } from '../support/builders-documents.ts'
import { signDocument } from '../support/builders-signatures.ts'
import { at } from '../support/world.ts'

/** What the voice of a browser does, without a sound: each passage waits until the test says that it was read. */
interface FakeVoice {
  said: string[]
  voices: string[]
  cancelled: number
  finish: () => void
  arrive: (voices: object[]) => void
}
declare global {
  interface Window {
    fakeVoice: FakeVoice
  }
}

const local = { name: 'Maria', lang: 'pt-BR', localService: true }
const remote = { name: 'Nuvem', lang: 'pt-BR', localService: false }
const foreign = { name: 'Mary', lang: 'en-US', localService: true }

let open: HouseInBrowser
let text: string
let proof: string

beforeAll(async () => {
  open = await openHouseInBrowser()
  const { digits } = await aCaseFile(open.house)
  const number = await aDraft(open.house, digits, { text: 'Defiro o pedido de restituição.' })
  const crc = await signDocument(open.house, number)
  text = `/em/${at.prot}/documentos/${number}`
  proof = `/autenticidade?codigo=${number}&crc=${crc}`
})
afterAll(() => open.close())

describe('the text of a document is read aloud', () => {
  it('by a voice of this machine, by keyboard: begin, pause, go on, stop', async () => {
    const page = await pageWith([remote, foreign, local], text)
    await tabTo(page, 'Ouvir o texto')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    expect(await focusedName(page)).toBe('Pausar')
    expect(await statusOf(page)).toBe('Lendo o texto.')
    const all = (await page.locator('.document-sheet').innerText()).replace(/\s+/g, ' ')
    const [first = ''] = await saidBy(page)
    expect(all.startsWith(first.slice(0, 20))).toBe(true)
    expect(await voicesOf(page)).toEqual(['Maria'])
    await finish(page)
    const second = (await saidBy(page)).at(-1)
    await page.keyboard.press('Space')
    expect(await focusedName(page)).toBe('Continuar')
    expect(await statusOf(page)).toBe('Leitura em pausa.')
    // The voice that was silenced tells so late: nothing goes on by that.
    await finish(page)
    expect((await saidBy(page)).length).toBe(2)
    await page.keyboard.press('Enter')
    expect((await saidBy(page)).slice(1)).toEqual([second, second])
    expect(await page.locator('[data-ouvido=agora]').getAttribute('aria-current')).toBe('true')
    expect(await axe(page)).toEqual([])
    await tabTo(page, 'Parar', 1)
    await page.keyboard.press('Enter')
    expect(await focusedName(page)).toBe('Ouvir o texto')
    expect(await statusOf(page)).toBe('A leitura parou.')
    expect(await page.locator('[data-ouvido], [aria-current=true][data-ouvido]').count()).toBe(0)
  })

  it('to its end, every word of it, marking what was read; Esc stops it', async () => {
    const page = await pageWith([local], text)
    await page.getByRole('button', { name: 'Ouvir o texto' }).click()
    let marked = 0
    for (let passages = 0; passages < 100 && (await stateOf(page)) === 'reading'; passages++) {
      marked = Math.max(marked, await page.locator('[data-ouvido=lido]').count())
      await finish(page)
    }
    expect(await statusOf(page)).toBe('A leitura terminou.')
    expect(marked).toBeGreaterThan(0)
    const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
    const shown = await page.locator('.document-sheet').evaluate((sheet) => sheet.textContent ?? '')
    expect(letters((await saidBy(page)).join(' '))).toBe(letters(shown))
    await page.getByRole('button', { name: 'Ouvir o texto' }).press('Enter')
    await page.keyboard.press('Escape')
    expect(await stateOf(page)).toBe('still')
  })

  it('stops when the page is left', async () => {
    const page = await pageWith([local], text)
    await page.getByRole('button', { name: 'Ouvir o texto' }).click()
    const before = await page.evaluate(() => window.fakeVoice.cancelled)
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    expect(await page.evaluate(() => window.fakeVoice.cancelled)).toBe(before + 1)
    expect(await stateOf(page)).toBe('still')
  })

  it('to anybody on the page of authenticity, by a voice that comes late', async () => {
    const page = await pageWith([], proof, 'visitor')
    expect(await offered(page)).toBe(0)
    await page.evaluate((voice) => window.fakeVoice.arrive([voice]), local)
    await page.getByRole('button', { name: 'Ouvir o texto' }).click()
    expect((await saidBy(page)).length).toBe(1)
  })

  it.each([
    ['only a voice of the network, which would send the text to others', [remote]],
    ['no voice of our language', [foreign]],
  ])('is not offered with %s', async (_why, voices) => {
    expect(await offered(await pageWith(voices, text))).toBe(0)
  })

  it('is not offered without script', async () => {
    const { page } = await open.computerOf('marina', { javaScriptEnabled: false })
    await page.goto(text)
    expect(await page.locator('[data-ilha=ouvir]').isVisible()).toBe(false)
    expect(await offered(page)).toBe(0)
  })
})

async function pageWith(voices: object[], address: string, who: 'marina' | 'visitor' = 'marina'): Promise<Page> {
  const { page } = await open.computerOf(who)
  await page.addInitScript((given: object[]) => {
    let known = given
    let speaking: { onend?: () => void; text: string; voice?: { name: string } } | undefined
    const events = new EventTarget()
    const fake: FakeVoice = {
      said: [],
      voices: [],
      cancelled: 0,
      finish: () => speaking?.onend?.(),
      arrive: (voices) => {
        known = voices
        events.dispatchEvent(new Event('voiceschanged'))
      },
    }
    const speaker = Object.assign(events, {
      getVoices: () => known,
      cancel: () => {
        fake.cancelled++
      },
      speak: (words: typeof speaking & object) => {
        speaking = words
        fake.said.push(words.text)
        if (words.voice && !fake.voices.includes(words.voice.name)) fake.voices.push(words.voice.name)
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speaker })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: function Words(this: { text: string }, text: string) {
        this.text = text
      },
    })
    Object.defineProperty(window, 'fakeVoice', { value: fake })
  }, voices)
  await page.goto(address)
  return page
}

const saidBy = (page: Page) => page.evaluate(() => window.fakeVoice.said)
const voicesOf = (page: Page) => page.evaluate(() => window.fakeVoice.voices)
const finish = (page: Page) => page.evaluate(() => window.fakeVoice.finish())
const offered = (page: Page) => page.getByRole('button', { name: 'Ouvir o texto' }).count()
const statusOf = (page: Page) => page.locator('.read-aloud [role=status]').innerText()
const stateOf = (page: Page) => page.locator('.read-aloud').getAttribute('data-estado')
