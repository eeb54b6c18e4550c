import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  aCentralAdministrator,
  admin,
  aPerson,
  formTo,
  idOf,
  problemsOf,
  signInAs,
} from '../../../../test/support/builders-admin.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { addDays, todayIn } from '../../../platform/calendar/index.ts'

let house: TestHouse
let local: Person
let central: Person
let basic: string
beforeAll(async () => {
  house = await openTestHouse()
  local = await house.signIn('admin')
  central = await aCentralAdministrator(house)
  basic = await idOf(house, 'identity.profile', 'name', 'Básico')
})
afterAll(() => house.close())

const today = () => todayIn(house.platform.clock())
const grant = async (by: Person, login: string, fields: Record<string, string>): Promise<Page> => {
  const path = `/usuarios/${await idOf(house, 'identity.account', 'login', login)}/permissoes`
  return by.send(await by.open(admin(`${path}/nova`)), formTo(path), { perfil: basic, ...fields })
}
const isIn = async (login: string, unit: string) =>
  (await (await signInAs(house, login)).open(`/em/${unit}/contatos`)).url.startsWith('/em/')
const opens = async (person: Person, unit: string) => (await person.open(`/em/${unit}/contatos`)).status === 200
const someone = (login: string) => aPerson(house, { login })

describe('a permission', () => {
  it('R4 given in a unit opens that unit at once, and no other', async () => {
    await someone('umaunidade')
    const person = await signInAs(house, 'umaunidade')
    expect(await opens(person, at.cofic)).toBe(false)
    const page = await grant(local, 'umaunidade', { unidade: 'cofic' })
    expect(page.text).toContain('Perfil Básico: concedido.')
    expect(page.text).toContain('COFIC (SET/RN)')
    expect(await opens(person, at.cofic)).toBe(true)
    expect(await opens(person, at.gs)).toBe(false)
    const [row] = await house.db`
      select b.login as by, administers from identity.assignment x join identity.account b on b.id = x.given_by
       order by x.id desc limit 1`
    expect(row).toEqual({ by: 'admin', administers: 'unit' })
  })

  it('R8 reaches no further than the unit unless somebody says so', async () => {
    await someone('semalcance')
    const path = `/usuarios/${await idOf(house, 'identity.account', 'login', 'semalcance')}/permissoes`
    const form = await central.open(admin(`${path}/nova`))
    const chosen = form.document.querySelector('[name=alcance][checked]')?.getAttribute('value')
    expect(chosen).toBe('unidade')
    const reachOfLast = async () => {
      const [row] = await house.db`select administers from identity.assignment order by id desc limit 1`
      return row?.administers
    }
    await grant(central, 'semalcance', { unidade: 'GS', alcance: '' })
    expect(await reachOfLast()).toBe('unit')
    expect((await central.open(admin(path.replace('/permissoes', '')))).text).not.toContain('administra só')
    await grant(central, 'semalcance', { unidade: 'COFIC', alcance: 'orgao' })
    expect(await reachOfLast()).toBe('agency')
  })

  it('R4 given with the sub-units opens all that stand below, and given in an agency all its units', async () => {
    await someone('comsubunidades')
    await grant(local, 'comsubunidades', { unidade: 'GS', subunidades: 'sim' })
    const person = await signInAs(house, 'comsubunidades')
    for (const unit of [at.gs, at.prot, at.asses, at.cofic]) expect(await opens(person, unit)).toBe(true)
    expect(await opens(person, at.rj)).toBe(false)
    await someone('orgaointeiro')
    await grant(local, 'orgaointeiro', { onde: 'orgao' })
    expect(await isIn('orgaointeiro', at.asses)).toBe(true)
  })

  it('R4 taken away before its first day never counts, and stays on record', async () => {
    await someone('futura')
    const page = await grant(local, 'futura', { unidade: 'GS', desde: addDays(today(), 30) })
    expect(page.text).toContain('Ainda não começou')
    const href = page.document.querySelector('a[href$="/revogacao"]')?.getAttribute('href') ?? ''
    const after = await local.send(await local.open(href), `form[action="${href}"]`)
    expect(after.text).toContain('Revogada')
    expect((await local.open(href)).status).toBe(200)
    expect((await local.send(await local.open(href), `form[action="${href}"]`)).status).toBe(404)
    const [row] = await house.db`select isempty(valid) as gone, ended_by is not null as told
      from identity.assignment order by id desc limit 1`
    expect(row).toEqual({ gone: true, told: true })
  })

  test.each([
    [{ unidade: '' }, 'unidade', /Informe a unidade/],
    [{ unidade: 'NADA' }, 'unidade', /Não há unidade em uso/],
    [{ unidade: 'GS', perfil: '' }, 'perfil', /Escolha o perfil/],
    [{ unidade: 'GS', perfil: '999999' }, 'perfil', /Escolha o perfil/],
    [{ unidade: 'GS', desde: '' }, 'desde', /Informe o primeiro dia/],
    [{ unidade: 'GS', ate: '2000-01-01' }, 'ate', /antes do primeiro/],
    [{ unidade: 'ASSES' }, 'perfil', /já tem este perfil neste lugar/],
    [{ onde: 'lua', unidade: 'GS' }, 'onde', /Escolha onde/],
  ])('typed as %j is refused beside %s', async (fields, field, message) => {
    const page = await grant(local, 'beto', { perfil: await collaborator(), ...fields })
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })

  const collaborator = () => idOf(house, 'identity.profile', 'name', 'Colaborador')
})

