import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  aCentralAdministrator,
  admin,
  aPerson,
  formTo,
  idOf,
  problemsOf,
} from '../../../../test/support/builders-admin.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { disableUser } from './set-user-active.ts'

let house: TestHouse
let local: Person
let central: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  local = await house.signIn('admin')
  central = await aCentralAdministrator(house)
})
afterAll(() => house.close())

const userId = (login: string) => idOf(house, 'identity.account', 'login', login)
const open = async (person: Person, fields: Record<string, string>): Promise<Page> =>
  person.send(await person.open(admin('/usuarios/novo')), formTo('/usuarios'), fields)
const change = async (person: Person, login: string, fields: Record<string, string>): Promise<Page> => {
  const path = `/usuarios/${await userId(login)}`
  return person.send(await person.open(admin(path)), formTo(path), fields)
}
const confirm = async (person: Person, path: string): Promise<Page> =>
  person.send(await person.open(admin(path)), formTo(path))

describe('a person', () => {
  it('is registered with their data, and cannot enter before a password and a permission', async () => {
    const page = await open(local, {
      nome: 'José  da Silva',
      nome_social: 'Josefa da Silva',
      usuario: 'Josefa.Silva',
      cpf: '529.982.247-25',
      email: 'Josefa@exemplo.gov.br',
    })
    expect(page.text).toContain('Josefa da Silva')
    expect(page.text).toContain('Ainda não tem senha')
    const [row] = await house.db`
      select login, name, social_name, cpf, email, password_hash from identity.account where login = 'josefa.silva'`
    expect(row).toEqual({
      login: 'josefa.silva',
      name: 'José da Silva',
      social_name: 'Josefa da Silva',
      cpf: '52998224725',
      email: 'josefa@exemplo.gov.br',
      password_hash: null,
    })
    expect((await house.visitor().signIn('josefa.silva', '')).status).toBe(422)
  })

  test.each([
    [{ usuario: 'ana' }, 'usuario', /já tem uma pessoa com este usuário/],
    [{ usuario: 'josé' }, 'usuario', /letras sem acento/],
    [{ usuario: 'a' }, 'usuario', /ao menos 2/],
    [{ nome: '' }, 'nome', /Informe o nome/],
    [{ nome: 'x'.repeat(151) }, 'nome', /mais de 150/],
    [{ cpf: '123.456.789-00' }, 'cpf', /não confere/],
    [{ cpf: '52998224725' }, 'cpf', /já tem uma pessoa com este CPF/],
    [{ email: 'sem arroba' }, 'email', /forma de um endereço/],
  ])('typed as %j is refused beside %s', async (fields, field, message) => {
    const page = await open(local, { nome: 'Nome que fica', usuario: 'novo.usuario', ...fields })
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
    if (!('nome' in fields)) expect(page.html).toContain('Nome que fica')
  })

  it('is found by part of the name, by login and by CPF, also out of use', async () => {
    const list = async (query: string) => (await local.open(admin(`/usuarios?q=${encodeURIComponent(query)}`))).text
    expect(await list('sônia secretaria')).toContain('Sônia Secretária de Estado')
    expect(await list('MARINA')).toContain('1 pessoa')
    expect(await list('529.982.247-25')).toContain('Josefa')
    expect(await list('%')).toContain('Nada encontrado')
  })

  it('keeps the login of another agency apart: the same may be in two', async () => {
    const rj = await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ')
    expect((await open(central, { orgao: rj, nome: 'Ana do Rio', usuario: 'ana' })).text).toContain('Ana do Rio')
  })

  it('cannot disable the own account', async () => {
    const page = await confirm(local, `/usuarios/${await userId('admin')}/desativacao`)
    expect(page.status).toBe(422)
    expect(page.errors[0]).toMatch(/própria conta/)
  })
})

