import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCentralAdministrator, admin, formTo, idOf, problemsOf } from '../../../../test/support/builders-admin.ts'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { lockAsIfSent, textOf } from '../../../../test/support/builders-documents.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { toText } from '../../../rich-text/index.ts'

let house: TestHouse
let central: Person
let marina: Person
let digits: string
let typeId: string
let form: string
beforeAll(async () => {
  house = await openTestHouse()
  central = await aCentralAdministrator(house)
  marina = await house.signIn('marina')
  digits = (await aCaseFile(house)).digits
  await central.send(await central.open(admin('/tipos-de-documento/novo')), formTo('/tipos-de-documento'), {
    nome: 'Pedido de diárias',
    aplicacao: 'form',
  })
  typeId = await idOf(house, 'classification.document_type', 'name', 'Pedido de diárias')
  form = `/tipos-de-documento/${typeId}/formulario`
})
afterAll(() => house.close())

type Fields = Record<string, string>
const addField = async (especie: string, fields: Fields): Promise<Page> =>
  central.send(await central.open(admin(`${form}/campos/novo?especie=${especie}`)), formTo(`${form}/campos`), fields)
const publish = async () => central.send(await central.open(admin(form)), formTo(`${form}/publicacao`))
const newPage = () => marina.open(`/em/${at.prot}/processos/${digits}/documentos/novo?tipo=${typeId}`)
const fill = async (fields: Fields) => marina.send(await newPage(), 'form[action$="/formularios"]', fields)
const numberOf = (page: Page) => /documentos\/(\d+)/.exec(page.url)?.[1] ?? ''
const answersOf = async (number: string) => {
  const rows = await house.db<{ answers: object }[]>`
    select a.answers from documents.form_answer a join documents.document d on d.id = a.document_id
     where d.number = ${number} order by a.version`
  return rows.map(({ answers }) => answers)
}

describe('a form', () => {
  it('R28 is arranged field by field and offered once it is published', async () => {
    expect((await newPage()).status).toBe(404)
    expect((await publishEmpty()).status).toBe(422)
    await addField('short-text', { rotulo: 'Destino', obrigatorio: 'sim' })
    await addField('money', { rotulo: 'Valor pedido', maximo: '5.000,00' })
    await addField('date', { rotulo: 'Ida' })
    const wrong = await addField('list', { rotulo: 'Meio', opcoes: 'Ônibus' })
    expect(problemsOf(wrong).opcoes).toBe('Informe ao menos duas opções, uma por linha.')
    await addField('list', { rotulo: 'Meio', opcoes: 'Ônibus\nAvião' })
    const page = await central.open(admin(form))
    const up = await central.send(page, formTo(`${form}/campos/meio/lugar`), { para: 'cima' })
    const labels = [...up.document.querySelectorAll('tbody tr th')].map((cell) => cell.textContent)
    expect(labels).toEqual(['Destino', 'Valor pedido', 'Meio', 'Ida'])
    expect((await publish()).text).toContain('versão 1 publicada.')
    expect((await newPage()).text).toContain('Valor pedido')
  })

  it('R29 is checked on the server, with sentences beside the fields and what was typed kept', async () => {
    const page = await fill({ campo_valor_pedido: '6.000', campo_destino: '', descricao: 'Viagem' })
    expect(page.status).toBe(422)
    expect(problemsOf(page)).toMatchObject({
      campo_destino: 'Preencha “Destino”.',
      campo_valor_pedido: 'O maior valor é 5000.',
    })
    expect(page.document.querySelector('[name="campo_valor_pedido"]')?.getAttribute('value')).toBe('6.000')
    expect(page.document.querySelector('[name="descricao"]')?.textContent).toContain('Viagem')
  })

  it('R30 becomes a document whose answers can be asked for, changed while allowed, and signed', async () => {
    const made = await fill({ campo_destino: 'Mossoró', campo_valor_pedido: '1.234,50', campo_meio: 'Ônibus' })
    const number = numberOf(made)
    expect(made.text).toContain('Mossoró')
    expect(made.text).toContain('R$ 1.234,50')
    const found = await house.db`select 1 from documents.form_answer where answers @> '{"valor_pedido": 1234.5}'`
    expect(found).toHaveLength(1)
    const old = await marina.open(`/em/${at.prot}/documentos/${number}/editor`)
    expect(old.url).toContain('/formulario')
    const changed = await marina.send(old, 'form[action$="/formulario"]', { campo_destino: 'Caicó' })
    expect(changed.text).toContain('Caicó')
    expect(await answersOf(number)).toEqual([
      { destino: 'Mossoró', valor_pedido: 1234.5, meio: 'Ônibus' },
      { destino: 'Caicó', valor_pedido: 1234.5, meio: 'Ônibus' },
    ])
    await signDocument(house, number)
    await lockAsIfSent(house, number)
    expect((await marina.open(`/em/${at.prot}/documentos/${number}/formulario`)).status).toBe(409)
  })

  it('R31 stays with the fields of the version it was begun with', async () => {
    const before = numberOf(await fill({ campo_destino: 'Assu' }))
    const waiting = await newPage()
    await addField('flag', { rotulo: 'Ciente das regras', obrigatorio: 'sim' })
    await publish()
    const late = await marina.send(waiting, 'form[action$="/formularios"]', { campo_destino: 'Natal' })
    expect(late.errors).toContain('O formulário mudou enquanto você preenchia. Confira os campos e conclua.')
    expect((await fill({ campo_destino: 'Natal' })).errors).toEqual(['Marque “Ciente das regras” para concluir.'])
    const page = await marina.open(`/em/${at.prot}/documentos/${before}/formulario`)
    expect(page.text).not.toContain('Ciente das regras')
    await marina.send(page, 'form[action$="/formulario"]', { campo_destino: 'Angicos' })
    const { content, version } = await textOf(house, before)
    expect(version).toBe(2)
    expect(toText(content)).not.toContain('Ciente')
    const restored = await marina.open(`/em/${at.prot}/documentos/${before}/versoes/1`)
    await marina.send(restored, 'form[action$="/recuperacao"]')
    expect((await answersOf(before)).at(-1)).toEqual({ destino: 'Assu' })
  })
})

async function publishEmpty() {
  const page = await central.open(admin('/tipos-de-documento/novo'))
  const csrf = page.document.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? ''
  return central.post(admin(`${form}/publicacao`), { _csrf: csrf })
}
