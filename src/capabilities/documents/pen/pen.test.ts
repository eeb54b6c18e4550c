import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf, alsoOpenIn } from '../../../../test/support/builders-cases.ts'
import {
  aDraft,
  anUpload,
  documentAddress,
  eventsOfDocument,
  lockAsIfSent,
  openElsewhere,
  rowOf,
  signAsDocumentsKnow,
  textOf,
  writeText,
} from '../../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { inTransaction, openDatabase, type Pool } from '../../../platform/db/index.ts'
import { doc, p, section, toText } from '../../../rich-text/index.ts'
import { registerDocumentType } from '../../classification/index.ts'
import { findDocument } from '../find-document.ts'
import { contentToRead } from '../reading/content-to-read.ts'
import { markSigned, prepareForSigning, type TextToSign } from './mark-signed.ts'

let house: TestHouse
const portaria = 'Portaria numerada'
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  const template = doc(
    section('titulo', 'title', [p('Portaria nº @numero_documento@, de @ano@', 'documentTitle')], { locked: true }),
    section('corpo', 'body', 'A portaria nº @numero_documento@ entra em vigor.'),
  )
  await registerDocumentType(house.db, {
    name: portaria,
    appliesTo: 'authored',
    numbering: 'agency-year',
    numberTakenAt: 'signature',
    template,
  })
})
afterAll(() => house.close())

async function sign(
  number: string,
  db: Pool = house.db,
  login: 'marina' | 'paulo' = 'marina',
): Promise<TextToSign | undefined> {
  const actor = await actorOf(house, login, at.prot)
  const now = new Date()
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, number, 'locked', now)
    const text = document && (await prepareForSigning(trx, actor, document, now))
    if (document && text) await markSigned(trx, actor, { ...document, version: text.version }, now)
    return text
  })
}

describe('R22 the pen turns black', () => {
  it('of all that is signed or uploaded, and of no draft, when the case file is sent', async () => {
    const { digits } = await aCaseFile(house)
    const [draft, signed, upload] = [
      await aDraft(house, digits),
      await aDraft(house, digits),
      await anUpload(house, digits),
    ]
    await signAsDocumentsKnow(house, signed)
    await lockAsIfSent(house, signed)
    expect(await rowOf(house, draft)).toMatchObject({ locked_at: null })
    expect(await rowOf(house, signed)).toMatchObject({ lock_cause: 'envio à unidade GS' })
    expect(await rowOf(house, upload)).toMatchObject({ lock_cause: 'envio à unidade GS' })
    await lockAsIfSent(house, signed)
    expect(await eventsOfDocument(house, signed)).toEqual(['document-created', 'document-locked'])
  })

  it('when another unit opens what is signed, once, whoever comes at the same time', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    await signAsDocumentsKnow(house, number)
    const readers = await Promise.all([actorOf(house, 'ana', at.asses), actorOf(house, 'carla', at.cofic)])
    await Promise.all(readers.map((reader) => openElsewhere(house, number, reader)))
    expect((await rowOf(house, number)).lock_cause).toMatch(/^consulta pela unidade (ASSES|COFIC)$/)
    expect(await eventsOfDocument(house, number)).toEqual(['document-created', 'document-locked'])
  })

  it('not when the person who made it opens it in another unit, who is told where it can be changed', async () => {
    const { id, digits } = await aCaseFile(house, { by: 'ana', unit: at.asses })
    await alsoOpenIn(house, id, at.gs, 'ana')
    const number = await aDraft(house, digits, { by: 'ana', unit: at.asses })
    await signAsDocumentsKnow(house, number, { by: 'ana', unit: at.asses })
    const ana = await house.signIn('ana')
    const page = await ana.open(documentAddress(number, '', at.gs))
    expect(page.text).toContain('Você fez este documento na unidade ASSES')
    expect(page.text).toContain('Para alterá-lo, troque para a unidade ASSES. Abrir em ASSES')
    expect(await rowOf(house, number)).toMatchObject({ locked_at: null })
    expect((await ana.open(documentAddress(number, '', at.asses))).text).not.toContain('Você fez este documento')
    const secretaria = await house.signIn('secretaria')
    expect((await secretaria.open(documentAddress(number, '', at.gs))).text).not.toContain('Você fez este documento')
    expect(await rowOf(house, number)).toMatchObject({ lock_cause: 'consulta pela unidade GS' })
    expect((await ana.open(documentAddress(number, '', at.gs))).text).not.toContain('não o travou')
  })

  it('not when its own unit opens it, nor of a draft', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits)
    await openElsewhere(house, number, await actorOf(house, 'ana', at.asses))
    await signAsDocumentsKnow(house, number)
    await openElsewhere(house, number, await actorOf(house, 'paulo', at.prot))
    expect(await rowOf(house, number)).toMatchObject({ locked_at: null })
  })
})

