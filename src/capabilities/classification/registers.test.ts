import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf, problemsOf } from '../../../test/support/builders-admin.ts'
import { actorOf } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { typesToOpen } from '../cases/index.ts'

let house: TestHouse
let central: Person
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
})
afterAll(() => house.close())

type Fields = Record<string, string | readonly string[]>
const open = async (path: string, noun: string, fields: Fields): Promise<Page> =>
  central.send(await central.open(admin(`${path}/${noun}`)), formTo(path), fields)
const change = async (path: string, fields: Fields): Promise<Page> =>
  central.send(await central.open(admin(path)), formTo(path), fields)
const confirm = async (path: string): Promise<Page> => central.send(await central.open(admin(path)), formTo(path))
const offeredTo = async (unit: (typeof at)[keyof typeof at], login: 'ana' | 'rita' | 'marina') =>
  (await typesToOpen(house.db, await actorOf(house, login, unit))).map(({ name }) => name)

describe('case types', () => {
  const path = '/tipos-de-processo'
  const right = {
    nome: 'Contratos: Aditivo',
    niveis: ['public', 'restricted'],
    nivel_sugerido: 'public',
    classes: '010.1',
  }

  it('are offered as soon as they are registered, in every unit unless it is said where', async () => {
    const page = await open(path, 'novo', { ...right, um_por_interessado: 'sim' })
    expect(page.text).toContain('Contratos: Aditivo: cadastrado.')
    expect(await offeredTo(at.asses, 'ana')).toContain('Contratos: Aditivo')
    expect(await offeredTo(at.rj, 'rita')).toContain('Contratos: Aditivo')
    const id = await idOf(house, 'classification.case_type', 'name', 'Contratos: Aditivo')
    await change(`${path}/${id}`, { unidades: 'gs\nASSES (SET/RN)' })
    expect(await offeredTo(at.asses, 'ana')).toContain('Contratos: Aditivo')
    expect(await offeredTo(at.prot, 'marina')).not.toContain('Contratos: Aditivo')
    const rj = await idOf(house, 'organization.agency', 'acronym', 'SEPLAG/RJ')
    const again = await change(`${path}/${id}`, { unidades: '', orgaos: [rj] })
    expect(again.text).toContain('salvo')
    expect(await offeredTo(at.asses, 'ana')).not.toContain('Contratos: Aditivo')
    expect(await offeredTo(at.rj, 'rita')).toContain('Contratos: Aditivo')
    expect((await central.open(admin(path))).text).toContain('Algumas unidades')
  })

  test.each([
    [{ nome: 'Pessoal: Férias' }, 'nome', /Já existe um tipo/],
    [{ nome: 'ab' }, 'nome', /ao menos 3/],
    [{ niveis: [] }, 'niveis', /ao menos um nível/],
    [{ nivel_sugerido: 'confidential' }, 'nivel_sugerido', /entre os permitidos/],
    [{ nivel_sugerido: 'secreto' }, 'nivel_sugerido', /Escolha o nível/],
    [{ classes: '' }, 'classes', /Informe ao menos uma classe/],
    [{ classes: '999' }, 'classes', /Não existe a classe/],
    [{ classes: '010 Organização' }, 'classes', /só organiza o plano/],
    [{ unidades: 'NADA' }, 'unidades', /Não há unidade em uso/],
  ])('typed as %j are refused beside %s, and what was typed stays', async (fields, field, message) => {
    const page = await open(path, 'novo', { ...right, nome: 'Outro: Tipo', descricao: 'Texto que fica', ...fields })
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
    expect(page.document.querySelector('textarea')?.textContent).toContain('Texto que fica')
  })

  it('R1 cannot be kept with a suggested level that is not allowed, not even by who writes to the table', async () => {
    const write = house.db`update classification.case_type set suggested_level = 'confidential' where name = 'Pessoal: Férias'`
    await expect(write).rejects.toMatchObject({ code: '23514' })
  })

  it('R2 out of use are not offered, stay on old case files, and come back', async () => {
    const id = await idOf(house, 'classification.case_type', 'name', 'Arrecadação: Pedido de Contribuinte')
    expect((await confirm(`${path}/${id}/desativacao`)).text).toContain('fora de uso')
    expect(await offeredTo(at.asses, 'ana')).not.toContain('Arrecadação: Pedido de Contribuinte')
    expect((await central.open(admin(path))).text).not.toContain('Pedido de Contribuinte')
    expect((await central.open(admin(`${path}?situacao=inativos`))).text).toContain('Pedido de Contribuinte')
    expect((await central.open(admin(`${path}/${id}/desativacao`))).status).toBe(404)
    await confirm(`${path}/${id}/reativacao`)
    expect(await offeredTo(at.asses, 'ana')).toContain('Arrecadação: Pedido de Contribuinte')
  })
})

