import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../test/support/builders-documents.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Page, Person } from '../../../test/support/person.ts'

let house: TestHouse
let citizen: Person
let caseFile: Awaited<ReturnType<typeof aCaseFile>>
let signed: string
let upload: string
const closed: Record<string, string> = {}

beforeAll(async () => {
  house = await openTestHouse()
  citizen = house.visitor()
  caseFile = await aCaseFile(house, {
    summary: 'Restituição ao contribuinte 529.982.247-25',
    observation: 'Anotação interna sobre jenipapo.',
  })
  signed = await aDraft(house, caseFile.digits, {
    text: 'Defiro a **restituição** ao laticínio, CPF 529.982.247-25. <script>x</script>',
  })
  await signDocument(house, signed)
  upload = await anUpload(house, caseFile.digits, { content: 'Requer a devolução do laticínio.' })
  closed.draft = await aDraft(house, caseFile.digits, { text: 'Minuta que cita laticínio.' })
  closed.restricted = await aDraft(house, caseFile.digits, { level: 'restricted', text: 'Atestado do laticínio.' })
  await signDocument(house, closed.restricted)
  closed.cancelled = await anUpload(house, caseFile.digits, { content: 'Cancelado do laticínio.' })
  await house.db`update documents.document set state = 'cancelled' where number = ${closed.cancelled}`
  await house.workOff()
}, 120_000)
afterAll(() => house.close())

const names = (page: Page) =>
  [...page.document.querySelectorAll('.result__name a')].map((link) => link.textContent ?? '')
const consult = (query: Record<string, string>) => citizen.open(`/consulta?${new URLSearchParams(query)}`)

describe('anybody', () => {
  it('sees on the front page what may be done here', async () => {
    const page = await citizen.open('/')
    expect(page.status).toBe(200)
    for (const href of ['/consulta', '/autenticidade', '/entrar', '/ajuda']) {
      expect([href, page.document.querySelector(`main a[href="${href}"]`)]).toEqual([href, expect.anything()])
    }
    expect(page.html).not.toContain('name="robots"')
    expect(page.document.querySelector('title')?.textContent).toBe('Processos do órgão – Carimbo')
  })

  it('finds by words what is public, with the words marked', async () => {
    const page = await consult({ q: 'laticínio' })
    expect(
      names(page)
        .map((name) => /\((\d+)\)/.exec(name)?.[1])
        .sort(),
    ).toEqual([signed, upload].sort())
    expect(page.text).toContain('2 resultados')
    expect(page.document.querySelector('.result mark')?.textContent).toBe('laticínio')
  })

  it('opens by number in any punctuation', async () => {
    for (const q of [caseFile.number, caseFile.digits])
      expect((await consult({ q })).url).toBe(`/consulta/${caseFile.digits}`)
    expect((await consult({ q: signed })).url).toBe(`/consulta/documentos/${signed}`)
  })

  it('reads the data, the place, the documents and the movements of a public case file', async () => {
    const page = await citizen.open(`/consulta/${caseFile.digits}`)
    expect(page.status).toBe(200)
    for (const text of [
      caseFile.number,
      'Arrecadação: Pedido de Contribuinte',
      'PROT – Protocolo',
      'Processo iniciado.',
      'Assinatura registrada no documento',
      `(${signed}).`,
    ]) {
      expect([text, page.text.includes(text)]).toEqual([text, true])
    }
    const links = [...page.document.querySelectorAll('#documentos a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual([`/consulta/documentos/${signed}`, `/consulta/documentos/${upload}`])
  })

  it('R5 reads no name of who works here in the movements, and nothing that is only for the house', async () => {
    const page = await citizen.open(`/consulta/${caseFile.digits}`)
    expect(page.html).not.toContain('Marina')
    expect(page.html).not.toContain('jenipapo')
    expect(names(await consult({ q: 'jenipapo' }))).toEqual([])
    expect((await consult({ q: 'restituição', em: 'processos' })).html).not.toContain('Marina')
  })

  it('reads a signed document with its stamps and codes, and its links lead to the public face', async () => {
    const page = await citizen.open(`/consulta/documentos/${signed}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Defiro a restituição ao laticínio')
    expect(page.html).not.toContain('<script>x')
    expect(page.text).toContain('Marina Protocolista')
    expect(page.html).toContain('/autenticidade?codigo=')
    expect(page.html).toContain('noindex')
  })

  it('reads the file of an uploaded document, in the page and as a download', async () => {
    const page = await citizen.open(`/consulta/documentos/${upload}`)
    const frame = page.document.querySelector('iframe')?.getAttribute('src')
    expect(frame).toBe(`/consulta/documentos/${upload}/arquivo`)
    const file = await citizen.open(frame ?? '')
    expect(file.text).toBe('Requer a devolução do laticínio.')
    expect(String(file.headers['content-security-policy'])).toContain('sandbox')
    const download = await citizen.open(`/consulta/documentos/${upload}/arquivo?baixar=sim`)
    expect(String(download.headers['content-disposition'])).toMatch(/^attachment/)
  })
})

describe('R4 a CPF is shown only in part', () => {
  it('on all public pages', async () => {
    const pages = [
      await citizen.open(`/consulta/${caseFile.digits}`),
      await citizen.open(`/consulta/documentos/${signed}`),
      await consult({ q: 'laticínio' }),
      await consult({ q: 'restituição', em: 'processos' }),
    ]
    for (const page of pages) {
      expect(page.html).not.toMatch(/529\.?982\.?247-?25/)
      expect(page.text).toContain('***.982.247-**')
    }
    expect(pages[1]?.text).toContain('O documento assinado não foi alterado')
  })

  test.each(['529.982.247-25', '52998224725', 'fulano 529.982.247-25'])('and nobody is looked for by %s', async (q) => {
    const page = await consult({ q })
    expect(page.status).toBe(422)
    expect(page.errors.join()).toContain('não procura por CPF')
    expect(names(page)).toEqual([])
  })
})

describe('whatever is asked', () => {
  test.each([
    '/consulta/abc',
    '/consulta/0',
    '/consulta/documentos/abc',
    `/consulta/${'9'.repeat(200)}`,
    '/consulta/documentos/999999999999999999',
  ])('%s is not there', async (address) => {
    expect((await citizen.open(address)).status).toBe(404)
  })

  test.each(['"', '((((', "'", '\\', '*', 'a'.repeat(2000)])('%j is answered', async (q) => {
    expect((await consult({ q, interessado: q, unidade: '' })).status).toBe(200)
  })

  it('wrong dates and units are told beside their fields', async () => {
    const page = await consult({ q: 'x', de: '2024-13-01', unidade: 'XYZ' })
    expect(page.status).toBe(422)
    expect(page.document.querySelector('#campo-de')?.getAttribute('aria-invalid')).toBe('true')
  })

  it('R6 too many searches from one address are put off', async () => {
    const statuses: number[] = []
    for (let times = 0; times < 70; times += 1) {
      statuses.push((await house.app.inject({ url: '/consulta?q=x', remoteAddress: '10.1.2.3' })).statusCode)
    }
    expect(statuses.filter((status) => status === 429).length).toBe(10)
  }, 60_000)

  test.each([
    ['/acessibilidade', 'WCAG'],
    ['/ajuda', 'Atalhos do teclado'],
  ])('%s explains', async (address, words) => {
    const page = await citizen.open(address)
    expect([page.status, page.text.includes(words)]).toEqual([200, true])
    expect(page.document.querySelector('#atalhos')).not.toBeNull()
  })
})
