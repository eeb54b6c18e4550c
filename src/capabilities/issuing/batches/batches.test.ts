import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, done, formOf } from '../../../../test/support/builders-cases.ts'
import { documentAddress, typeIdOf } from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { doc, section } from '../../../rich-text/index.ts'
import { addStandardText } from '../../knowledge/index.ts'
import { runBatch } from './run-batch.ts'

describe('documents in numbers', () => {
  let house: TestHouse
  let marina: Person
  let text: string
  let despacho: string

  beforeAll(async () => {
    house = await openTestHouse()
    marina = await house.signIn('marina')
    const actor = await actorOf(house, 'marina', at.prot)
    const content = doc(section('corpo', 'body', 'Convoca-se @nome@, matrícula @matricula@, no processo @processo@.'))
    const made = await done(addStandardText(house.db, actor, { name: 'Convocação', content }, house.platform.clock()))
    text = made.id
    despacho = await typeIdOf(house, 'Despacho')
  })
  afterAll(() => house.close())

  const sendList = async (list: string, processo: string): Promise<Page> => {
    const page = await marina.open(`/em/${at.prot}/lotes/novo?processo=${processo}`)
    const fields = { tipo: despacho, texto_inicial: 'texto-padrao', texto_padrao: text }
    return marina.send(page, formOf('lotes'), fields, [
      { field: 'lista', name: 'servidores.csv', type: 'text/csv', content: list },
    ])
  }
  const documentsIn = (digits: string) => house.db<{ number: string }[]>`
    select lpad(d.number::text, 7, '0') as number from documents.document d join cases.case_file c on c.id = d.case_file_id
     where c.digits = ${digits} order by d.number`

  it('R8 a list is looked through before, and each row becomes one document, however often the job runs', async () => {
    const { digits } = await aCaseFile(house)
    const page = await sendList('Nome;Matrícula\nAna Lima;123\n"Sá, Bruno";456\n', digits)
    expect(page.errors).toEqual([])
    expect(page.text).toContain('A lista está certa: 2 linhas')
    expect(await documentsIn(digits)).toHaveLength(0)
    const running = await marina.send(page, formOf('geracao'))
    expect(running.text).toContain('Gerando documentos')
    await house.workOff()
    const id = /lotes\/(\d+)/.exec(page.url)?.[1]
    await runBatch(house.platform, { batchId: id })
    await marina.send(page, formOf('geracao'), { _chave: 'outra-vez' })
    await house.workOff()
    const made = await documentsIn(digits)
    expect(made).toHaveLength(2)
    expect((await marina.open(page.url)).text).toContain('2 documentos gerados de 2')
    const second = await marina.open(documentAddress(made[1]?.number ?? ''))
    expect(second.text).toMatch(/Convoca-se Sá, Bruno, matrícula 456, no processo \d/)
  })

  it('R8 goes on where it was cut off, and tells row by row what the person may do no more', async () => {
    const [one, two] = [await aCaseFile(house), await aCaseFile(house)]
    const page = await sendList(`processo;nome;matricula\n${one.number};A;1\n${two.number};B;2`, '')
    expect(page.text).toContain('A lista está certa')
    await marina.send(page, formOf('geracao'))
    await house.db`update issuing.batch_row set problem = 'já vista' where case_digits = ${one.digits}`
    const desk = await marina.open(`/em/${at.prot}/conclusao?processo=${two.digits}`)
    await marina.send(desk, formOf('conclusao'))
    await house.workOff()
    const after = await marina.open(page.url)
    expect(after.text).toContain('0 documentos gerados de 2; 2 linhas não puderam ser feitas')
    expect(await documentsIn(two.digits)).toHaveLength(0)
  })

  it('R9 a wrong row is told by its line, and nothing can be made of the list', async () => {
    const { digits } = await aCaseFile(house)
    const page = await sendList('nome;matricula;processo\nAna;;', digits)
    expect(page.text).toContain('1 linha tem problema')
    expect(page.text).toContain('Em branco: matricula.')
    expect(page.document.querySelector(formOf('geracao'))).toBeNull()
    const foreign = await aCaseFile(house, { by: 'rita', unit: at.rj, level: 'confidential' })
    const hidden = await sendList(`nome;matricula;processo\nAna;1;${foreign.number}\nBia;2;99999.999999/2026-99`, '')
    const sentence = 'Nenhum processo com este número está disponível para você nesta unidade.'
    expect(hidden.text.split(sentence)).toHaveLength(3)
    const without = await sendList('nome\nAna', digits)
    expect(without.errors).toEqual(['O texto usa @matricula@, e a lista não tem coluna com esse nome.'])
  })

  it('R9 a list is nobody else’s', async () => {
    const { digits } = await aCaseFile(house)
    const page = await sendList('nome;matricula\nAna;1', digits)
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(page.url)).status).toBe(404)
  })

  it('R10 one document in each case file of the desk, each with its result, and all in a bundle', async () => {
    const [one, two, closed] = [await aCaseFile(house), await aCaseFile(house), await aCaseFile(house)]
    await marina.send(await marina.open(`/em/${at.prot}/conclusao?processo=${closed.digits}`), formOf('conclusao'))
    const query = [one, two, closed].map(({ digits }) => `processo=${digits}`).join('&')
    const page = await marina.open(`/em/${at.prot}/inclusao-em-lote?${query}`)
    const told = await marina.send(page, formOf('inclusao-em-lote'), {
      tipo: despacho,
      texto_inicial: 'texto-padrao',
      texto_padrao: text,
      bloco: 'sim',
    })
    expect(told.text).toContain('2 de 2 documentos incluídos')
    expect(told.text).toContain(closed.number)
    expect([
      (await documentsIn(one.digits)).length,
      (await documentsIn(two.digits)).length,
      (await documentsIn(closed.digits)).length,
    ]).toEqual([1, 1, 0])
    const nothing = await marina.open(`/em/${at.prot}/inclusao-em-lote`)
    expect(nothing.status).toBe(422)
    const fresh = await marina.open(`/em/${at.prot}/inclusao-em-lote?processo=${one.digits}`)
    const untyped = await marina.send(fresh, formOf('inclusao-em-lote'), { tipo: '' })
    expect(untyped.errors).toContain('Escolha o tipo do documento.')
  })
})
