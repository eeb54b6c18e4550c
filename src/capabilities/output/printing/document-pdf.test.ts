import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCaseFile, actorOf, confirmPasswordFor, openForCommands } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload, rowOf, writeText } from '../../../../test/support/builders-documents.ts'
import { aPdf, wordsOf } from '../../../../test/support/builders-output.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { aPicture, bytesAsText } from '../../../platform/pdf/pdf.fixture.ts'
import { findDocument } from '../../documents/index.ts'
import { documentPdf } from './document-pdf.ts'

let house: TestHouse
let marina: Person
let carla: Person
let digits: string

beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  carla = await house.signIn('carla')
  digits = (await aCaseFile(house)).digits
})
afterAll(() => house.close())

const pdfAt = (number: string, unit: string = at.prot) => `/em/${unit}/documentos/${number}/pdf`
const cached = async () => (await house.db`select key from output.document_pdf`).length

describe('the PDF of an authored document', () => {
  test('a signed one carries its text, its stamp and its codes, as PDF/A', async () => {
    const number = await aDraft(house, digits, { text: 'Defiro o pedido de restituição.' })
    const crc = await signDocument(house, number)
    const file = await marina.open(pdfAt(number))
    expect(file.status).toBe(200)
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.headers['content-disposition']).toContain(`inline; filename="Despacho_${number}.pdf"`)
    const words = await wordsOf(file.bytes)
    expect(words).toContain('Defiro o pedido de restituição.')
    expect(words).toMatch(/Documento assinado eletronicamente por Marina Protocolista, Analista/)
    expect(words).toContain(`código verificador ${number}`)
    expect(words).toContain(crc)
    expect(words).not.toContain('MINUTA')
    expect(bytesAsText(file.bytes)).toContain('pdfaid')
  })

  test('R5 a draft of the own unit says that it is one; to others it does not exist', async () => {
    const number = await aDraft(house, digits, { text: 'Ainda em estudo.' })
    const words = await wordsOf((await marina.open(pdfAt(number))).bytes)
    expect(words).toContain('Minuta: texto em elaboração')
    expect(words).toContain('Ainda em estudo.')
    const elsewhere = await carla.open(pdfAt(number, at.cofic))
    expect(elsewhere.status).toBe(404)
    expect(elsewhere.html).not.toContain('Ainda em estudo')
  })

  test('R4 it is drawn once, and again when it says something else', async () => {
    const number = await aDraft(house, digits, { text: 'Primeira redação.' })
    const before = await cached()
    const first = await marina.open(pdfAt(number))
    const again = await marina.open(pdfAt(number))
    expect(again.bytes.equals(first.bytes)).toBe(true)
    expect(await cached()).toBe(before + 1)
    await writeText(house, number, 'Segunda redação.')
    expect(await wordsOf((await marina.open(pdfAt(number))).bytes)).toContain('Segunda redação.')
    await signDocument(house, number)
    expect(await wordsOf((await marina.open(pdfAt(number))).bytes)).toContain('Documento assinado eletronicamente')
    expect(await cached()).toBe(before + 3)
  })

  test('R4 a drawing whose file was lost is drawn again', async () => {
    const number = await aDraft(house, digits, { text: 'Perdido e refeito.' })
    const first = await marina.open(pdfAt(number))
    await house.db`update output.document_pdf set sha256 = ${'0'.repeat(64)} where used_at = (select max(used_at) from output.document_pdf)`
    const again = await marina.open(pdfAt(number))
    expect(again.bytes.equals(first.bytes)).toBe(true)
  })

  test('R1 what was drawn for one is not handed to another without the gate', async () => {
    const number = await aDraft(house, digits, { text: 'Pessoal e restrito.', level: 'restricted' })
    await signDocument(house, number)
    expect((await marina.open(pdfAt(number))).status).toBe(200)
    expect((await carla.open(pdfAt(number, at.cofic))).status).toBe(404)
    expect((await house.visitor().open(pdfAt(number))).url).toContain('/entrar')
  })

  test('R1 the front door refuses what the gate has closed, whoever asks', async () => {
    const number = await aDraft(house, digits, { text: 'Fechado.' })
    const actor = await actorOf(house, 'carla', at.cofic)
    const document = await findDocument(house.db, actor, number, 'reading', house.platform.clock())
    if (!document) throw new Error('the tree does not show the draft')
    const outcome = await documentPdf(house.platform, house.db, document)
    expect(outcome).toEqual({ done: false, refusals: [{ kind: 'closed' }] })
  })

  test('read by another unit, it turns black', async () => {
    const open = (await aCaseFile(house)).digits
    const number = await aDraft(house, open, { text: 'Lido fora.' })
    await signDocument(house, number)
    await marina.open(pdfAt(number))
    expect((await rowOf(house, number)).locked_at).toBeNull()
    expect((await carla.open(pdfAt(number, at.cofic))).status).toBe(200)
    expect((await rowOf(house, number)).locked_at).not.toBeNull()
  })
})

describe('the PDF of an uploaded document', () => {
  test('a PDF is the very file that was filed', async () => {
    const content = await aPdf(house, 'Nota fiscal.')
    const number = await anUpload(house, digits, { fileName: 'nota fiscal.pdf', content })
    const file = await marina.open(pdfAt(number))
    expect(file.bytes.equals(Buffer.from(content))).toBe(true)
    expect(file.headers['content-disposition']).toContain('nota fiscal.pdf')
  })

  test('a picture stands on a page that says what it is', async () => {
    const number = await anUpload(house, digits, { fileName: 'foto.png', content: aPicture.bytes })
    const file = await marina.open(pdfAt(number))
    expect(file.status).toBe(200)
    expect(await wordsOf(file.bytes)).toContain(`Documento ${number}`)
    expect(bytesAsText(file.bytes)).toContain('/Subtype /Image')
  })

  test('what cannot become pages is said in words, with the way to the original', async () => {
    const number = await anUpload(house, digits, { fileName: 'dados.csv', content: 'a;b\n1;2\n' })
    const page = await marina.open(pdfAt(number))
    expect(page.status).toBe(409)
    expect(page.text).toContain('O formato do arquivo não pode virar PDF.')
    expect(page.document.querySelector(`a[href$="/documentos/${number}/arquivo?baixar=sim"]`)).not.toBeNull()
  })
})

test('of what is confidential, every page says in its margin who took it and when, also of a PDF that was filed', async () => {
  const secret = await aCaseFile(house, { level: 'confidential' })
  await confirmPasswordFor(marina, at.prot, secret.digits, password)
  await openForCommands(house, 'marina', at.prot, secret.id)
  const drawn = await aDraft(house, secret.digits, { text: 'Voto em segredo.' })
  const filed = await anUpload(house, secret.digits, {
    content: await aPdf(house, 'Extrato sigiloso.'),
    fileName: 'extrato.pdf',
  })
  for (const [number, words] of [
    [drawn, 'Voto em segredo.'],
    [filed, 'Extrato sigiloso.'],
  ] as const) {
    const file = await marina.open(pdfAt(number))
    expect(file.headers['cache-control']).toContain('no-store')
    const told = await wordsOf(file.bytes)
    expect(told).toContain(words)
    expect(told).toMatch(/Sigiloso\. Cópia obtida por Marina Protocolista \(PROT\) em \d\d\/\d\d\/\d{4} às \d\d:\d\d\./)
  }
  const open = await marina.open(pdfAt(await aDraft(house, digits, { text: 'Às claras.' })))
  expect(await wordsOf(open.bytes)).not.toContain('Cópia obtida')
})
