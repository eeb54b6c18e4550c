import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aCentralAdministrator, admin, aGrant, aPerson, idOf, signInAs } from '../../../test/support/builders-admin.ts'
import { formOf, openCaseOnPages } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(() => house.setClock(new Date()))

const isIn = async (person: Person, unit: string = at.asses) => {
  const page = await person.open(`/em/${unit}/contatos`)
  return page.status === 200 && page.url.startsWith('/em/')
}

describe('the unit in the address', () => {
  it('R9 without a permission in it is not found, whatever the person may do elsewhere', async () => {
    const ana = await house.signIn('ana')
    for (const unit of [at.prot, at.cofic, at.rj, 'nao-existe', "'--"]) {
      expect((await ana.open(`/em/${encodeURIComponent(unit)}/contatos`)).status).toBe(404)
    }
    expect(await isIn(ana, at.gs)).toBe(true)
  })

  it('R9 two tabs in two units never mix: each act is of the unit of its tab', async () => {
    const ana = await house.signIn('ana')
    const list = await ana.open(`/em/${at.asses}/processos/novo`)
    const link = [...list.document.querySelectorAll('a')].find((one) =>
      one.textContent?.includes('Pedido de Contribuinte'),
    )
    const inAsses = await ana.open(link?.getAttribute('href') ?? '')
    await openCaseOnPages(ana, at.gs, { especificacao: 'Da aba do gabinete' })
    await ana.open(`/em/${at.gs}/contatos`)
    await ana.send(inAsses, formOf('novo'), { acao: 'abrir', especificacao: 'Da aba da assessoria' })
    const rows = await house.db<{ summary: string; unit: string; event: string }[]>`
      select c.summary, u.acronym as unit, e.acronym as event from cases.case_file c
        join organization.unit u on u.id = c.unit_id
        join history.event h on h.case_file_id = c.id and h.kind = 'case-opened'
        join organization.unit e on e.id = h.unit_id
       where c.summary like 'Da aba%' order by c.summary`
    expect(rows).toEqual([
      { summary: 'Da aba da assessoria', unit: 'ASSES', event: 'ASSES' },
      { summary: 'Da aba do gabinete', unit: 'GS', event: 'GS' },
    ])
  })
})

describe('a permission', () => {
  it('R4 works from its first day to its last, without any nightly job', async () => {
    house.setClock(new Date('2026-11-10T12:00:00Z'))
    await aPerson(house, { login: 'datas' })
    await aGrant(house, 'datas', { profile: 'Básico', unit: 'COFIC', from: '2026-11-15', until: '2026-11-16' })
    const on = async (moment: string) => {
      house.setClock(new Date(moment))
      return isIn(await signInAs(house, 'datas'), at.cofic)
    }
    expect(await on('2026-11-15T02:59:00Z')).toBe(false)
    expect(await on('2026-11-15T03:01:00Z')).toBe(true)
    expect(await on('2026-11-17T02:59:00Z')).toBe(true)
    expect(await on('2026-11-17T03:01:00Z')).toBe(false)
  })

  it('R4 taken away ends work in the middle of a session', async () => {
    const central = await aCentralAdministrator(house)
    await aPerson(house, { login: 'revogada', grants: [{ profile: 'Básico', unit: 'COFIC' }] })
    const person = await signInAs(house, 'revogada')
    expect(await isIn(person, at.cofic)).toBe(true)
    const id = await idOf(house, 'identity.account', 'login', 'revogada')
    const page = await central.open(admin(`/usuarios/${id}`))
    const href = page.document.querySelector('a[href$="/revogacao"]')?.getAttribute('href') ?? ''
    await central.send(await central.open(href), `form[action="${href}"]`)
    expect(await isIn(person, at.cofic)).toBe(false)
    expect((await person.open('/inicio')).text).toContain('ainda não tem acesso a nenhuma unidade')
  })
})
