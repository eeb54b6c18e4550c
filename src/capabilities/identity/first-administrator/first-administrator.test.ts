import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { admin, emptyHouse, problemsOf } from '../../../../test/support/builders-admin.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { LIMITS, parseContent, VARIABLES, variablesIn } from '../../../rich-text/index.ts'
import { firstAdministratorLink } from './first-administrator-link.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
afterAll(() => house.close())
beforeEach(() => emptyHouse(house))

const right = {
  orgao_sigla: 'PREF',
  orgao_nome: 'Prefeitura de Exemplo',
  orgao_codigo: '0',
  unidade_sigla: 'GAB',
  unidade_nome: 'Gabinete',
  unidade_codigo: '00001',
  endereco: 'Praça Central, 1',
  municipio: 'Exemplo',
  uf: 'RN',
  unidade_email: 'gab@exemplo.gov.br',
  nome: 'Zilda Primeira',
  usuario: 'Zilda',
  cpf: '529.982.247-25',
  email: 'zilda@exemplo.gov.br',
  senha_nova: 'girafa azul no telhado',
  senha_repetida: 'girafa azul no telhado',
}

const link = async () => (await firstAdministratorLink(house.platform)) ?? 'none'
const fill = async (person: Person, path: string, fields: Record<string, string> = right): Promise<Page> =>
  person.send(await person.open(path), `form[action="${path}"]`, fields)

describe('the first administrator', () => {
  it('R7 makes agency, unit and account by a one-time link, and works at once', async () => {
    const path = await link()
    expect(path).toMatch(/^\/primeiro-acesso\/[\w-]{43}$/)
    const stored = await house.db<
      { hash: string }[]
    >`select encode(token_hash, 'hex') as hash from identity.one_time_link`
    expect(path).not.toContain(stored[0]?.hash)
    const zilda = house.visitor()
    const page = await fill(zilda, path)
    expect(page.url).toBe('/entrar?aviso=primeiro-acesso')
    expect(page.text).toContain('Tudo pronto')
    await zilda.signIn('zilda', right.senha_nova)
    const home = await zilda.open(admin('', 'pref-gab'))
    expect(home.document.querySelectorAll('.card__title')).toHaveLength(25)
    expect((await zilda.open(admin('/tipos-de-documento', 'pref-gab'))).text).toContain('Ofício')
    expect((await zilda.open(admin('/tipos-de-processo', 'pref-gab'))).text).toContain('Pessoal: Férias')
    const year = new Date().getFullYear() + 1
    expect((await zilda.open(admin(`/feriados?ano=${year}`, 'pref-gab'))).text).toContain('Natal')
    const types = await zilda.open('/em/pref-gab/processos/novo')
    expect(types.text).toContain('Administração: Comunicação entre unidades')
  })

  it('R7 the link works once and for an hour, and a newer one replaces it', async () => {
    const first = await link()
    const second = await link()
    expect((await house.visitor().open(first)).status).toBe(404)
    expect((await house.visitor().open(second)).status).toBe(200)
    house.passTime(61 * 60_000)
    expect((await house.visitor().open(second)).status).toBe(404)
    const third = await link()
    await fill(house.visitor(), third)
    expect((await house.visitor().open(third)).status).toBe(404)
    expect(await firstAdministratorLink(house.platform)).toBeUndefined()
    house.setClock(new Date())
  })

  it('R7 of five who send the form at once, one is made', async () => {
    const path = await link()
    const people = await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => {
        const person = house.visitor()
        return { person, page: await person.open(path), fields: { ...right, usuario: `pessoa${n}` } }
      }),
    )
    const pages = await Promise.all(
      people.map(({ person, page, fields }) => person.send(page, `form[action="${path}"]`, fields)),
    )
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404])
    const [row] = await house.db`select count(*)::int as accounts from identity.account`
    expect(row?.accounts).toBe(1)
  })

  it('R7 is not made where somebody came by other means in the meantime', async () => {
    const path = await link()
    const person = house.visitor()
    const page = await person.open(path)
    await house.db`insert into organization.agency (acronym, name, number_mask) values ('X', 'X', 'x')`
    await house.db`insert into identity.account (agency_id, login, name) select id, 'outra', 'Outra' from organization.agency`
    expect((await person.send(page, `form[action="${path}"]`, right)).status).toBe(404)
    const [row] = await house.db`select count(*)::int as accounts from identity.account`
    expect(row?.accounts).toBe(1)
  })

  test.each([
    [{ orgao_sigla: '' }, 'orgao_sigla', /Informe a sigla do órgão/],
    [{ orgao_codigo: 'x' }, 'orgao_codigo', /só algarismos/],
    [{ mascara: 'sem nada' }, 'mascara', /não vale/],
    [{ municipio: '' }, 'municipio', /Informe o município/],
    [{ usuario: 'zé' }, 'usuario', /letras sem acento/],
    [{ cpf: '111.111.111-11' }, 'cpf', /não confere/],
    [{ email: 'zilda' }, 'email', /forma de um endereço/],
    [{ senha_nova: 'curta', senha_repetida: 'curta' }, 'senha_nova', /10 caracteres/],
    [{ senha_nova: 'brasil2026', senha_repetida: 'brasil2026' }, 'senha_nova', /muito comum/],
    [{ senha_repetida: 'outra' }, 'senha_repetida', /não são iguais/],
  ])('typed as %j is refused beside %s, and the link still works', async (fields, field, message) => {
    const path = await link()
    const page = await fill(house.visitor(), path, { ...right, ...fields })
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
    expect(page.document.querySelector('[name=orgao_nome]')?.getAttribute('value')).toBe(right.orgao_nome)
    expect(page.html).not.toContain(right.senha_nova)
    expect((await house.visitor().open(path)).status).toBe(200)
  })

  it('may begin without the set of types', async () => {
    await fill(house.visitor(), await link(), { ...right, conjunto_inicial: '' })
    const [row] = await house.db`select (select count(*)::int from classification.document_type) as types,
      (select count(*)::int from identity.account) as accounts`
    expect(row).toEqual({ types: 0, accounts: 1 })
  })

  it('begins with templates that hold and variables that exist', async () => {
    await fill(house.visitor(), await link())
    const rows = await house.db<{ name: string; template: unknown }[]>`
      select name, template from classification.document_type where template is not null`
    expect(rows.length).toBeGreaterThan(10)
    for (const { name, template } of rows) {
      const parsed = parseContent(template)
      if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problem)}, limits ${JSON.stringify(LIMITS)}`)
      expect([name, variablesIn(parsed.content).filter((variable) => !(variable in VARIABLES))]).toEqual([name, []])
    }
  })
})