describe('classes', () => {
  const path = '/classes'

  it('are registered with their retention', async () => {
    const page = await open(path, 'nova', {
      codigo: '020.5',
      descricao: 'Férias',
      fase_corrente: '7',
      fase_intermediaria: '0',
      destinacao: 'elimination',
    })
    expect(page.text).toContain('Classe 020.5: cadastrada.')
    expect((await central.open(admin(path))).text).toContain('7 anos, eliminação')
    const [row] =
      await house.db`select current_years, intermediate_years, disposition from classification.record_class where code = '020.5'`
    expect(row).toEqual({ current_years: 7, intermediate_years: 0, disposition: 'elimination' })
  })

  test.each([
    [{ codigo: '010.1' }, 'codigo', /Já existe uma classe/],
    [{ codigo: '' }, 'codigo', /Informe o código/],
    [{ fase_corrente: 'cinco' }, 'fase_corrente', /número inteiro/],
    [{ fase_corrente: '1000' }, 'fase_corrente', /de 0 a 999/],
    [{ destinacao: 'elimination' }, 'fase_corrente', /preciso saber quando/],
    [{ estrutural: 'sim', fase_corrente: '5' }, 'estrutural', /só organiza o plano/],
  ])('typed as %j are refused beside %s', async (fields, field, message) => {
    const page = await open(path, 'nova', { codigo: '777', descricao: 'Nova', ...fields })
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })
})

describe('legal bases', () => {
  const path = '/hipoteses-legais'

  it('R3 keep their level, which is that of the case files that cite them', async () => {
    const id = await idOf(house, 'classification.legal_basis', 'name', 'Informação pessoal')
    const form = await central.open(admin(`${path}/${id}`))
    expect(form.document.querySelector('[name=nivel]')).toBeNull()
    const page = await central.send(form, formTo(`${path}/${id}`), { nivel: 'confidential', nome: 'Dado pessoal' })
    expect(page.text).toContain('Dado pessoal: salva.')
    const [row] = await house.db`select level from classification.legal_basis where id = ${id}`
    expect(row?.level).toBe('restricted')
  })

  it('of one name may be at two levels, and not twice at one', async () => {
    const basis = { nome: 'Sigilo fiscal', lei: 'CTN, art. 198' }
    expect((await open(path, 'nova', { ...basis, nivel: 'restricted' })).text).toContain('cadastrada')
    expect(problemsOf(await open(path, 'nova', { ...basis, nivel: 'confidential' })).nome).toMatch(/Já existe/)
    expect(problemsOf(await open(path, 'nova', { ...basis, nivel: 'publico' })).nivel).toMatch(/Escolha/)
  })
})

describe('kinds of conference', () => {
  it('are registered, changed and put out of use', async () => {
    const path = '/especies-de-conferencia'
    expect((await open(path, 'nova', { nome: 'Documento original', autenticavel: 'sim' })).text).toContain('cadastrada')
    const id = await idOf(house, 'classification.conference_kind', 'name', 'Documento original')
    expect(problemsOf(await change(`${path}/${id}`, { nome: 'Cópia simples' })).nome).toMatch(/Já existe/)
    await change(`${path}/${id}`, { autenticavel: '' })
    const [row] = await house.db`select certifiable from classification.conference_kind where id = ${id}`
    expect(row?.certifiable).toBe(false)
    expect((await confirm(`${path}/${id}/desativacao`)).text).toContain('fora de uso')
  })
})

describe('who administrates one agency', () => {
  it('R5 keeps no register that is of all', async () => {
    const local = await house.signIn('admin')
    const _csrf = (await local.open(admin('/usuarios/novo'))).document
      .querySelector('[name=_csrf]')
      ?.getAttribute('value')
    const before = await everything()
    for (const path of [
      '/tipos-de-processo',
      '/tipos-de-documento',
      '/classes',
      '/hipoteses-legais',
      '/especies-de-conferencia',
    ]) {
      expect((await local.open(admin(path))).status).toBe(404)
      for (const noun of ['', '/1', '/1/desativacao', '/1/reativacao', '/1/modelo', '/1/numeracao']) {
        expect((await local.post(admin(path + noun), { _csrf: _csrf ?? '', nome: 'X' })).status).toBe(404)
        // A redirect to a page that is not there for them would look the same: the rows tell.
        expect(await everything()).toEqual(before)
      }
    }
  })
})

const everything = async () => {
  const [row] = await house.db`
    select (select json_agg(t order by id) from classification.case_type t) as case_types,
           (select json_agg(t order by id) from classification.document_type t) as document_types,
           (select json_agg(t order by id) from classification.record_class t) as classes,
           (select json_agg(t order by id) from classification.legal_basis t) as bases,
           (select json_agg(t order by id) from classification.conference_kind t) as kinds`
  return row
}
