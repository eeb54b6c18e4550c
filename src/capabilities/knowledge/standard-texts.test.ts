import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { actorOf } from '../../../test/support/builders-cases.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import { doc, section, toText } from '../../rich-text/index.ts'
import { addStandardText, findStandardText } from './index.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const list = `/em/${at.prot}/textos-padrao`
const create = async (nome: string, texto: string) =>
  marina.send(await marina.open(`${list}/novo`), 'form[action$="/textos-padrao"]', { nome, texto })

describe('the standard texts of a unit', () => {
  it('R1 are written as plain text, listed, changed and deleted', async () => {
    const made = await create('Encaminhamento', 'Encaminho **para** @unidade@.\n\n- item')
    expect(made.text).toContain('Texto padrão criado.')
    const link = [...made.document.querySelectorAll('a')].find((a) => a.textContent === 'Encaminhamento')
    const form = await marina.open(link?.getAttribute('href') ?? '')
    expect(form.document.querySelector('textarea')?.textContent).toContain('Encaminho **para** @unidade@.')
    const changed = await marina.send(form, 'form.form', { nome: 'Encaminhamento 2' })
    expect(changed.text).toContain('Encaminhamento 2')
    const actor = await actorOf(house, 'marina', at.prot)
    const text = { id: link?.getAttribute('href')?.split('/').at(-1) }
    const kept = await findStandardText(house.db, actor.unitId, text?.id ?? '')
    expect(kept && toText(kept.content)).toBe('Encaminho para @unidade@.\n• item')
    const question = await marina.open(`${list}/${text?.id}/exclusao`)
    const gone = await marina.send(question, 'form[action$="/exclusao"]')
    expect(gone.text).toContain('A unidade ainda não tem textos padrão')
  })

  it('R2 have one name each in their unit', async () => {
    await create('Único', 'Texto.')
    const again = await create('Único', 'Outro texto.')
    expect(again.status).toBe(422)
    expect(again.errors).toEqual(['A unidade já tem um texto padrão com este nome. Escolha outro nome.'])
    expect(again.document.querySelector('textarea')?.textContent).toContain('Outro texto.')
  })

  it('R3 are of their unit alone: for others they are not there', async () => {
    const actor = await actorOf(house, 'marina', at.prot)
    const content = doc(section('corpo', 'body', 'Só do protocolo.'))
    const made = await addStandardText(house.db, actor, { name: 'Interno', content }, new Date())
    const id = made.done ? made.value.id : ''
    const ana = await house.signIn('ana')
    for (const rest of [`/${id}`, `/${id}/exclusao`]) {
      expect((await ana.open(`/em/${at.asses}/textos-padrao${rest}`)).status).toBe(404)
    }
    const csrf = (await ana.open(`/em/${at.asses}/textos-padrao/novo`)).document.querySelector('input[name="_csrf"]')
    const fields = { _csrf: csrf?.getAttribute('value') ?? '', nome: 'Meu', texto: 'Meu' }
    expect((await ana.post(`/em/${at.asses}/textos-padrao/${id}`, fields)).status).toBe(404)
    expect((await ana.post(`/em/${at.asses}/textos-padrao/${id}/exclusao`, fields)).status).toBe(404)
    expect(await findStandardText(house.db, actor.unitId, id)).toMatchObject({ name: 'Interno' })
  })

  it('are kept by who may', async () => {
    const ivo = await house.signIn('ivo')
    expect((await ivo.open(`/em/${at.gs}/textos-padrao`)).status).toBe(404)
  })

  test.each([
    ['', 'Texto', 'Informe o nome do texto padrão.'],
    ['x'.repeat(101), 'Texto', 'O nome passa de 100 caracteres.'],
    ['Nome', '  ', 'Escreva o texto.'],
  ])('named %j with the text %j are refused', async (nome, texto, sentence) => {
    expect((await create(nome, texto)).errors).toEqual([sentence])
  })
})
