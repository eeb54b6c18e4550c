import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { aDraft } from '../../../../test/support/builders-documents.ts'
import { anAct, aVehicle, letPublish, publish } from '../../../../test/support/builders-publishing.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { confirmDue } from '../publishing/confirm-due.ts'

/** Monday, 23 November 2026, at half past eleven in the evening: in Manaus half past ten, in Noronha it is Tuesday. */
const lateMonday = new Date('2026-11-23T23:30:00-03:00')

let house: TestHouse
let visitor: Person
let published: string
let scheduled: string
let caseDigits: string
let bulletin: string
beforeAll(async () => {
  house = await openTestHouse()
  house.setClock(lateMonday)
  await letPublish(house)
  bulletin = await aVehicle(house)
  visitor = house.visitor()
  const { digits } = await aCaseFile(house)
  caseDigits = digits
  published = await anAct(house, digits, 'Ficam nomeados os brigadistas do almoxarifado.')
  scheduled = await anAct(house, digits, 'Ficam exonerados os brigadistas do arquivo.')
  await publish(house, published, bulletin, '2026-11-23', { summary: 'Nomeia <brigadistas> & suplentes.' })
  await publish(house, scheduled, bulletin, '2026-11-25', { summary: 'Exonera brigadistas.' })
})
afterAll(() => house.close())

const numbersOn = (page: Page) =>
  [...page.document.querySelectorAll('a[href^="/boletim/documentos/"]')].map(
    (link) => link.getAttribute('href')?.split('/').at(-1) ?? '',
  )

describe('R10 nothing that is not out', () => {
  it.each([
    ['/boletim', 1],
    ['/boletim?data=2026-11-23', 1],
    ['/boletim?data=2026-11-25', 0],
    ['/boletim?q=brigadistas', 1],
    ['/boletim?q=exonerados', 0],
    ['/boletim?q=exonera', 0],
    ['/boletim?unidade=prot', 1],
    ['/boletim?unidade=gs', 0],
    ['/boletim?de=2026-11-24&ate=2026-12-31', 0],
    ['/boletim?de=2026-11-01&ate=2026-12-31', 1],
  ])('is shown or counted by %s', async (address, count) => {
    const page = await visitor.open(address)
    expect(page.status).toBe(200)
    expect(numbersOn(page)).toEqual(count === 0 ? [] : [published])
    expect(page.text).toMatch(count === 0 ? /Nada foi encontrado|Não há publicações neste dia/ : /1 publicação/)
    expect(page.html).not.toContain(scheduled)
    expect(page.html).not.toContain('Exonera')
    expect(page.html).not.toContain('25/11/2026')
    expect(page.html).not.toContain(caseDigits)
  })

  it('is found by its number, has a page, images, or a place in the feed; and what is out has all of them', async () => {
    const find = async (number: string) => numbersOn(await visitor.open(`/boletim?numero=${number}`))
    expect([await find(published), await find(scheduled)]).toEqual([[published], []])
    const [row] = await house.db<{ typeNumber: string }[]>`
      select type_number as "typeNumber" from documents.document where number = ${published}`
    expect(await find(row?.typeNumber ?? '')).toEqual([published])
    const nothing = await visitor.open('/boletim/documentos/9999999')
    const closed = await visitor.open(`/boletim/documentos/${scheduled}`)
    expect([closed.status, closed.text]).toEqual([404, nothing.text])
    const image = 'a'.repeat(64)
    expect((await visitor.open(`/boletim/documentos/${scheduled}/imagens/${image}`)).status).toBe(404)
    const feed = await visitor.open('/boletim/atom')
    expect(feed.headers['content-type']).toContain('application/atom+xml')
    expect(feed.html).toContain(`/boletim/documentos/${published}`)
    expect(feed.html).toContain('Nomeia &lt;brigadistas&gt; &amp; suplentes.')
    expect(feed.html).not.toContain(scheduled)
    const shown = await visitor.open(`/boletim/documentos/${published}`)
    expect(shown.text).toContain('Ficam nomeados os brigadistas do almoxarifado.')
    expect(shown.text).toContain('código CRC')
    expect(shown.html).not.toContain(caseDigits)
  })

  it('stands as stamp on the pages of authenticity and of the portal', async () => {
    const codes = async (number: string) => {
      const [row] = await house.db<{ crc: string }[]>`
        select s.crc from signatures.signature s join documents.document d on d.id = s.document_id where d.number = ${number}`
      return `/autenticidade?codigo=${number}&crc=${row?.crc}`
    }
    const stamps = ['Boletim de Serviço (BS) de 23/11/2026', 'Boletim de Serviço (BS) de 25/11/2026']
    const texts = await Promise.all(
      [published, scheduled].map(async (number) => [
        (await visitor.open(await codes(number))).text,
        (await visitor.open(`/consulta/documentos/${number}`)).text,
      ]),
    )
    expect(texts[0]?.map((text) => text.includes(stamps[0] ?? ''))).toEqual([true, true])
    expect(texts[1]?.map((text) => text.includes(stamps[1] ?? '') || text.includes('Publicação'))).toEqual([
      false,
      false,
    ])
  })
})

