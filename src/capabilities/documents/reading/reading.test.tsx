import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import {
  aDraft,
  anUpload,
  lockAsIfSent,
  rowOf,
  signAsDocumentsKnow,
} from '../../../../test/support/builders-documents.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { renderDocument } from '../../../ui/index.ts'
import { findCaseFile } from '../../cases/index.ts'
import { documentsOf, findDocument } from '../find-document.ts'
import { stretchOf } from './byte-range.rules.ts'
import { contentToRead } from './content-to-read.ts'
import { DocumentReading, DocumentSheet } from './document-reading.page.tsx'
import { fileToRead } from './file-to-read.ts'
import { treeOf } from './tree-of.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const fileAddress = (number: string, unit: string = at.prot) => `/em/${unit}/documentos/${number}/arquivo`
const link = (path: string) => `/em/${at.prot}${path}`
const page = { asset: (name: string) => `/estatico/${name}` }

async function documentFor(login: 'marina' | 'ana', unit: (typeof at)['prot' | 'asses'], number: string) {
  const actor = await actorOf(house, login, unit)
  const document = await findDocument(house.db, actor, number, 'reading', new Date())
  if (!document) throw new Error(`no document ${number}`)
  return document
}

describe('a stretch of a file', () => {
  test.each([
    ['', undefined],
    ['bytes=0-3', { first: 0, last: 3 }],
    ['bytes=4-', { first: 4, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-30', { first: 0, last: 9 }],
    ['bytes=8-99', { first: 8, last: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', undefined],
    ['bytes=0-1,3-4', undefined],
    ['lines=0-1', undefined],
    ['bytes=-', undefined],
    ['bytes=a-b', undefined],
  ])('%j of ten bytes is %j', (header, stretch) => {
    expect(stretchOf(header, 10)).toEqual(stretch)
  })

  it('never lies outside of the file', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 40 }), (first, last, size) => {
        const stretch = stretchOf(`bytes=${first}-${last}`, size)
        if (typeof stretch === 'object') expect(stretch.first <= stretch.last && stretch.last < size).toBe(true)
      }),
    )
  })
})

describe('a file on a page', () => {
  const ask = async (number: string, range: string) =>
    house.app.inject({
      method: 'GET',
      url: fileAddress(number),
      headers: {
        range,
        cookie: marina
          .cookies()
          .map(({ name, value }) => `${name}=${value}`)
          .join('; '),
      },
    })

  it('R21 is sent with headers that let it do nothing, and whole it is checked on the way', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits, {
      fileName: 'página.html',
      content: '<!doctype html><script>alert(1)</script>',
    })
    const shown = await marina.open(fileAddress(number))
    expect(shown.headers['content-disposition']).toMatch(/^attachment; filename="pagina\.html"/)
    expect(shown.headers['content-security-policy']).toContain('sandbox')
    expect(shown.headers['x-content-type-options']).toBe('nosniff')
    const text = await anUpload(house, digits, { content: 'texto' })
    const inline = await marina.open(fileAddress(text))
    expect(inline.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '5',
      'accept-ranges': 'bytes',
    })
    expect(inline.headers['content-disposition']).toMatch(/^inline/)
    expect((await marina.open(`${fileAddress(text)}?baixar=sim`)).headers['content-disposition']).toMatch(/^attachment/)
  })

  it('is sent by stretches to players and viewers', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits, { content: '0123456789' })
    const part = await ask(number, 'bytes=2-4')
    expect(part).toMatchObject({ statusCode: 206, body: '234' })
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 2-4/10', 'content-length': '3' })
    expect((await ask(number, 'bytes=-2')).body).toBe('89')
    expect(await ask(number, 'bytes=50-')).toMatchObject({
      statusCode: 416,
      headers: { 'content-range': 'bytes */10' },
    })
    expect((await ask(number, 'bytes=0-1,4-5')).statusCode).toBe(200)
  })

  it('R22 read by another unit, it turns black; read by its own, it does not', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits)
    await marina.open(fileAddress(number))
    expect(await rowOf(house, number)).toMatchObject({ lock_cause: null })
    const ana = await house.signIn('ana')
    expect((await ana.open(fileAddress(number, at.asses))).status).toBe(200)
    expect(await rowOf(house, number)).toMatchObject({ lock_cause: 'consulta pela unidade ASSES' })
  })

  it('that the store lost is not there, and no fault is shown', async () => {
    const { digits } = await aCaseFile(house)
    const number = await anUpload(house, digits, { content: 'some em breve' })
    await house.db`update documents.file set sha256 = ${'e'.repeat(64)} where document_id = (select id from documents.document where number = ${number})`
    expect((await marina.open(fileAddress(number))).status).toBe(404)
  })
})

