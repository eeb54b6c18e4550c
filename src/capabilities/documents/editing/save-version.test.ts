import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf } from '../../../../test/support/builders-cases.ts'
import {
  anOpenedEditor,
  documentAddress,
  eventsOfDocument,
  rowOf,
  signAsDocumentsKnow,
  textOf,
  withBody,
} from '../../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { openDatabase } from '../../../platform/db/index.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { canonicalJson, doc, section, toText } from '../../../rich-text/index.ts'
import { addStandardText } from '../../knowledge/index.ts'
import { saveVersion } from './save-version.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

describe('versions', () => {
  it('R9 carry the canonical bytes and their SHA-256, and cannot be rewritten', async () => {
    const { number, csrf, content } = await anOpenedEditor(house, marina)
    await marina.exchange(
      'POST',
      documentAddress(number, '/versao'),
      { content: withBody(content, 'Texto.'), baseVersion: 1 },
      csrf,
    )
    const [row] = await house.db`
      select v.content::text as json, encode(v.sha256, 'hex') as sha256, v.content from documents.version v
        join documents.document d on d.id = v.document_id where d.number = ${number} and v.number = 2`
    expect(row?.sha256).toBe(sha256Hex(row?.json))
    expect(row?.json).toBe(canonicalJson(row?.content))
    await expect(house.db`delete from documents.version where number = 2`).rejects.toThrow('append-only')
  })

  it('R10 never touch the locked sections', async () => {
    const { number, csrf, content } = await anOpenedEditor(house, marina)
    const forged = doc(
      ...content.content.map((one) =>
        one.attrs.kind === 'header' ? section('cabecalho', 'header', 'Outro órgão', { locked: true }) : one,
      ),
    )
    const reply = await marina.exchange(
      'POST',
      documentAddress(number, '/versao'),
      { content: forged, baseVersion: 1 },
      csrf,
    )
    expect(reply.status).toBe(422)
    expect(await rowOf(house, number)).toMatchObject({ version: 1 })
  })

  it('of the same text are not made again', async () => {
    const { number, csrf, content } = await anOpenedEditor(house, marina)
    const reply = await marina.exchange('POST', documentAddress(number, '/versao'), { content, baseVersion: 1 }, csrf)
    expect(reply).toMatchObject({ status: 200, body: { version: 1 } })
    expect(await eventsOfDocument(house, number)).toEqual(['document-created'])
  })

  it('R6 of two at once, one is saved and the other gets its text', async () => {
    const { number, content } = await anOpenedEditor(house, marina)
    const [one, other] = await Promise.all([actorOf(house, 'marina', at.prot), actorOf(house, 'paulo', at.prot)])
    const pool = await openDatabase({ url: house.databaseUrl, poolSize: 2, statementTimeoutMs: 15_000, prepare: true })
    await Promise.all([pool`select pg_sleep(0.05)`, pool`select pg_sleep(0.05)`])
    const outcomes = await Promise.all([
      saveVersion(pool, one, { number, content: withBody(content, 'Da Marina.'), baseVersion: 1 }, new Date()),
      saveVersion(pool, other, { number, content: withBody(content, 'Do Paulo.'), baseVersion: 1 }, new Date()),
    ])
    await pool.end()
    expect(outcomes.filter((outcome) => outcome?.done)).toHaveLength(1)
    const lost = outcomes.find((outcome) => outcome && !outcome.done)
    expect(lost?.done === false && lost.refusals.map(({ kind }) => kind)).toEqual(['conflict'])
    expect(await rowOf(house, number)).toMatchObject({ version: 2 })
  })

  it('R11 of a signed document withdraw its signatures, which the page says before and the history after', async () => {
    const { number, csrf, content } = await anOpenedEditor(house, marina)
    await signAsDocumentsKnow(house, number)
    const page = await marina.open(documentAddress(number, '/editor'))
    expect(page.text).toContain('a assinatura perde o efeito')
    const reply = await marina.exchange(
      'POST',
      documentAddress(number, '/versao'),
      { content: withBody(content, 'Mudou.'), baseVersion: 1 },
      csrf,
    )
    expect(reply.status).toBe(200)
    expect(await rowOf(house, number)).toMatchObject({ version: 2, signature_count: 0 })
    expect(await eventsOfDocument(house, number)).toEqual([
      'document-created',
      'document-saved',
      'signatures-withdrawn',
    ])
  })

  it('have their variables filled in', async () => {
    const { number, digits, csrf, content } = await anOpenedEditor(house, marina)
    const next = withBody(content, 'Ref. @processo@')
    await marina.exchange('POST', documentAddress(number, '/versao'), { content: next, baseVersion: 1 }, csrf)
    const [row] = await house.db`select number from cases.case_file where digits = ${digits}`
    expect(toText((await textOf(house, number)).content)).toContain(`Ref. ${row?.number}`)
  })
})

describe('the standard texts offered in the editor', () => {
  it('are those of the unit, filled in for the document', async () => {
    const actor = await actorOf(house, 'marina', at.prot)
    const content = doc(section('corpo', 'body', 'Unidade @sigla_unidade@'))
    await addStandardText(house.db, actor, { name: 'Unidade', content }, new Date())
    const { number } = await anOpenedEditor(house, marina)
    const texts = JSON.parse((await marina.open(documentAddress(number, '/textos-padrao'))).html) as {
      name: string
      content: never
    }[]
    expect(texts.map(({ name, content: text }) => `${name}: ${toText(text)}`)).toEqual(['Unidade: Unidade PROT'])
  })
})