describe('an administrator of one agency', () => {
  it('R8 gives nothing in another agency, nor more reach than they have', async () => {
    await someone('tentativa')
    expect(problemsOf(await grant(local, 'tentativa', { unidade: 'GABSEC' })).unidade).toMatch(/Não há unidade/)
    const rj = await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ')
    expect((await grant(local, 'tentativa', { onde: 'orgao', orgao: rj })).status).toBe(404)
    const beyond = await grant(local, 'tentativa', { unidade: 'GS', alcance: 'sim' })
    expect(beyond.status).toBe(422)
    const id = await idOf(house, 'identity.account', 'login', 'tentativa')
    const [row] = await house.db`select count(*)::int as n from identity.assignment where account_id = ${id}`
    expect(row?.n).toBe(0)
    expect((await grant(central, 'tentativa', { unidade: 'GABSEC' })).text).toContain('concedido')
  })

  it('R8 does not take away what reaches further', async () => {
    const page = await local.open(admin(`/usuarios/${await idOf(house, 'identity.account', 'login', 'tentativa')}`))
    expect(page.text).toContain('GABSEC (SEPLAG/RJ)')
    expect(page.document.querySelector('a[href$="/revogacao"]')).toBeNull()
    const [row] = await house.db<{ id: string; account: string }[]>`
      select x.id, x.account_id as account from identity.assignment x order by x.id desc limit 1`
    const path = admin(`/usuarios/${row?.account}/permissoes/${row?.id}/revogacao`)
    const _csrf = (await local.open(admin('/usuarios/novo'))).document
      .querySelector('[name=_csrf]')
      ?.getAttribute('value')
    expect((await local.post(path, { _csrf: _csrf ?? '' })).status).toBe(404)
    expect(await isIn('tentativa', at.rj)).toBe(true)
  })
})

describe('reach over the whole installation', () => {
  it('R8 is exercised from its unit, and opens no other unit', async () => {
    expect((await central.open(admin('', at.gs))).status).toBe(200)
    for (const unit of [at.prot, at.asses, at.cofic, at.rj]) expect(await opens(central, unit)).toBe(false)
  })

  it('R8 is given by who has it', async () => {
    await someone('herdeira')
    const profile = await idOf(house, 'identity.profile', 'name', 'Administrador')
    const page = await grant(central, 'herdeira', { perfil: profile, unidade: 'COFIC', alcance: 'sim' })
    expect(page.text).toContain('administra toda a instalação')
    const person = await signInAs(house, 'herdeira')
    expect((await person.open(admin('/orgaos', at.cofic))).text).toContain('SEPLAG/RJ')
  })
})

describe('a profile', () => {
  const open = async (fields: Record<string, string | string[]>, from = '') =>
    central.send(await central.open(admin(`/perfis/novo${from}`)), formTo('/perfis'), fields)

  it('made from another one permits the same, until it is changed', async () => {
    const page = await open({ nome: 'Básico sem cancelar' }, `?de=${basic}`)
    expect(page.text).toContain('Perfil Básico sem cancelar: criado.')
    const id = await idOf(house, 'identity.profile', 'name', 'Básico sem cancelar')
    const permissions = async (profile: string) =>
      (await house.db`select permission from identity.profile_permission where profile_id = ${profile} order by 1`).map(
        (row) => row.permission as string,
      )
    expect(await permissions(id)).toEqual(await permissions(basic))
    const kept = (await permissions(id)).filter((one) => one !== 'documents.cancel')
    await central.send(await central.open(admin(`/perfis/${id}`)), formTo(`/perfis/${id}`), { permissoes: kept })
    expect(await permissions(id)).toEqual(kept)
    expect(await permissions(basic)).toContain('documents.cancel')
  })

  it('changed, changes what people may do in the middle of a session', async () => {
    const id = await idOf(house, 'identity.profile', 'name', 'Colaborador')
    const beto = await house.signIn('beto')
    expect(await opens(beto, at.asses)).toBe(true)
    const form = await central.open(admin(`/perfis/${id}`))
    await central.send(form, formTo(`/perfis/${id}`), { permissoes: ['output.export'] })
    expect(await opens(beto, at.asses)).toBe(false)
  })

  test.each([
    [{ nome: '', permissoes: ['cases.open'] }, 'nome', /Informe o nome/],
    [{ nome: 'Básico', permissoes: ['cases.open'] }, 'nome', /Já existe um perfil/],
    [{ nome: 'Vazio' }, 'permissoes', /Marque ao menos uma/],
    [{ nome: 'Inventado', permissoes: ['tudo.pode'] }, 'permissoes', /Marque ao menos uma/],
  ])('typed as %j is refused beside %s', async (fields, field, message) => {
    const page = await open(fields)
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })

  it('R8 is seen and not changed by an administrator of one agency', async () => {
    const page = await local.open(admin(`/perfis/${basic}`))
    expect(page.text).toContain('Assinar documentos')
    expect(page.document.querySelector(formTo(`/perfis/${basic}`))).toBeNull()
    const _csrf = (await local.open(admin('/usuarios/novo'))).document
      .querySelector('[name=_csrf]')
      ?.getAttribute('value')
    const taken = { _csrf: _csrf ?? '', nome: 'Básico', permissoes: 'cases.open' }
    expect((await local.post(admin(`/perfis/${basic}`), taken)).status).toBe(404)
    expect((await local.post(admin('/perfis'), taken)).status).toBe(404)
    expect((await local.open(admin('/perfis/novo'))).status).toBe(404)
  })
})
