import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator, aGrant } from '../../../../test/support/builders-admin.ts'
import { aCaseFile, actorOf, formOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, textOf } from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { toText } from '../../../rich-text/index.ts'

let house: TestHouse
let central: Person
let admin: Person
let marina: Person
let rita: Person
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
  admin = await house.signIn('admin')
  marina = await house.signIn('marina')
  rita = await house.signIn('rita')
})
afterAll(() => house.close())

const kept = `/em/${at.gs}/textos-institucionais`
type Fields = Record<string, string>
const distribute = async (by: Person, fields: Fields): Promise<Page> =>
  by.send(await by.open(`${kept}/novo`), formOf('textos-institucionais'), { texto: 'Texto.', ...fields })
const idOf = async (name: string) => {
  const [row] = await house.db<{ id: string }[]>`select id from knowledge.institutional_text where name = ${name}`
  return row?.id ?? ''
}
const listIn = (person: Person, unit: string) => person.open(`/em/${unit}/textos-padrao`)
const change = async (by: Person, name: string, fields: Fields) => {
  const path = `${kept}/${await idOf(name)}`
  return by.send(await by.open(path), `form[action="${path}"]`, fields)
}

describe('a text of the institution', () => {
  it('R4 is listed in the units of its scope and nowhere else, and cannot be changed there', async () => {
    await distribute(central, { nome: 'De todos', alcance: 'instalacao' })
    await distribute(admin, { nome: 'Do órgão', alcance: 'orgao' })
    await distribute(admin, { nome: 'De duas', alcance: 'unidades', unidades: 'PROT\nASSES' })
    const here = (await listIn(marina, at.prot)).text
    const there = (await listIn(rita, at.rj)).text
    for (const name of ['De todos', 'Do órgão', 'De duas']) expect(here).toContain(name)
    expect(here).toContain('institucional')
    expect(there).toContain('De todos')
    expect(there).not.toContain('Do órgão')
    expect(there).not.toContain('De duas')
    const carla = await house.signIn('carla')
    expect((await listIn(carla, at.cofic)).text).not.toContain('De duas')
    const hidden = `/em/${at.cofic}/textos-padrao/institucionais/${await idOf('De duas')}`
    expect((await carla.open(hidden)).status).toBe(404)
    const page = await marina.open(`/em/${at.prot}/textos-padrao/institucionais/${await idOf('De duas')}`)
    expect(page.document.querySelector('main textarea')).toBeNull()
  })

  it('R5 is distributed as far as the permission reaches', async () => {
    const form = await admin.open(`${kept}/novo`)
    expect(form.document.querySelector('input[value="instalacao"]')).toBeNull()
    expect((await distribute(admin, { nome: 'Longe', alcance: 'instalacao' })).errors).toContain(
      'Escolha a quem o texto vai.',
    )
    expect((await distribute(admin, { nome: 'Longe', alcance: 'unidades', unidades: 'GABSEC' })).errors[0]).toContain(
      'Não há unidade em uso com a sigla “GABSEC”',
    )
    expect((await admin.open(`${kept}/${await idOf('De todos')}`)).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/textos-institucionais`)).status).toBe(404)
    await aGrant(house, 'marina', { profile: 'Multiplicador', unit: 'PROT' })
    const local = `/em/${at.prot}/textos-institucionais`
    const send = async (unidades: string) =>
      marina.send(await marina.open(`${local}/novo`), formOf('textos-institucionais'), {
        nome: 'Local',
        texto: 'Texto.',
        alcance: 'unidades',
        unidades,
      })
    expect((await send('ASSES')).errors).toEqual(['ASSES não é PROT nem está abaixo dela na hierarquia.'])
    expect((await send('PROT')).text).toContain('Texto distribuído.')
    expect((await marina.open(`${local}/${await idOf('Do órgão')}`)).status).toBe(404)
  })

  it('R6 marks a new version as new until the unit looks at it, and offers it to copies', async () => {
    await distribute(admin, { nome: 'Parecer', texto: 'Primeira redação.', alcance: 'orgao' })
    const id = await idOf('Parecer')
    const unit = `/em/${at.prot}/textos-padrao`
    const read = await marina.open(`${unit}/institucionais/${id}`)
    const copy = await marina.send(read, 'form[action$="/copia"]')
    expect(copy.text).toContain('Cópia feita.')
    expect(copy.document.querySelector('textarea')?.textContent).toContain('Primeira redação.')
    const rowOf = (page: Page, name: string) =>
      [...page.document.querySelectorAll('tbody tr')].filter((row) => row.textContent?.includes(name)).map(String)
    expect(rowOf(await listIn(marina, at.prot), 'Parecer')).toHaveLength(2)
    await change(admin, 'Parecer', { texto: 'Segunda redação.', novidade: 'Prazo novo', alcance: 'orgao' })
    const list = await listIn(marina, at.prot)
    expect(list.text).toContain('versão 2, nova')
    expect(list.text).toContain('Ver a versão 2 do original')
    await marina.open(`${unit}/institucionais/${id}`)
    expect((await listIn(marina, at.prot)).text).not.toContain('versão 2, nova')
    const copyPath = new URL(copy.url, 'http://x').pathname
    const offer = await marina.open(`${copyPath}/atualizacao`)
    const taken = await marina.send(offer, 'form[action$="/atualizacao"]', { ato: 'trocar' })
    expect(taken.text).toContain('O texto da unidade é agora o da nova versão.')
    expect((await marina.open(copyPath)).document.querySelector('textarea')?.textContent).toContain('Segunda redação.')
    expect((await marina.open(`${copyPath}/atualizacao`)).status).toBe(404)
  })

  it('R7 begins documents, which stay as they are when it changes or is withdrawn', async () => {
    const file = await aCaseFile(house)
    const id = await idOf('Parecer')
    const number = await aDraft(house, file.digits, { initialText: { kind: 'institutional', id } })
    expect(toText((await textOf(house, number)).content)).toContain('Segunda redação.')
    await change(admin, 'Parecer', { texto: 'Terceira.', alcance: 'orgao' })
    const page = await admin.open(`${kept}/${id}/retirada`)
    await admin.send(page, 'form[action$="/retirada"]')
    expect(toText((await textOf(house, number)).content)).toContain('Segunda redação.')
    expect((await marina.open(`/em/${at.prot}/textos-padrao/institucionais/${id}`)).status).toBe(404)
    await expect(aDraft(house, file.digits, { initialText: { kind: 'institutional', id } })).rejects.toThrow()
  })

  it('R8 may be a public document, as model for documents of its type', async () => {
    const file = await aCaseFile(house, { by: 'admin', unit: at.gs })
    const source = await aDraft(house, file.digits, { by: 'admin', unit: at.gs, text: 'Modelo de despacho.' })
    const path = `/em/${at.gs}/documentos/${source}/distribuicao`
    const fields = { nome: 'Despacho modelo', alcance: 'orgao' }
    expect((await admin.send(await admin.open(path), `form[action="${path}"]`, fields)).text).toContain(
      'Despacho modelo',
    )
    const mine = await aCaseFile(house)
    const offered = await marina.open(
      `/em/${at.prot}/processos/${mine.digits}/documentos/novo?tipo=${(await house.db`select id from classification.document_type where name = 'Despacho'`)[0]?.id}`,
    )
    expect(offered.text).toContain('Despacho modelo')
    const made = await marina.send(offered, formOf('documentos'), {
      texto_inicial: 'texto-padrao',
      texto_padrao: `i${await idOf('Despacho modelo')}`,
    })
    expect(made.text).toContain('Modelo de despacho.')
    const secret = await aDraft(house, file.digits, { by: 'admin', unit: at.gs, level: 'restricted' })
    expect((await admin.open(`/em/${at.gs}/documentos/${secret}/distribuicao`)).status).toBe(404)
  })
})

describe('groups of a unit', () => {
  it('R9 hold texts and documents, come first, and are of the unit alone', async () => {
    const groups = `/em/${at.prot}/textos-padrao/grupos`
    expect(
      (await marina.send(await marina.open(groups), `form[action="${groups}"]`, { nome: 'Diários' })).text,
    ).toContain('Grupo criado.')
    const again = await marina.send(await marina.open(groups), `form[action="${groups}"]`, { nome: 'Diários' })
    expect(again.errors).toEqual(['A unidade já tem um grupo com este nome.'])
    const text = await marina.open(`/em/${at.prot}/textos-padrao/institucionais/${await idOf('De todos')}`)
    const [group] = await house.db<{ id: string }[]>`select id from knowledge.favourite_group where name = 'Diários'`
    await marina.send(text, 'form[action$="/agrupamento"]', { grupo: group?.id ?? '' })
    const file = await aCaseFile(house)
    const draft = await aDraft(house, file.digits, { text: 'Sirvo de modelo.' })
    const path = `/em/${at.prot}/documentos/${draft}/modelo-da-unidade`
    const saved = await marina.send(await marina.open(path), `form[action="${path}"]`, {
      nome: 'Despacho de sempre',
      grupo: group?.id ?? '',
    })
    const [first, second] = [...saved.document.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '')
    expect([first, second].every((row) => row?.includes('Diários'))).toBe(true)
    expect(`${first}${second}`).toContain('Despacho de sempre')
    const ana = await house.signIn('ana')
    expect((await ana.open(`/em/${at.asses}/textos-padrao/grupos/${group?.id}`)).status).toBe(404)
    const actor = await actorOf(house, 'marina', at.prot)
    const rows = await house.db`select 1 from knowledge.favourite where unit_id = ${actor.unitId}`
    expect(rows).toHaveLength(2)
  })
})