describe('R3 the day', () => {
  test.each([
    ['America/Manaus', '2026-11-23', 200],
    ['America/Noronha', '2026-11-24', 200],
    ['America/Fortaleza', '2026-11-24', 404],
  ])('is that of the clocks in %s: on %s it is out or not', async (timeZone, day, status) => {
    const { digits } = await aCaseFile(house, { by: 'rita', unit: at.rj })
    const acronym = timeZone.slice(-4)
    const name = `Boletim ${acronym}`
    await house.db`update publishing.vehicle set deactivated_at = now() where agency_id is null`
    const vehicle = await aVehicle(house, { acronym, name, timeZone, ofAgency: false, types: ['Despacho'] })
    const number = await aDraft(house, digits, { by: 'rita', unit: at.rj, text: 'Texto.' })
    await signDocument(house, number, { by: 'rita', unit: at.rj })
    const outcome = await publish(house, number, vehicle, day, { by: 'rita', unit: at.rj })
    expect(outcome?.done).toBe(true)
    expect((await visitor.open(`/boletim/documentos/${number}`)).status).toBe(status)
  })
})

describe('R11 a case file that becomes confidential', () => {
  it('keeps what waits in it, and not what is out', async () => {
    const { digits } = await aCaseFile(house)
    const [out, waiting] = [await anAct(house, digits), await anAct(house, digits)]
    await publish(house, out, bulletin, '2026-11-23')
    await publish(house, waiting, bulletin, '2026-11-24')
    await aDraft(house, digits, { level: 'confidential' })
    const tuesday = new Date('2026-11-24T08:00:00-03:00')
    house.setClock(tuesday)
    const statuses = async () =>
      Promise.all([out, waiting].map(async (number) => (await visitor.open(`/boletim/documentos/${number}`)).status))
    expect(await statuses()).toEqual([200, 404])
    expect(numbersOn(await visitor.open('/boletim?data=2026-11-24'))).not.toContain(waiting)
    await confirmDue(house.db, tuesday)
    expect(await statuses()).toEqual([200, 404])
    const [row] = await house.db<{ state: string }[]>`
      select p.state from publishing.publication p join documents.document d on d.id = p.document_id where d.number = ${waiting}`
    expect(row?.state).toBe('cancelled')
    // Neither the desk nor the list of publications tells of it.
    const marina = await house.signIn('marina')
    for (const path of ['/publicacoes?lista=encerradas', '/publicacoes?lista=publicadas', '/publicacoes']) {
      expect((await marina.open(`/em/${at.prot}${path}`)).html).not.toContain(waiting)
    }
    house.setClock(lateMonday)
  })
})

describe('R12 on the desk and in the tree', () => {
  it('stands what is on its way and what is out, each with its day', async () => {
    const marina = await house.signIn('marina')
    const desk = await marina.open(`/em/${at.prot}/mesa`)
    expect(desk.html).toContain('Publicação agendada para 25/11/2026')
    expect(desk.html).toContain('Publicado em 23/11/2026')
    const tree = await marina.open(`/em/${at.prot}/processos/${caseDigits}`)
    expect(tree.html).toContain('Publicado: Boletim de Serviço (BS) de 23/11/2026')
    expect(tree.html).not.toContain('Publicado: Boletim de Serviço (BS) de 25/11/2026')
    const list = await marina.open(`/em/${at.prot}/publicacoes`)
    expect(list.text).toContain(scheduled)
    expect(list.document.querySelector('#unidades')?.textContent).toMatch(/PROT.*[1-9]/)
  })
})
