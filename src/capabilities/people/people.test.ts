import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator } from '../../../test/support/builders-admin.ts'
import { formOf } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { contactsByIds, findContacts } from './index.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const cpf = '529.982.247-25'
const cnpj = '11.222.333/0001-81'

async function register(fields: Record<string, string>) {
  const form = await marina.open(`/em/${at.prot}/contatos/novo`)
  return marina.send(form, formOf('contatos'), { natureza: 'person', ...fields })
}

describe('the register of contacts', () => {
  it('R1 takes a person with a CPF and shows the CPF masked, never whole', async () => {
    const page = await register({ nome: 'José  da Conceição', cpf_ou_cnpj: cpf, email: 'jose@exemplo.com' })
    expect(page.url).toContain('/contatos?q=')
    expect(page.text).toContain('José da Conceição')
    expect(page.text).toContain('***.982.247-**')
    for (const text of [page.html, (await marina.open(`/em/${at.prot}/contatos?q=52998224725`)).text.slice(60)]) {
      expect(text.replace(/value="[^"]*"/g, '')).not.toMatch(/529\.?982\.?247-?25/)
    }
  })

  it('R2 has a CPF and a CNPJ once, and says who has it', async () => {
    await register({ natureza: 'organization', nome: 'Comercial Potengi', cpf_ou_cnpj: cnpj })
    const again = await register({ natureza: 'organization', nome: 'Outra', cpf_ou_cnpj: '11222333000181' })
    expect(again.status).toBe(422)
    expect(again.errors).toEqual(['Já existe um contato com este CNPJ: Comercial Potengi. Use o contato existente.'])
    expect(again.document.querySelector('input[name=nome]')?.getAttribute('value')).toBe('Outra')
  })

  test.each([
    [{ natureza: '', nome: 'Fulana' }, 'Escolha se é pessoa física ou jurídica.'],
    [{ nome: 'A' }, 'Informe o nome.'],
    [{ nome: 'x'.repeat(251) }, 'O nome tem mais de 250 caracteres. Abrevie-o.'],
    [{ nome: 'Fulana', cpf_ou_cnpj: '123.456.789-00' }, 'O CPF não confere. Confira os onze dígitos.'],
    [
      { natureza: 'organization', nome: 'Firma', cpf_ou_cnpj: cpf },
      'O CNPJ não confere. Confira os catorze caracteres.',
    ],
    [{ nome: 'Fulana', email: 'fulana' }, 'O e-mail não tem a forma de um endereço, como nome@exemplo.com.'],
  ])('%j is not taken', async (fields, sentence) => {
    const page = await register(fields as Record<string, string>)
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([sentence])
  })

  it('finds by words in any order, accents aside, by CPF and by CNPJ in any punctuation', async () => {
    await register({ nome: 'Maria Antônia Gonçalves' })
    const names = async (text: string) => (await findContacts(house.db, text)).map(({ name }) => name)
    expect(await names('goncalves maria')).toEqual(['Maria Antônia Gonçalves'])
    expect(await names(cpf)).toEqual(['José da Conceição'])
    expect(await names('52998224725')).toEqual(['José da Conceição'])
    expect(await names('11222333000181')).toEqual(['Comercial Potengi'])
    expect(await names('%')).toEqual([])
    expect(await names('_')).toEqual([])
    expect(await names(' ')).toEqual([])
    expect(await names('\0')).toEqual([])
    expect(await names('zz '.repeat(200))).toEqual([])
  })

  it('gives contacts by id in the order asked, and leaves out what is none', async () => {
    const rows = await house.db`select id from people.contact order by id`
    const ids = rows.map(({ id }) => id as string)
    const asked = [...ids].reverse()
    expect((await contactsByIds(house.db, [...asked, '999999', 'x'])).map(({ id }) => id)).toEqual(asked)
  })

  it('says so where nothing is found, and pages through many', async () => {
    expect((await marina.open(`/em/${at.prot}/contatos?q=ninguem`)).text).toContain('Nenhum contato encontrado')
    await house.db`insert into people.contact (name) select 'Pessoa ' || lpad(n::text, 3, '0') from generate_series(1, 120) n`
    const first = await marina.open(`/em/${at.prot}/contatos?q=pessoa`)
    expect(first.document.querySelectorAll('#contatos tbody tr')).toHaveLength(50)
    const last = await marina.open(`/em/${at.prot}/contatos?q=pessoa&pagina=3`)
    expect(last.document.querySelectorAll('#contatos tbody tr')).toHaveLength(20)
    expect((await marina.open(`/em/${at.prot}/contatos?pagina=-1`)).status).toBe(200)
    expect((await marina.open(`/em/${at.prot}/contatos?pagina=999999999999`)).status).toBe(200)
  })

  it('R3 is corrected and taken out of use by who administrates everything, with a history, and offered no more', async () => {
    await register({ nome: 'Josefa com Erro', email: 'josefa@exemplo.com' })
    const [contact] = await findContacts(house.db, 'Josefa')
    const central = await aCentralAdministrator(house)
    const here = `/em/${at.gs}/contatos/${contact?.id}`
    const again = await central.send(await central.open(here), `form[action="${here}"]`, { nome: 'J', telefone: '84' })
    expect(again.status).toBe(422)
    expect(again.document.querySelector('input[name=telefone]')?.getAttribute('value')).toBe('84')
    // What says who it is cannot be slipped in.
    const forged = { nome: 'Josefa Certa', telefone: '84 1111', natureza: 'organization', cpf_ou_cnpj: cnpj }
    expect((await central.send(await central.open(here), `form[action="${here}"]`, forged)).text).toContain('salvo.')
    const [changed] = await contactsByIds(house.db, [contact?.id ?? ''])
    expect(changed).toMatchObject({
      kind: 'person',
      cnpj: undefined,
      name: 'Josefa Certa',
      email: 'josefa@exemplo.com',
    })

    const closed = await central.send(await central.open(`${here}/desativacao`), 'form[action$="/desativacao"]')
    expect(closed.text).toContain('fora de uso.')
    expect(await findContacts(house.db, 'Josefa')).toEqual([])
    const list = (state: string) => marina.open(`/em/${at.prot}/contatos?q=josefa&situacao=${state}`)
    expect((await list('ativos')).text).toContain('Nenhum contato encontrado')
    expect((await list('inativos')).text).toContain('Josefa Certa')
    const history = (await marina.open(`/em/${at.prot}/contatos/${contact?.id}/alteracoes`)).text
    for (const word of ['Josefa com Erro', 'Josefa Certa', 'Fora de uso', 'Clara Central'])
      expect(history).toContain(word)
    await central.send(await central.open(`${here}/reativacao`), 'form[action$="/reativacao"]')
    expect(await findContacts(house.db, 'Josefa')).toHaveLength(1)
  })

  it('is not for who opens no case files', async () => {
    const ivo = await house.signIn('ivo')
    expect((await ivo.open(`/em/${at.gs}/contatos`)).status).toBe(404)
  })
})
