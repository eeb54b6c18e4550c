import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf, problemsOf } from '../../../../test/support/builders-admin.ts'
import { types } from '../../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { type AccessToContacts, fieldsTold, shownOf } from './contact-access.rules.ts'

const contact = {
  ...({ id: '1', kind: 'person', name: 'Maria', cpf: '52998224725', cnpj: undefined } as const),
  ...{ email: 'maria@exemplo.org', phone: '84 9999', city: 'Natal', active: true },
} as const

describe('what a unit sees of a contact', () => {
  test.each<[AccessToContacts, ReturnType<typeof shownOf>]>([
    ['full', { identifier: '529.982.247-25', email: 'maria@exemplo.org', phone: '84 9999', city: 'Natal' }],
    ['usual', { identifier: '***.982.247-**', email: '', phone: '', city: 'Natal' }],
    ['short', { identifier: '', email: '', phone: '', city: 'Natal' }],
  ])('R4 %s', (level, shown) => {
    expect(shownOf(contact, { person: level, organization: 'full' })).toEqual(shown)
    expect(fieldsTold(level)?.includes('email') ?? true).toBe(level === 'full')
  })
})

describe('access to contacts', () => {
  let house: TestHouse
  let central: Person
  beforeAll(async () => {
    house = await openTestHouse()
    central = await aCentralAdministrator(house)
    await house.db`insert into people.contact (kind, name, cpf, cnpj, email, phone, city) values
      ('person', 'Maria Contato', '52998224725', null, 'maria@exemplo.org', '84 99999-0000', 'Natal'),
      ('organization', 'Potengi Contato', null, '11222333000181', 'firma@exemplo.org', '84 3333-0000', 'Mossoró')`
  })
  afterAll(() => house.close())

  const path = '/acesso-a-contatos'
  const set = async (fields: Record<string, string>, by = central): Promise<Page> =>
    by.send(await by.open(admin(path)), formTo(path), { motivo: 'Atendimento ao público', ...fields })
  const list = async (login: 'marina' | 'ana', unit: string) =>
    (await (await house.signIn(login)).open(`/em/${unit}/contatos?q=contato`)).document.querySelector('table')
      ?.textContent ?? ''

  it('R4 in full shows all, in short name and city, and without a line what everybody sees; at once, and in that unit alone', async () => {
    expect(await list('ana', at.asses)).toContain('***.982.247-**')
    expect(await list('ana', at.asses)).not.toContain('maria@exemplo.org')
    expect((await set({ unidade: 'ASSES', acesso: 'full' })).text).toContain(
      'ASSES (SET/RN), pessoas físicas: acesso completo.',
    )
    await set({ unidade: 'PROT', acesso: 'short' })
    const full = await list('ana', at.asses)
    for (const word of ['529.982.247-25', 'maria@exemplo.org', '84 99999-0000']) expect(full).toContain(word)
    expect(full).not.toContain('firma@exemplo.org')
    const short = await list('marina', at.prot)
    expect(short).toContain('Maria Contato')
    expect(short).toContain('Natal')
    for (const word of ['982.247', 'maria@exemplo.org', '99999']) expect(short).not.toContain(word)
    expect(short).toContain('11.222.333/0001-81')
    // The same person in another unit sees what that one sees.
    expect(await list('ana', at.gs)).toContain('***.982.247-**')
    await set({ unidade: 'ASSES', acesso: 'usual', motivo: '' })
    expect(await list('ana', at.asses)).not.toContain('529.982.247-25')
  })

  it('R4 the same holds where parties are chosen, and in the history of a contact', async () => {
    await set({ unidade: 'PROT', acesso: 'short' })
    const marina = await house.signIn('marina')
    const start = await marina.open(`/em/${at.prot}/processos/novo`)
    const link = [...start.document.querySelectorAll('a')].find((one) => one.textContent === types.request)
    const form = await marina.open(link?.getAttribute('href') ?? '')
    const field = form.document.querySelector('input[name*="interessad"]')?.getAttribute('name') ?? 'interessado'
    const found = await marina.send(form, 'form[action$="/novo"]', { [field]: 'Maria Contato', acao: 'procurar' })
    expect(found.text).toContain('Maria Contato (Natal)')
    expect(found.text).not.toContain('982.247')
    const id = await idOf(house, 'people.contact', 'name', 'Maria Contato')
    const here = `/em/${at.gs}/contatos/${id}`
    await central.send(await central.open(here), `form[action="${here}"]`, {
      email: 'nova@exemplo.org',
      municipio: 'Caicó',
    })
    const history = await marina.open(`/em/${at.prot}/contatos/${id}/alteracoes`)
    expect(history.text).toContain('Caicó')
    expect(history.text).not.toContain('nova@exemplo.org')
    await set({ unidade: 'PROT', acesso: 'full' })
    expect((await marina.open(`/em/${at.prot}/contatos/${id}/alteracoes`)).text).toContain('nova@exemplo.org')
  })

  it('R5 is kept by who administrates the agency of the unit, with the reason, and the unit’s history tells it', async () => {
    const local = await house.signIn('admin')
    expect(problemsOf(await set({ unidade: 'GABSEC', acesso: 'full' }, local)).unidade).toMatch(/Não há unidade/)
    await set({ unidade: 'COFIC', acesso: 'full' }, local)
    const unit = await idOf(house, 'organization.unit', 'slug', at.cofic)
    const changes = await local.open(admin(`/unidades/${unit}/alteracoes`))
    expect(changes.text).toContain('Acesso a contatos de pessoas')
    expect(changes.text).toContain('Completo (Atendimento ao público)')
    const ana = await house.signIn('ana')
    expect((await ana.open(admin(path))).status).toBe(404)
  })

  test.each([
    [{ unidade: '' }, 'unidade', /Informe a unidade/],
    [{ unidade: 'NADA' }, 'unidade', /Não há unidade em uso/],
    [{ motivo: '' }, 'motivo', /Informe o motivo/],
    [{ acesso: 'tudo' }, 'acesso', /Escolha o acesso/],
    [{ natureza: 'bicho' }, 'natureza', /Escolha de que contatos/],
  ])('refuses %j beside %s', async (fields, field, message) => {
    const page = await set({ unidade: 'GS', acesso: 'full', ...fields })
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })
})