describe('the content to read', () => {
  it('is HTML with the addresses of the reader, and its words', async () => {
    const { digits } = await aCaseFile(house)
    const number = await aDraft(house, digits, { text: 'Ver **isto** & aquilo <b>.' })
    const document = await documentFor('marina', at.prot, number)
    const content = await contentToRead(house.db, document, { link })
    expect(content?.html).toContain('<strong>isto</strong> &amp; aquilo &lt;b&gt;')
    expect(content).toMatchObject({ version: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(content?.plainText).toContain('Ver isto & aquilo <b>.')
  })

  it('R20 is undefined where it may not be read', async () => {
    const { digits } = await aCaseFile(house)
    const draft = await documentFor('ana', at.asses, await aDraft(house, digits, { text: 'Minuta secreta' }))
    expect(await contentToRead(house.db, draft)).toBeUndefined()
    const restricted = await aCaseFile(house, { level: 'restricted' })
    const upload = await documentFor('ana', at.asses, await anUpload(house, restricted.digits))
    expect(fileToRead(upload, link)).toBeUndefined()
    const html = renderDocument(<DocumentReading page={page} document={draft} />)
    expect(html).toContain('O documento é uma minuta da unidade PROT')
    expect(renderDocument(<DocumentSheet document={upload} sha256="abc" />)).not.toContain('SHA-256')
  })

  test.each([
    ['pedido.txt', 'texto', '<iframe'],
    ['foto.png', pixel(), '<img'],
    ['dados.zip', zip(), 'Este tipo de arquivo não é mostrado na página'],
  ])('%s is shown as browsers can', async (fileName, content, expected) => {
    const { digits } = await aCaseFile(house)
    const document = await documentFor('marina', at.prot, await anUpload(house, digits, { fileName, content }))
    const html = renderDocument(<DocumentReading page={page} document={document} file={fileToRead(document, link)} />)
    expect(html).toContain(expected)
    expect(html).toContain('Baixar')
    expect(html).not.toMatch(/style=/)
  })
})

describe('the tree', () => {
  it('tells pens, drafts, what was cancelled, levels and units', async () => {
    const { digits, id } = await aCaseFile(house)
    const black = await aDraft(house, digits, { type: 'Ofício', treeName: 'Resposta' })
    await signAsDocumentsKnow(house, black)
    await lockAsIfSent(house, black)
    const yellow = await aDraft(house, digits)
    await signAsDocumentsKnow(house, yellow)
    const draft = await aDraft(house, digits)
    const upload = await anUpload(house, digits)
    const page = await marina.open(`/em/${at.prot}/documentos/${black}/cancelamento`)
    await marina.send(page, 'form[action$="/cancelamento"]', { motivo: 'Por engano.' })
    const actor = await actorOf(house, 'marina', at.prot)
    const caseFile = await findCaseFile(house.db, actor, { id }, 'reading', new Date())
    const tree = treeOf(caseFile ? await documentsOf(house.db, actor, caseFile) : [], { link, currentNumber: yellow })
    expect(tree.map(({ numbering, pen, cancelled, current }) => [numbering, pen, cancelled, current])).toEqual([
      [black, 'none', true, false],
      [yellow, 'yellow', false, true],
      [draft, 'draft', false, false],
      [upload, 'none', false, false],
    ])
    expect(tree[0]?.label).toMatch(/^Ofício \d+\/\d{4} Resposta$/)
    expect(tree[0]?.badges?.[0]?.label).toBe('Cancelado. Motivo: Por engano.')
  })
})

function pixel(): Buffer {
  return Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
}

/** An archive of nothing. */
function zip(): Buffer {
  return Buffer.from(
    'UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYVBLAQIeAwoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAACkgQAAAABhUEsFBgAAAAABAAEALwAAAB8AAAAAAA==',
    'base64',
  )
}