describe('R23 a number that is taken at the first signature', () => {
  it('stands as [nº] until then, and is in the text that is signed', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { type: portaria })
    expect((await rowOf(house, number)).type_number).toBeNull()
    const actor = await actorOf(house, 'marina', at.prot)
    const draft = await findDocument(house.db, actor, number, 'reading', new Date())
    expect(draft && (await contentToRead(house.db, draft))?.html).toContain('Portaria nº [nº]')
    const text = await sign(number)
    const year = new Date().getFullYear()
    expect(text).toMatchObject({ version: 2, typeNumber: `1/${year}` })
    expect(text && toText(text.content)).toBe(
      `Portaria nº 1/${year}, de ${year}\n\nA portaria nº 1/${year} entra em vigor.`,
    )
    expect(await rowOf(house, number)).toMatchObject({ type_number: `1/${year}`, signature_count: 1, version: 2 })
    const signed = await findDocument(house.db, actor, number, 'reading', new Date())
    expect(signed && (await contentToRead(house.db, signed))?.sha256).toBe(text?.sha256)
  })

  it('is taken once: a second signature covers the very same text', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { type: portaria })
    const first = await sign(number)
    const second = await sign(number, house.db, 'paulo')
    expect(second).toEqual(first)
    expect(await rowOf(house, number)).toMatchObject({ signature_count: 2 })
  })

  it('stays when the text changes and is signed anew', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { type: portaria })
    const first = await sign(number)
    await writeText(house, number, 'Outro texto.')
    const again = await sign(number)
    expect(again?.typeNumber).toBe(first?.typeNumber)
    expect(toText((await textOf(house, number)).content)).toContain(`Portaria nº ${first?.typeNumber}`)
  })

  it('leaves no gap behind a draft that was never signed, and no twin to those who sign at once', async () => {
    const cases = await Promise.all([1, 2, 3, 4].map(() => aCaseFile(house)))
    const numbers = await Promise.all(cases.map(({ digits }) => aDraft(house, digits, { type: portaria })))
    const pool = await openDatabase({ url: house.databaseUrl, poolSize: 4, statementTimeoutMs: 15_000, prepare: true })
    await Promise.all(numbers.map(() => pool`select pg_sleep(0.05)`))
    const texts = await Promise.all(numbers.slice(1).map((number) => sign(number, pool)))
    await pool.end()
    const [row] = await house.db`select last from classification.document_counter c
      join classification.document_type t on t.id = c.document_type_id where t.name = ${portaria}`
    const taken = texts.map((text) => Number(text?.typeNumber?.split('/')[0])).sort((a, b) => a - b)
    expect(taken).toEqual([row?.last - 2, row?.last - 1, row?.last])
  })

  it('is not asked of types that number at creation, or not at all', async () => {
    const { digits } = await aCaseFile(house)
    for (const type of ['Ofício', 'Despacho']) {
      const number = await aDraft(house, digits, { type })
      expect(await sign(number)).toMatchObject({ version: 1 })
      expect(await rowOf(house, number)).toMatchObject({ version: 1, signature_count: 1 })
    }
  })
})
