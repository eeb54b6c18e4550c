import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf, problemsOf } from '../../../../test/support/builders-admin.ts'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'

let house: TestHouse
let central: Person
let set: string
let rj: string
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
  set = await idOf(house, 'organization.agency', 'acronym', 'SET/RN')
  rj = await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ')
})
afterAll(() => house.close())

const change = async (person: Person, id: string, fields: Record<string, string>): Promise<Page> =>
  person.send(await person.open(admin(`/orgaos/${id}`)), formTo(`/orgaos/${id}`), fields)

describe('an agency', () => {
  it('is opened by who administrates the whole installation', async () => {
    const form = await central.open(admin('/orgaos/novo'))
    const page = await central.send(form, formTo('/orgaos'), { sigla: 'SESAP', nome: 'Saúde', codigo: '61' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('Órgão SESAP: cadastrado.')
    expect(page.text).toContain('3 órgãos')
  })

  it('R1 renamed today, had the old name until yesterday and has the new one from today on', async () => {
    const today = new Date()
    const page = await change(central, rj, { sigla: 'SEPLAG-RJ', nome: 'Planejamento' })
    expect(page.text).toContain('Órgão SEPLAG-RJ: salvo.')
    const rows = await house.db<{ acronym: string; before: boolean; now: boolean }[]>`
      select acronym, valid @> (${today}::date - 1) as before, valid @> ${today}::date as now
        from organization.agency_name where agency_id = ${rj} order by valid`
    expect(rows).toEqual([
      { acronym: 'SEPLAG/RJ', before: true, now: false },
      { acronym: 'SEPLAG-RJ', before: false, now: true },
    ])
    expect(page.text).toContain('SEPLAG/RJ')
    // A second change of mind on the same day leaves no name of no day.
    await change(central, rj, { sigla: 'SEPLAG/RJ', nome: 'Planejamento e Gestão' })
    const [count] = await house.db`select count(*)::int as n from organization.agency_name where agency_id = ${rj}`
    expect(count?.n).toBe(2)
  })

  it('with the acronym of another one is refused, and what was typed stays', async () => {
    const page = await change(central, rj, { sigla: 'SET/RN', nome: 'Outro nome' })
    expect(page.status).toBe(422)
    expect(problemsOf(page).sigla).toMatch(/Já existe um órgão/)
    expect(page.document.querySelector('[name=nome]')?.getAttribute('value')).toBe('Outro nome')
  })

  test.each([
    [{ sigla: '' }, 'sigla', /Informe a sigla/],
    [{ sigla: 'x'.repeat(31) }, 'sigla', /mais de 30/],
    [{ nome: ' ' }, 'nome', /Informe o nome/],
    [{ codigo: '12a' }, 'codigo', /só algarismos/],
    [{ ordem: '-1' }, 'ordem', /número inteiro/],
    [{ mascara: '' }, 'mascara', /Informe a máscara/],
    [{ mascara: '@ano:4@' }, 'mascara', /Falta a variável sequencia/],
    [{ mascara: '@sequencia:6@/@ano:4@-@dv:luhn@' }, 'mascara', /luhn/],
    [{ mascara: '@sequencia:6/@ano:4@' }, 'mascara', /./],
  ])('typed as %j is refused beside the field %s', async (fields, field, message) => {
    const page = await change(central, set, fields)
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
    expect(page.errors.length).toBeGreaterThan(0)
  })

  it('shows what the mask makes of the first number, and what a typed one would make', async () => {
    const page = await central.open(admin(`/orgaos/${set}`))
    const year = new Date().getFullYear()
    expect(page.text).toMatch(new RegExp(`Unidade de código 00110: 00110\\.000001/${year}-\\d\\d`))
    const typed = { mascara: 'X-@orgao:3@@unidade:5@/@sequencia:4@/@ano:2@', codigo: '7', acao: 'exemplo' }
    const tried = await change(central, set, typed)
    expect(tried.text).toContain(`X-00700110/0001/${String(year).slice(2)}`)
    const narrow = await change(central, set, { mascara: '@unidade:2@.@sequencia:6@/@ano:4@', acao: 'exemplo' })
    expect(narrow.text).toContain('não cabe na máscara')
    const [row] = await house.db`select number_mask from organization.agency where id = ${set}`
    expect(row?.number_mask).toBe('@unidade:5@.@sequencia:6@/@ano:4@-@dv:federal@')
  })

  it('with another mask numbers the next case file with it, and no earlier one', async () => {
    const before = await aCaseFile(house)
    await change(central, set, { mascara: 'N@unidade:5@/@sequencia:5@/@ano:4@' })
    const after = await aCaseFile(house)
    expect(after.number).toMatch(/^N00111\/\d{5}\/\d{4}$/)
    const [row] = await house.db`select number from cases.case_file where id = ${before.id}`
    expect(row?.number).toBe(before.number)
  })
})

describe('who administrates one agency', () => {
  it('R4 changes it, and the others do not exist', async () => {
    const local = await house.signIn('admin')
    const list = await local.open(admin('/orgaos'))
    expect(list.text).toContain('1 órgão')
    expect(list.text).not.toContain('SEPLAG')
    expect((await local.open(admin(`/orgaos/${rj}`))).status).toBe(404)
    expect((await local.open(admin('/orgaos/novo'))).status).toBe(404)
    const own = await local.open(admin(`/orgaos/${set}`))
    const fields = { _csrf: csrfOf(own), sigla: 'TOMADA', nome: 'Tomada', mascara: '@sequencia:6@/@ano:4@', ordem: '0' }
    expect((await local.post(admin(`/orgaos/${rj}`), fields)).status).toBe(404)
    expect((await local.post(admin('/orgaos'), fields)).status).toBe(404)
    const [row] = await house.db`select count(*)::int as n from organization.agency where acronym = 'TOMADA'`
    expect(row?.n).toBe(0)
    expect((await change(local, set, { nome: 'Secretaria da Tributação' })).text).toContain('salvo')
  })
})

function csrfOf(page: Page): string {
  return page.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
}

describe('an agency out of use', () => {
  it('is found as such, receives nothing, and comes back; its history tells both', async () => {
    const confirm = async (noun: string) =>
      central.send(await central.open(admin(`/orgaos/${rj}/${noun}`)), formTo(`/orgaos/${rj}/${noun}`))
    const listed = async (query: string) => (await central.open(admin(`/orgaos?${query}`))).text
    const open = async () => {
      const [row] = await house.db`select count(*)::int as count from organization.agency where deactivated_at is null`
      return row?.count
    }
    const before = await open()
    expect((await confirm('desativacao')).text).toContain('desativado.')
    expect(await open()).toBe(before - 1)
    expect((await central.open(admin(`/orgaos/${rj}/desativacao`))).status).toBe(404)
    const { acronym } = (await house.db`select acronym from organization.agency where id = ${rj}`)[0] ?? {}
    expect(await listed(`q=${encodeURIComponent(acronym)}`)).toContain('Nada encontrado')
    expect(await listed(`q=${encodeURIComponent(acronym)}&situacao=inativos`)).toContain('Fora de uso')
    expect((await confirm('reativacao')).text).toContain('reativado.')
    expect(await open()).toBe(before)
    const history = await central.open(admin(`/orgaos/${rj}/alteracoes`))
    expect(history.text.match(/Fora de uso/g)?.length).toBe(2)
  })
})
