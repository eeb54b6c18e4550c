import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf, problemsOf } from '../../../../test/support/builders-admin.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { explainLabel, findUnitsByLabel } from './find-by-label.ts'

let house: TestHouse
let local: Person
let set: string
beforeAll(async () => {
  house = await openTestHouse()
  local = await house.signIn('admin')
  set = await idOf(house, 'organization.agency', 'acronym', 'SET/RN')
})
afterAll(() => house.close())

const unitId = (acronym: string) => idOf(house, 'organization.unit', 'acronym', acronym)
const change = async (id: string, fields: Record<string, string>): Promise<Page> =>
  local.send(await local.open(admin(`/unidades/${id}`)), formTo(`/unidades/${id}`), fields)
const open = async (fields: Record<string, string>): Promise<Page> =>
  local.send(await local.open(admin('/unidades/nova')), formTo('/unidades'), fields)

describe('a new unit', () => {
  it('has its data, its place, its e-mails and its capacities', async () => {
    const page = await open({
      sigla: 'UAT/Caicó',
      nome: 'Unidade de Atendimento de Caicó',
      codigo: '00120',
      superior: 'gs',
      endereco: 'Rua A, 1',
      municipio: 'Caicó',
      uf: 'RN',
      emails: 'uat@exemplo.gov.br Atendimento\nFISCO@exemplo.gov.br',
      cargos: 'Auditor\nTécnico\nAuditor',
      protocolo: 'sim',
    })
    expect(page.text).toContain('Unidade UAT/Caicó: cadastrada.')
    const id = await unitId('UAT/Caicó')
    const [row] = await house.db`
      select slug, is_mailroom, available_for_sending, p.parent_id,
             array(select address || '|' || description from organization.unit_email where unit_id = u.id order by address) as emails,
             array(select title from organization.capacity where unit_id = u.id order by title) as capacities
        from organization.unit u join organization.placement p on p.unit_id = u.id where u.id = ${id}`
    expect(row).toEqual({
      slug: 'set-rn-uat-caico',
      is_mailroom: true,
      available_for_sending: true,
      parent_id: await unitId('GS'),
      emails: ['fisco@exemplo.gov.br|', 'uat@exemplo.gov.br|Atendimento'],
      capacities: ['Auditor', 'Técnico'],
    })
  })

  test.each([
    [{ sigla: 'GS' }, 'sigla', /já tem uma unidade/],
    [{ sigla: '' }, 'sigla', /Informe a sigla/],
    [{ sigla: '--' }, 'sigla', /ao menos uma letra/],
    [{ codigo: 'A1' }, 'codigo', /só algarismos/],
    [{ uf: 'ZZ' }, 'uf', /UF da lista/],
    [{ superior: 'NADA' }, 'superior', /Não há unidade em uso/],
    [{ superior: 'GABSEC (SEPLAG/RJ)' }, 'superior', /Não há unidade em uso/],
    [{ desde: '2026-02-30' }, 'desde', /Informe o primeiro dia/],
    [{ emails: 'sem arroba' }, 'emails', /forma de um endereço/],
    [{ cargos: 'x'.repeat(121) }, 'cargos', /mais de 120/],
  ])('typed as %j is refused beside %s, and nothing is lost', async (fields, field, message) => {
    const page = await open({ sigla: 'NOVA', nome: 'Nome que fica', ...fields })
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
    expect(page.document.querySelector('[name=nome]')?.getAttribute('value')).toBe('Nome que fica')
  })
})

