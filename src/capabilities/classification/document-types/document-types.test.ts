import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf, problemsOf } from '../../../../test/support/builders-admin.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { doc, parseContent, section } from '../../../rich-text/index.ts'

let house: TestHouse
let central: Person
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
})
afterAll(() => house.close())

const path = '/tipos-de-documento'
type Fields = Record<string, string>
const open = async (fields: Fields): Promise<Page> =>
  central.send(await central.open(admin(`${path}/novo`)), formTo(path), fields)
const at = async (name: string, noun = '') =>
  `${path}/${await idOf(house, 'classification.document_type', 'name', name)}${noun}`
const save = async (where: string, fields: Fields): Promise<Page> =>
  central.send(await central.open(admin(where)), formTo(where), fields)
const templateOf = async (name: string) => {
  const [row] = await house.db`select template from classification.document_type where name = ${name}`
  const parsed = parseContent(row?.template)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.content
}

describe('a kind of document', () => {
  it('is registered and changed', async () => {
    const page = await open({ nome: 'Edital', grupo: 'Contratação', numeracao: 'agency-year', momento: 'signature' })
    expect(page.text).toContain('Edital: cadastrado.')
    expect((await save(await at('Edital'), { aplicacao: 'authored' })).text).toContain('salvo')
    const [row] =
      await house.db`select applies_to, numbering, number_taken_at from classification.document_type where name = 'Edital'`
    expect(row).toEqual({ applies_to: 'authored', numbering: 'agency-year', number_taken_at: 'signature' })
  })

  it('asks for the signature that could always be made, until it is told to ask for more', async () => {
    const level = async () =>
      (await house.db`select signature_level from classification.document_type where name = 'Despacho'`)[0]
    expect(await level()).toEqual({ signature_level: 'advanced' })
    await save(await at('Despacho'), { assinatura: 'qualified' })
    expect(await level()).toEqual({ signature_level: 'qualified' })
    const history = await central.open(admin(await at('Despacho')))
    expect(history.text).toContain('Nível mínimo de assinatura')
    await save(await at('Despacho'), { assinatura: 'advanced' })
  })

  test.each([
    [{ nome: 'Despacho' }, 'nome', /Já existe um tipo/],
    [{ nome: '' }, 'nome', /Informe o nome/],
    [{ aplicacao: 'nenhuma' }, 'aplicacao', /Escolha a aplicação/],
    [{ aplicacao: 'uploaded', numeracao: 'unit' }, 'numeracao', /Só documentos elaborados/],
    [{ assinatura: 'nenhuma' }, 'assinatura', /Escolha o nível de assinatura/],
    [{ assinatura: 'qualified', interno: 'sim' }, 'assinatura', /é assinado com senha/],
  ])('typed as %j is refused beside %s', async (fields, field, message) => {
    const page = await open({ nome: 'Outro', ...fields } as Fields)
    expect(page.status).toBe(422)
    expect(problemsOf(page)[field]).toMatch(message)
  })

  it('that only comes as a file has neither template nor numbers', async () => {
    expect((await central.open(admin(await at('Requerimento', '/modelo')))).status).toBe(404)
    expect((await central.open(admin(await at('Requerimento', '/numeracao')))).status).toBe(404)
  })
})

describe('a template', () => {
  it('R6 is changed section by section as plain text; what was not touched stays what it was', async () => {
    const before = await templateOf('Despacho')
    const where = await at('Despacho', '/modelo')
    const page = await save(where, { secao_corpo: 'Ao setor @unidade@.\n\n- primeiro\n- segundo', fixa_corpo: '' })
    expect(page.text).toContain('Modelo de Despacho: salvo.')
    const after = await templateOf('Despacho')
    expect(after.content.map(({ attrs }) => attrs.key)).toEqual(before.content.map(({ attrs }) => attrs.key))
    expect(after.content[0]).toEqual(before.content[0])
    expect(JSON.stringify(after.content[2])).toContain('"name":"unidade"')
    expect(after.content[2]?.content[1]?.type).toBe('bullet_list')
    const again = await save(where, {})
    expect(again.text).toContain('salvo')
    expect(await templateOf('Despacho')).toEqual(after)
  })

  it('R6 may fix or free a section', async () => {
    await save(await at('Despacho', '/modelo'), { fixa_corpo: 'sim', fixa_titulo: '' })
    const [header, title, body] = (await templateOf('Despacho')).content
    expect([header, title, body].map((one) => one?.attrs.locked)).toEqual([true, false, true])
  })

  it('R6 with a table asks before it is lost', async () => {
    const table = doc(
      section('titulo', 'title', 'Título'),
      section('corpo', 'body', 'Antes\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nDepois'),
    )
    await house.db`update classification.document_type set template = ${JSON.stringify(table)}::text::json where name = 'Portaria'`
    const where = await at('Portaria', '/modelo')
    const form = await central.open(admin(where))
    const text = form.document.querySelector('[name=secao_corpo]')?.textContent ?? ''
    expect(text).toContain('[[tabela 1')
    const lost = await central.send(form, formTo(where), { secao_corpo: 'Antes\n\nDepois' })
    expect(lost.status).toBe(422)
    expect(problemsOf(lost).confirma_retirada).toMatch(/tabela 1/)
    expect(lost.document.querySelector('[name=secao_corpo]')?.textContent?.trim()).toBe('Antes\n\nDepois')
    const kept = await central.send(form, formTo(where), { secao_corpo: text.replace('Antes', 'Primeiro') })
    expect(kept.text).toContain('salvo')
    expect((await templateOf('Portaria')).content[1]?.content[1]).toEqual(table.content[1]?.content[1])
    const gone = await central.send(lost, formTo(where), { confirma_retirada: 'sim' })
    expect(gone.text).toContain('salvo')
    expect(JSON.stringify(await templateOf('Portaria'))).not.toContain('table')
  })

  it('R6 of a kind that had none begins with the general one', async () => {
    const page = await save(await at('Edital', '/modelo'), { secao_corpo: 'O edital' })
    expect(page.text).toContain('salvo')
    expect((await templateOf('Edital')).content.map(({ attrs }) => attrs.kind)).toEqual([
      'header',
      'title',
      'body',
      'footer',
    ])
  })

  it('R6 written strangely is kept as words, or refused in words', async () => {
    const where = await at('Edital', '/modelo')
    for (const text of ['<script>alert(1)</script>', '@inexistente@', '[[tabela 9]]', '\u0000', '>'.repeat(200), '']) {
      const page = await save(where, { secao_corpo: text })
      expect([200, 422]).toContain(page.status)
    }
    await save(where, { secao_corpo: '<b>x</b>' })
    expect(JSON.stringify(await templateOf('Edital'))).toContain('<b>x</b>')
    expect((await save(where, { secao_corpo: 'x'.repeat(200_001) })).status).toBe(422)
  })
})
