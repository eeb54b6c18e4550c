// biome-ignore-all lint/performance/useDomNodeTextContent: what people see is meant, not what is hidden.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Computer,
  enter,
  type HouseInBrowser,
  headingOf,
  openHouseInBrowser,
  tellAsStory,
} from '../support/browser.ts'
import { aCaseFile } from '../support/builders-cases.ts'
import { at } from '../support/world.ts'

let open: HouseInBrowser
let computer: Computer

beforeAll(async () => {
  open = await openHouseInBrowser()
  computer = await open.computerOf('ana')
})
afterAll(() => open.close())
tellAsStory()

describe('Ana works at the advisers in one tab and at the cabinet in another (EST-031)', () => {
  it('the second tab goes to the cabinet, and the first stays where it was', async () => {
    const { page: advisers } = computer
    const cabinet = await computer.newPage()
    await advisers.goto(`/em/${at.asses}/mesa`)
    await cabinet.goto(`/em/${at.asses}/mesa`)
    await cabinet.locator('summary[data-atalho="unidade"]').click()
    await Promise.all([cabinet.waitForEvent('load'), cabinet.getByRole('link', { name: /^GS\b/ }).click()])
    expect(new URL(cabinet.url()).pathname).toBe(`/em/${at.gs}/mesa`)
    await advisers.reload()
    expect(new URL(advisers.url()).pathname).toBe(`/em/${at.asses}/mesa`)
    expect(await unitOf(advisers)).toContain('ASSES')
    expect(await unitOf(cabinet)).toContain('GS')
  })

  it('each desk shows what lies in its own unit', async () => {
    const [advisers, cabinet] = tabs()
    const [ours, theirs] = [
      await aCaseFile(open.house, { by: 'ana', unit: at.asses }),
      await aCaseFile(open.house, { by: 'secretaria', unit: at.gs }),
    ]
    await Promise.all([advisers.reload(), cabinet.reload()])
    const [atAdvisers, atCabinet] = [await deskOf(advisers), await deskOf(cabinet)]
    expect(atAdvisers).toContain(ours.number)
    expect(atAdvisers).not.toContain(theirs.number)
    expect(atCabinet).toContain(theirs.number)
    expect(atCabinet).not.toContain(ours.number)
  })

  it('a form filled in before the other tab changed units still acts in the unit it was opened in', async () => {
    const [advisers, cabinet] = tabs()
    await advisers.goto(`/em/${at.asses}/processos/novo`)
    await advisers.getByRole('link', { name: 'Arrecadação: Pedido de Contribuinte' }).click()
    await advisers.getByLabel('Especificação').fill('Aberto pela assessoria')
    await cabinet.goto(`/em/${at.gs}/processos/novo`)
    await cabinet.getByRole('link', { name: 'Arrecadação: Pedido de Contribuinte' }).click()
    await cabinet.getByLabel('Especificação').fill('Aberto pelo gabinete')
    for (const page of [advisers, cabinet]) {
      await page.getByRole('button', { name: 'Abrir processo' }).focus()
      await enter(page)
    }
    expect(new URL(advisers.url()).pathname).toMatch(new RegExp(`^/em/${at.asses}/processos/`))
    expect(await headingOf(advisers)).toMatch(/^00112\./)
    expect(new URL(cabinet.url()).pathname).toMatch(new RegExp(`^/em/${at.gs}/processos/`))
    expect(await headingOf(cabinet)).toMatch(/^00110\./)
    const rows = await open.house.db<{ summary: string; slug: string }[]>`
      select c.summary, u.slug from cases.case_file c join organization.unit u on u.id = c.unit_id
       where c.summary like 'Aberto %' order by c.id`
    expect(rows.map(({ summary, slug }) => [summary, slug])).toEqual([
      ['Aberto pela assessoria', at.asses],
      ['Aberto pelo gabinete', at.gs],
    ])
  })

  it('every link of a page stays in its unit', async () => {
    for (const [page, unit] of [
      [tabs()[0], at.asses],
      [tabs()[1], at.gs],
    ] as const) {
      const strays = await page
        .locator('nav.navigation a, main a')
        .evaluateAll(
          (links, own) =>
            links
              .map((link) => link.getAttribute('href') ?? '')
              .filter((href) => /^\/em\//.test(href) && !href.startsWith(`/em/${own}/`)),
          unit,
        )
      expect(strays).toEqual([])
    }
    expect(computer.complaints).toEqual([])
  })
})

function tabs() {
  const [advisers, cabinet] = computer.context.pages()
  if (!advisers || !cabinet) throw new Error('two tabs were to be open')
  return [advisers, cabinet] as const
}

function unitOf(page: ReturnType<typeof tabs>[number]): Promise<string> {
  return page.locator('summary[data-atalho="unidade"]').innerText()
}

function deskOf(page: ReturnType<typeof tabs>[number]): Promise<string> {
  return page.locator('#processos').innerText()
}
