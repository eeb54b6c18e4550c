import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile, actorOf, eventsOf, legalBasisOf } from '../../../../test/support/builders-cases.ts'
import {
  aDraft,
  anUpload,
  eventsOfDocument,
  lockAsIfSent,
  rowOf,
  signAsDocumentsKnow,
  typeIdOf,
} from '../../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { findCaseFile } from '../../cases/index.ts'
import { documentsOf } from '../find-document.ts'
import { newOrder } from './order.rules.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const address = (number: string, part: string) => `/em/${at.prot}/documentos/${number}${part}`

describe('the data of a document', () => {
  it('change on the page, and the history says which', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    const page = await marina.open(address(number, '/dados'))
    await marina.send(page, 'form[action$="/dados"]', { descricao: 'Nova', nome_na_arvore: 'Nota' })
    expect(await rowOf(house, number)).toMatchObject({ description: 'Nova', tree_name: 'Nota' })
    const [event] =
      await house.db`select facts from history.event where kind = 'document-data-changed' order by id desc limit 1`
    expect(event?.facts.fields).toBe('descrição, nome na árvore')
    await marina.send(await marina.open(address(number, '/dados')), 'form[action$="/dados"]')
    expect(await eventsOfDocument(house, number)).toEqual(['document-created', 'document-data-changed'])
  })

  it('R5 the level, up and down again, takes the case file along, each with its event', async () => {
    const { digits, id } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    const hipotese = await legalBasisOf(house.db, 'restricted')
    const levelOf = async () =>
      (await house.db`select effective_level from cases.case_file where id = ${id}`)[0]?.effective_level
    const change = async (nivel: string) =>
      marina.send(await marina.open(address(number, '/dados')), 'form[action$="/dados"]', { nivel, hipotese })
    await change('restrito')
    expect(await levelOf()).toBe('restricted')
    await change('publico')
    expect(await levelOf()).toBe('public')
    expect(await rowOf(house, number)).toMatchObject({ level: 'public', legal_basis_id: null })
    expect((await eventsOf(house, id)).slice(2)).toEqual([
      'document-level-changed',
      'effective-level-changed',
      'document-level-changed',
      'effective-level-changed',
    ])
  })

  it('DOC-078: the type changes for files only', async () => {
    const { digits } = await aCaseFile(house)
    const upload = await anUpload(house, digits)
    const draft = await aDraft(house, digits)
    const tipo = await typeIdOf(house, 'Ofício')
    const page = await marina.open(address(upload, '/dados'))
    await marina.send(page, 'form[action$="/dados"]', { tipo })
    expect(await rowOf(house, upload)).toMatchObject({ document_type_id: tipo })
    const own = await marina.open(address(draft, '/dados'))
    expect(own.document.querySelector('select[name="tipo"]')).toBeNull()
    const forged = await marina.send(own, 'form[action$="/dados"]', { tipo })
    expect(forged.errors).toEqual(['O tipo de um documento feito no editor não muda. Faça outro documento.'])
  })

  it('too long or without a basis, come back with what was typed', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    const page = await marina.open(address(number, '/dados'))
    const long = 'x'.repeat(501)
    const after = await marina.send(page, 'form[action$="/dados"]', { descricao: long })
    expect(after.errors).toEqual(['A descrição passa de 500 caracteres.'])
    expect(after.document.querySelector('textarea')?.textContent).toContain(long)
  })
})