describe('an administrator of one agency', () => {
  it('R8 finds nobody of another agency, and changes nothing of theirs', async () => {
    const rita = await userId('rita')
    expect((await local.open(admin('/usuarios?q=rita'))).text).toContain('Nada encontrado')
    const own = await local.open(admin('/usuarios/novo'))
    const _csrf = own.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    for (const noun of ['', '/desativacao', '/reativacao', '/nova-senha', '/duas-etapas', '/permissoes']) {
      const path = admin(`/usuarios/${rita}${noun}`)
      if (noun !== '/permissoes') expect((await local.open(path)).status).toBe(404)
      expect((await local.post(path, { _csrf, nome: 'X', usuario: 'x' })).status).toBe(404)
    }
    const rj = await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ')
    expect((await open(local, { orgao: rj, nome: 'Intrusa', usuario: 'intrusa' })).status).toBe(404)
    const [row] = await house.db`select login, disabled_at from identity.account where id = ${rita}`
    expect(row).toEqual({ login: 'rita', disabled_at: null })
    const [links] = await house.db`select count(*)::int as n from identity.one_time_link where account_id = ${rita}`
    expect(links?.n).toBe(0)
  })

  it('R8 cannot take over who may do more: neither data, nor password, nor second factor', async () => {
    await aPerson(house, {
      login: 'viajante',
      grants: [
        { profile: 'Básico', unit: 'ASSES' },
        { profile: 'Básico', unit: 'GABSEC' },
      ],
    })
    for (const login of ['viajante', 'central']) {
      const id = await userId(login)
      const page = await local.open(admin(`/usuarios/${id}`))
      expect(page.text).toContain('também atua fora do seu órgão')
      const _csrf = page.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
      for (const noun of ['', '/desativacao', '/nova-senha', '/duas-etapas']) {
        const taken = { _csrf, nome: 'Tomada', usuario: login, email: 'tomada@exemplo.gov.br' }
        expect((await local.post(admin(`/usuarios/${id}${noun}`), taken)).status).toBe(404)
      }
    }
    expect((await change(central, 'viajante', { email: 'v@exemplo.gov.br' })).text).toContain('salvo')
  })
})

describe('the installation', () => {
  it('R10 is never left without anybody to administrate it', async () => {
    const id = await userId('central')
    await aPerson(house, {
      login: 'segunda',
      grants: [{ profile: 'Administrador', unit: 'GS', administers: 'installation' }],
    })
    const second = house.visitor()
    await second.signIn('segunda')
    expect((await confirm(second, `/usuarios/${id}/desativacao`)).text).toContain('desativada')
    const own = await userId('segunda')
    const page = await second.open(admin(`/usuarios/${own}`))
    const href = page.document.querySelector('a[href$="/revogacao"]')?.getAttribute('href') ?? ''
    const refused = await second.send(await second.open(href), `form[action="${href}"]`)
    expect(refused.status).toBe(422)
    expect(refused.errors[0]).toMatch(/Ninguém mais administraria/)
    const profile = await idOf(house, 'identity.profile', 'name', 'Administrador')
    const form = await second.open(admin(`/perfis/${profile}`))
    const emptied = await second.send(form, formTo(`/perfis/${profile}`), { permissoes: ['organization.manage'] })
    expect(problemsOf(emptied).permissoes).toMatch(/Ninguém mais administraria/)
    await confirm(second, `/usuarios/${id}/reativacao`)
  })

  it('R10 of two administrators who disable each other at once, one stays', async () => {
    const now = house.platform.clock()
    const [one, other] = await Promise.all([userId('central'), userId('segunda')])
    const unitId = await idOf(house, 'organization.unit', 'acronym', 'GS')
    const editor = (userId: string) => ({ userId, name: 'Quem administra', unitId })
    const outcomes = await Promise.all([
      disableUser(house.db, editor(one), { id: other }, now),
      disableUser(house.db, editor(other), { id: one }, now),
    ])
    expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true])
  })
})
