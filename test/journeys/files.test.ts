// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Computer, type HouseInBrowser, mainText, openHouseInBrowser, tellAsStory } from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aPdf } from '../support/builders-output.ts'
import { at } from '../support/world.ts'

let open: HouseInBrowser
let computer: Computer
let page: Page
let digits: string

beforeAll(async () => {
  open = await openHouseInBrowser()
  computer = await open.computerOf('marina')
  page = computer.page
  digits = (await aCaseFile(open.house)).digits
})
afterAll(() => open.close())
tellAsStory()

describe('files from outside', () => {
  it('several are chosen at once: each travels by itself, and one of a wrong kind is told beside it', async () => {
    await page.goto(`/em/${at.prot}/processos/${digits}/documentos/externo`)
    const bars = barsSeen(page)
    await page.locator('input[type=file]').setInputFiles([
      { name: 'guia.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await aPdf(open.house, 'Guia paga')) },
      {
        name: 'programa.exe',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('MZ\u0090\u0000\u0003programa'),
      },
      { name: 'ponto.png', mimeType: 'image/png', buffer: dot },
    ])
    await lineOf('guia.pdf').getByText('Recebido').waitFor()
    await lineOf('ponto.png').getByText('Recebido').waitFor()
    await lineOf('programa.exe').getByText('Não entrou:').waitFor()
    expect(await lineOf('programa.exe').getByRole('checkbox').isEnabled()).toBe(false)
    expect(await bars).toBe('Envio de guia.pdf')
  })

  it('others are dropped on the page from the desktop', async () => {
    const dropped = await page.evaluateHandle(() => {
      const files = new DataTransfer()
      files.items.add(new File(['Requer a restituição do imposto.'], 'requerimento.txt', { type: 'text/plain' }))
      files.items.add(new File(['Outra folha.'], 'folha.txt', { type: 'text/plain' }))
      return files
    })
    await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: dropped })
    await lineOf('requerimento.txt').getByText('Recebido').waitFor()
    await lineOf('folha.txt').getByText('Recebido').waitFor()
  })

  it('those that came in become documents, each with the name of its file', async () => {
    await lineOf('programa.exe')
      .getByRole('button', { name: /^Tirar da lista/ })
      .click()
    await page.getByLabel('Nato-digital').check()
    await page.getByLabel('Tipo do documento').selectOption({ label: 'Requerimento' })
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Incluir no processo' }).click()])
    await page.goto(`/em/${at.prot}/processos/${digits}`)
    const tree = await page.locator('#arvore').innerText()
    for (const name of ['guia', 'ponto', 'requerimento', 'folha']) expect(tree).toContain(name)
    expect(tree).not.toContain('programa')
  })

  it('the PDF is shown in the page, and can be saved', async () => {
    await page.locator('#arvore').getByRole('link', { name: /guia/ }).click()
    const frame = page.locator('iframe.file-view__frame')
    const address = (await frame.getAttribute('src')) ?? ''
    const answer = await computer.context.request.get(address)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    expect((await answer.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(await frame.getAttribute('title')).toContain('Conteúdo de')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Baixar', exact: true }).click(),
    ])
    expect(saved.suggestedFilename()).toMatch(/\.pdf$/)
    expect(await mainText(page)).toContain('guia.pdf')
  })

  it('the image is shown in the page', async () => {
    await page.locator('#arvore').getByRole('link', { name: /ponto/ }).click()
    const image = page.locator('img.file-view__image')
    await image.scrollIntoViewIfNeeded()
    await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1)
    expect(computer.complaints).toEqual([])
  })
})

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function lineOf(name: string) {
  return page.locator('[data-recebidos] li', { hasText: name })
}

/** The name of the first progress bar that appears: it may be gone before anybody could look. */
function barsSeen(from: Page): Promise<string> {
  return from.evaluate(
    () =>
      new Promise((resolve) => {
        const watcher = new MutationObserver(() => {
          const bar = document.querySelector('[data-recebidos] progress')
          if (!bar) return
          watcher.disconnect()
          resolve(bar.getAttribute('aria-label') ?? '')
        })
        watcher.observe(document.body, { childList: true, subtree: true })
      }),
  )
}
