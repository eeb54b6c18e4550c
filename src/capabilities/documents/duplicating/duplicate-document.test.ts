import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aCaseFile,
  alsoOpenIn,
  confirmPasswordFor,
  eventsOf,
  openForCommands,
  postAnyway,
} from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload, rowOf, textOf } from '../../../../test/support/builders-documents.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { toText } from '../../../rich-text/index.ts'

let house: TestHouse
let marina: Person
let ana: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  ;[marina, ana] = [await house.signIn('marina'), await house.signIn('ana')]
})
afterAll(() => house.close())

const address = (number: string, unit: string = at.prot) => `/em/${unit}/documentos/${number}`
const oneClick = async (number: string) =>
  marina.send(await marina.open(address(number)), 'form[action$="/duplicacao"]')
const into = async (number: string, destino: string) =>
  marina.send(await marina.open(`${address(number)}/duplicacao`), 'form[action$="/duplicacao"]', { destino })
const numberOf = (page: Page) => /documentos\/(\d+)/.exec(page.url)?.[1] ?? ''
const fileOf = async (number: string) => {
  const [row] = await house.db<{ sha256: string }[]>`
    select f.sha256 from documents.file f join documents.document d on d.id = f.document_id where d.number = ${number}`
  return row?.sha256
}

describe('one more document like this one', () => {
  it('is a new draft with the same text and no signature, by one click', async () => {
    const { digits, id } = await aCaseFile(house)
    const number = await aDraft(house, digits, { text: 'Defiro o pedido.' })
    await signDocument(house, number)
    const page = await oneClick(number)
    const copy = numberOf(page)
    expect(copy).not.toBe(number)
    expect(page.text).toContain(`Documento ${copy}: cópia de Despacho`)
    expect(toText((await textOf(house, copy)).content)).toContain('Defiro o pedido.')
    expect(await rowOf(house, copy)).toMatchObject({ signature_count: 0, case_file_id: id, kind: 'authored' })
    expect((await rowOf(house, number)).signature_count).toBe(1)
    expect((await eventsOf(house, id)).filter((kind) => kind === 'document-created')).toHaveLength(2)
  })

  it('is the same bytes of a file, in another case file that the unit has open', async () => {
    const [from, to] = [await aCaseFile(house), await aCaseFile(house)]
    const number = await anUpload(house, from.digits)
    const page = await into(number, to.number)
    const copy = numberOf(page)
    expect(await fileOf(copy)).toBe(await fileOf(number))
    expect(await rowOf(house, copy)).toMatchObject({ case_file_id: to.id, kind: 'uploaded', level: 'public' })
    const told = await marina.open(`/em/${at.prot}/processos/${to.digits}/historico?visao=completa`)
    expect(told.text).not.toContain(number)
    const own = numberOf(await oneClick(number))
    expect(await rowOf(house, own)).toMatchObject({ case_file_id: from.id })
  })

  it('twice sent is made once', async () => {
    const { digits, id } = await aCaseFile(house)
    const page = await marina.open(address(await aDraft(house, digits)))
    const twice = [page, page].map((one) => marina.send(one, 'form[action$="/duplicacao"]'))
    expect(new Set((await Promise.all(twice)).map(numberOf)).size).toBe(1)
    const rows = await house.db`select 1 from documents.document where case_file_id = ${id}`
    expect(rows).toHaveLength(2)
  })

  it('is no less protected than the original was, and does not leave what is confidential', async () => {
    const open = await aCaseFile(house)
    const restricted = await aCaseFile(house, { level: 'restricted' })
    const number = await anUpload(house, restricted.digits)
    const copy = numberOf(await into(number, open.digits))
    expect(await rowOf(house, copy)).toMatchObject({ level: 'restricted' })
    const secret = await aCaseFile(house, { level: 'confidential' })
    await confirmPasswordFor(marina, at.prot, secret.digits, password)
    await openForCommands(house, 'marina', at.prot, secret.id)
    const hidden = await aDraft(house, secret.digits, { level: 'confidential', text: 'Em segredo.' })
    const refused = await into(hidden, open.digits)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('A cópia só pode ficar em processo sigiloso.')
    expect((await rowOf(house, numberOf(await oneClick(hidden)))).level).toBe('confidential')
  })

  it.each([
    ['123', 'Informe o número do outro processo por inteiro, ou deixe em branco.'],
    ['99999.999999/2099-99', 'Não há processo com este número, ou ele não está disponível para você nesta unidade.'],
  ])('is refused for %s, and what was typed stays', async (destino, message) => {
    const page = await into(await aDraft(house, (await aCaseFile(house)).digits), destino)
    expect(page.errors).toEqual([message])
    expect(page.html).toContain(destino)
  })

  it('is not there for who may not read the original, and tells nothing of a case file that is hidden', async () => {
    const { digits, id } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    await alsoOpenIn(house, id, at.asses)
    expect((await ana.open(`${address(number, at.asses)}/duplicacao`)).status).toBe(404)
    expect((await postAnyway(ana, `${address(number, at.asses)}/duplicacao`)).status).toBe(404)
    const hidden = await aCaseFile(house, { level: 'confidential', by: 'paulo' })
    const page = await into(number, hidden.digits)
    expect(page.errors).toEqual([
      'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
    ])
  })
})
