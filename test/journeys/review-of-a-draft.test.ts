// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toText } from '../../src/rich-text/index.ts'
import { axe } from '../support/axe.ts'
import { type Computer, type HouseInBrowser, openHouseInBrowser, tellAsStory } from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { aDraft, textOf } from '../support/builders-documents.ts'
import { at } from '../support/world.ts'

let open: HouseInBrowser
let marina: Computer
let paulo: Computer
let number: string

beforeAll(async () => {
  open = await openHouseInBrowser()
  ;[marina, paulo] = [await open.computerOf('marina'), await open.computerOf('paulo')]
  const { digits } = await aCaseFile(open.house)
  number = await aDraft(open.house, digits, { text: 'Defiro o pedido.\n\nO prazo para recurso é de dez dias.' })
})
afterAll(() => open.close())
tellAsStory()

const at_ = (part: string) => `/em/${at.prot}/documentos/${number}${part}`

describe('Paulo reviews what Marina writes, in the editor and by keyboard', () => {
  it('Paulo writes over a copy, and what he changed becomes a suggestion', async () => {
    const { page } = paulo
    await page.goto(at_('/revisao/sugestoes'))
    await page.waitForSelector('.editor[data-ready]')
    await page.locator('.editor-text').getByText('O prazo para recurso é de dez dias.').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Backspace')
    await page.keyboard.type(' úteis.')
    await page.waitForSelector('.editor-status[data-state="saved"]')
    await page.getByRole('button', { name: 'Enviar sugestões' }).click()
    await page.waitForURL(/revisao\?resultado=/)
    expect(await page.locator('main').innerText()).toContain('1 sugestão enviada')
    expect(toText((await textOf(open.house, number)).content)).toContain('dez dias.')
  })

  it('Marina sees it marked in her editor, comments on a passage with Ctrl+Alt+M, and takes the suggestion in', async () => {
    const { page } = marina
    await page.goto(at_('/editor'))
    await page.waitForSelector('.editor-review')
    expect(await page.locator('.editor-marked--suggestion').innerText()).toContain('dias')
    expect(await axe(page)).toEqual([])
    await page.locator('.editor-text').getByText('Defiro o pedido.').click()
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type('Citar o parecer?')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.editor-review-thread:has-text("Citar o parecer?")')
    await page.getByRole('button', { name: 'Aceitar' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.editor-text').innerText()).toContain('dez dias úteis.')
    expect(toText((await textOf(open.house, number)).content)).toContain('dez dias úteis.')
  })

  it('what she goes on typing is saved after it, and the comment stays at its words', async () => {
    const { page } = marina
    await page.locator('.editor-text').getByText('Defiro o pedido.').click()
    await page.keyboard.press('Home')
    await page.keyboard.type('Visto. ')
    await page.waitForSelector('.editor-status[data-state="saved"]')
    await page.keyboard.press('Control+s')
    await expect.poll(async () => toText((await textOf(open.house, number)).content)).toContain('Visto. Defiro')
    expect(await page.locator('.editor-marked').innerText()).toBe('Defiro o pedido.')
  })
})
