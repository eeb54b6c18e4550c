import { afterAll, beforeAll, expect, it } from 'vitest'
import { pdfWith } from '../../src/platform/text-extraction/samples.test-support.ts'
import { type HouseInBrowser, openHouseInBrowser } from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { anUpload, documentAddress } from '../support/builders-documents.ts'

let world: HouseInBrowser
beforeAll(async () => {
  world = await openHouseInBrowser()
})
afterAll(() => world.close())

it('a stripe is drawn with the mouse, moved and sized by keyboard, and laid', async (context) => {
  if (!(await world.house.platform.text.tools()).pdftoppm) return context.skip()
  const { digits } = await aCaseFile(world.house)
  const content = pdfWith(['Fulano', 'Dois']).toString('latin1')
  const number = await anUpload(world.house, digits, { fileName: 'laudo.pdf', content })
  const { page, complaints } = await world.computerOf('marina')
  await page.goto(documentAddress(number, '/tarjas'))
  const sheet = (await page.locator('.stripes').boundingBox()) ?? expect.fail('no page')
  const numbers = () =>
    page
      .locator('#tarja input[inputmode="decimal"]')
      .evaluateAll((fields) =>
        fields.map((field) => Number.parseFloat((field as HTMLInputElement).value.replace(',', '.'))),
      )
  const at = (x: number, y: number) => [sheet.x + sheet.width * x, sheet.y + sheet.height * y] as const
  await page.mouse.move(...at(0.1, 0.2))
  await page.mouse.down()
  await page.mouse.move(...at(0.5, 0.6))
  await page.mouse.up()
  const drawn = await numbers()
  for (const [place, expected] of [10, 20, 40, 40].entries()) expect(drawn[place]).toBeCloseTo(expected, -0.5)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  const [left = 0, top = 0, width = 0, height = 0] = drawn
  const moved = await numbers()
  for (const [place, expected] of [left + 0.5, top, width, height + 0.5].entries())
    expect(moved[place]).toBeCloseTo(expected, 1)
  await page.fill('#tarja input[name="fundamento"]', 'Lei nº 12.527/2011, art. 31')
  await page.click('#tarja button[value="tarja"]')
  await page.waitForSelector('button[name="retirar"]')
  expect(await page.locator('rect.stripes__mark').count()).toBe(1)
  expect(complaints).toEqual([])
})