describe('a unit', () => {
  it('R1 renamed today goes on having its old acronym on what is older, and its address stays', async () => {
    const id = await unitId('COFIC')
    const page = await change(id, { sigla: 'COFIS', nome: 'Coordenadoria de Fiscalização' })
    expect(page.text).toContain('Unidade COFIS: salva.')
    const [row] = await house.db`
      select u.slug, (select acronym from organization.unit_name n where n.unit_id = u.id and n.valid @> date '2021-05-05') as old,
             (select acronym from organization.unit_name n where n.unit_id = u.id and n.valid @> current_date) as now
        from organization.unit u where u.id = ${id}`
    expect(row).toEqual({ slug: at.cofic, old: 'COFIC', now: 'COFIS' })
    expect(page.text).toContain('Nomes que valeram')
  })

  it('keeps old capacities for old signatures and offers only those of the list', async () => {
    const id = await unitId('PROT')
    await change(id, { cargos: 'Protocolista' })
    const rows = await house.db<{ title: string; active: boolean }[]>`
      select title, deactivated_at is null as active from organization.capacity where unit_id = ${id} order by title`
    expect(rows.filter(({ active }) => active)).toEqual([{ title: 'Protocolista', active: true }])
    expect(rows.length).toBeGreaterThan(1)
    await change(id, { cargos: 'Protocolista\nAnalista' })
    const again = await house.db`select 1 from organization.capacity where unit_id = ${id} and deactivated_at is null`
    expect(again).toHaveLength(2)
  })

  it('says what is missing for it to write documents', async () => {
    const id = await unitId('PROT')
    expect((await change(id, { endereco: '' })).text).toContain('Faltam o endereço')
    expect((await change(id, { endereco: 'Centro' })).text).not.toContain('Faltam o endereço')
  })

  it('R6 out of use, lets nobody in, stays on old things, and comes back', async () => {
    const id = await unitId('PROT')
    const marina = await house.signIn('marina')
    expect((await marina.open(`/em/${at.prot}/contatos`)).status).toBe(200)
    const question = await local.open(admin(`/unidades/${id}/desativacao`))
    const page = await local.send(question, formTo(`/unidades/${id}/desativacao`))
    expect(page.text).toContain('desativada')
    expect((await marina.open(`/em/${at.prot}/contatos`)).status).toBe(404)
    expect((await local.open(admin('/unidades'))).text).not.toContain('Protocolo')
    expect((await local.open(admin('/unidades?situacao=inativos'))).text).toContain('Protocolo')
    const back = await local.open(admin(`/unidades/${id}/reativacao`))
    await local.send(back, formTo(`/unidades/${id}/reativacao`))
    expect((await marina.open(`/em/${at.prot}/contatos`)).status).toBe(200)
  })
})

describe('the register of units', () => {
  it('is searched by words, accents aside, fifty a page', async () => {
    await house.db`
      insert into organization.unit (agency_id, slug, acronym, name)
      select ${set}, 'muitas-' || n, 'M' || lpad(n::text, 3, '0'), 'Repartição de número ' || n from generate_series(1, 60) n`
    const page = await local.open(admin('/unidades?q=reparticao'))
    expect(page.text).toContain('60 unidades')
    expect(page.document.querySelectorAll('#cadastro tbody tr')).toHaveLength(50)
    const second = await local.open(admin('/unidades?q=reparticao&pagina=2'))
    expect(second.document.querySelectorAll('#cadastro tbody tr')).toHaveLength(10)
    expect((await local.open(admin('/unidades?q=100%25'))).text).toContain('Nada encontrado')
  })

  it('R4 shows an administrator of one agency none of another, and changes none', async () => {
    const rj = await unitId('GABSEC')
    expect((await local.open(admin('/unidades?q=gabsec'))).text).toContain('Nada encontrado')
    const own = await local.open(admin(`/unidades/${await unitId('GS')}`))
    const _csrf = own.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    for (const noun of ['', '/hierarquia', '/hierarquia/retirada', '/desativacao']) {
      expect((await local.open(admin(`/unidades/${rj}${noun}`))).status).toBe(404)
      const fields = { _csrf, sigla: 'X', nome: 'X', desde: '2030-01-01', superior: '' }
      expect((await local.post(admin(`/unidades/${rj}${noun}`), fields)).status).toBe(404)
    }
    const elsewhere = await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ')
    expect((await open({ sigla: 'Y', nome: 'Y', orgao: elsewhere })).status).toBe(404)
    const [row] = await house.db`select acronym, deactivated_at from organization.unit where id = ${rj}`
    expect(row).toEqual({ acronym: 'GABSEC', deactivated_at: null })
    const central = await aCentralAdministrator(house)
    expect((await central.open(admin(`/unidades/${rj}`))).status).toBe(200)
  })
})

describe('a unit named by its acronym', () => {
  it('is asked for with its agency where there are namesakes', async () => {
    const rj = await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ')
    await house.db`insert into organization.unit (agency_id, slug, acronym, name) values (${rj}, 'rj-gs', 'GS', 'Gabinete')`
    const find = (text: string, agencyId?: string) => findUnitsByLabel(house.db, [text], { agencyId })
    const [twice] = await find('gs')
    expect(twice?.kind).toBe('ambiguous')
    expect(twice && explainLabel(twice)).toContain('GS (SEPLAG/RJ)')
    expect((await find('gs (set/rn)'))[0]).toMatchObject({ kind: 'found', unit: { agencyId: set } })
    expect((await find('GS', rj))[0]).toMatchObject({ kind: 'found', unit: { agencyId: rj } })
    expect((await find('GS (SET/RN)', rj))[0]?.kind).toBe('unknown')
  })
})