describe('a document that leaves the tree', () => {
  it('DOC-080: a draft is deleted after a question; number and name stay in the history', async () => {
    const { digits, id } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    const page = await marina.open(address(number, '/exclusao'))
    expect(page.text).toContain('fica na lixeira desta unidade')
    const after = await marina.send(page, 'form[action$="/exclusao"]')
    expect(after.url).toMatch(new RegExp(`/processos/${digits}\\?resultado=`))
    const actor = await actorOf(house, 'marina', at.prot)
    const caseFile = await findCaseFile(house.db, actor, { id }, 'reading', new Date())
    expect(caseFile && (await documentsOf(house.db, actor, caseFile))).toEqual([])
    const [event] =
      await house.db`select facts from history.event where case_file_id = ${id} and kind = 'document-deleted'`
    expect(event?.facts.document).toBe(`Despacho (${number})`)
    expect(Number(await aDraft(house, digits))).toBeGreaterThan(Number(number))
  })

  it('DOC-083: a locked one is cancelled with a reason, and stays in the tree', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    await signAsDocumentsKnow(house, number)
    await lockAsIfSent(house, number)
    const page = await marina.open(address(number, '/cancelamento'))
    const empty = await marina.send(page, 'form[action$="/cancelamento"]', { motivo: ' x ' })
    expect(empty.errors).toEqual(['Informe o motivo do cancelamento, com 5 a 500 caracteres.'])
    await marina.send(empty, 'form[action$="/cancelamento"]', { motivo: 'Emitido em duplicidade.' })
    expect(await rowOf(house, number)).toMatchObject({ state: 'cancelled' })
    const [removal] =
      await house.db`select r.kind, r.reason from documents.removal r join documents.document d on d.id = r.document_id where d.number = ${number}`
    expect(removal).toEqual({ kind: 'cancelled', reason: 'Emitido em duplicidade.' })
    expect(await eventsOfDocument(house, number)).toEqual(['document-created', 'document-locked', 'document-cancelled'])
  })

  it('DOC-084: who may write but not cancel finds no such page', async () => {
    const { digits } = await aCaseFile(house, { by: 'beto', unit: at.asses })
    const number = await anUpload(house, digits, { by: 'beto', unit: at.asses })
    await lockAsIfSent(house, number, { by: 'beto', unit: at.asses })
    const beto = await house.signIn('beto')
    expect((await beto.open(`/em/${at.asses}/documentos/${number}/cancelamento`)).status).toBe(404)
  })

  it('sent twice, is deleted once', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    const page = await marina.open(address(number, '/exclusao'))
    await Promise.all(
      [1, 2, 3].map(() => marina.send(page, 'form[action$="/exclusao"]', { _chave: `chave-${Math.random()}` })),
    )
    expect(await eventsOfDocument(house, number)).toEqual(['document-created', 'document-deleted'])
  })
})

describe('the order of the tree', () => {
  async function three() {
    const { digits, id } = await aCaseFile(house)
    const numbers: string[] = []
    for (const treeName of ['A', 'B', 'C']) numbers.push(await aDraft(house, digits, { treeName }))
    const orderNow = async () => {
      const rows =
        await house.db`select tree_name from documents.document where case_file_id = ${id} order by position, id`
      return rows.map(({ tree_name }) => tree_name).join('')
    }
    return { digits, id, numbers, orderNow, page: () => marina.open(`/em/${at.prot}/processos/${digits}/ordem`) }
  }

  it('changes one place at a time, or by places typed in, with one event each', async () => {
    const { id, numbers, orderNow, page } = await three()
    const [a, b, c] = numbers as [string, string, string]
    await marina.send(await page(), 'form[action$="/ordem"]', { mover: `${b}:acima` })
    expect(await orderNow()).toBe('BAC')
    await marina.send(await page(), 'form[action$="/ordem"]', { [`lugar_${c}`]: '1' })
    expect(await orderNow()).toBe('CBA')
    const same = await marina.send(await page(), 'form[action$="/ordem"]')
    expect(same.text).toContain('A ordem já era esta')
    await marina.send(await page(), 'form[action$="/ordem"]', { mover: `${a}:abaixo` })
    expect((await eventsOf(house, id)).filter((kind) => kind === 'tree-reordered')).toHaveLength(2)
  })

  it('is not changed where the case file is not open', async () => {
    const { digits } = await three()
    const ana = await house.signIn('ana')
    const page = await ana.open(`/em/${at.asses}/processos/${digits}/ordem`)
    expect(page.text).toContain('Não é possível mudar a ordem agora')
  })

  test.each([
    ['abc', { c: 1 }, 'cab'],
    ['abc', { a: 3 }, 'bca'],
    ['abc', { a: 99 }, 'bca'],
    ['abc', { a: 2, b: 1 }, 'bac'],
    ['abcde', { e: 2, d: 2 }, 'adebc'],
    ['abc', { z: 1 }, 'abc'],
  ])('of %s with %j is %s', (before, places, after) => {
    expect(newOrder([...before], { places }).join('')).toBe(after)
  })

  it('never loses or doubles a document', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 12 }),
        fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.integer({ min: -5, max: 20 })),
        (before, places) => {
          expect(newOrder(before, { places }).sort()).toEqual([...before].sort())
        },
      ),
    )
  })
})
