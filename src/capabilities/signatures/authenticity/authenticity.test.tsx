import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, lockAsIfSent, rowOf, writeText } from '../../../../test/support/builders-documents.ts'
import { signDocument, tamper } from '../../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { renderDocument } from '../../../ui/index.ts'
import { cancelDocument, deleteDocument } from '../../documents/index.ts'
import { AuthenticityBox, signaturesOf, stampsForPdf, verificationOf } from '../index.ts'

let house: TestHouse
let citizen: Person
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
})
beforeEach(() => {
  citizen = house.visitor()
})
afterAll(() => house.close())

async function aSigned(text = 'Defiro o pedido.', level: 'public' | 'restricted' = 'public') {
  const caseFile = await aCaseFile(house, { level })
  const number = await aDraft(house, caseFile.digits, { text, level })
  return { caseFile, number, crc: await signDocument(house, number) }
}

const ask = (number: string, crc: string, more = '') =>
  citizen.open(`/autenticidade?codigo=${number}&crc=${crc}${more}`)

async function surfacesOf(number: string) {
  const { id } = await rowOf(house, number)
  const signatures = (await signaturesOf(house.db, [id])).get(id) ?? []
  const verification = await verificationOf(house.db, { id, number }, 'https://exemplo.gov.br')
  return { signatures, verification, pdf: stampsForPdf(signatures, verification) }
}

describe('the codes', () => {
  it('show the document with its signatures, to whoever has both', async () => {
    const { number, crc, caseFile } = await aSigned('Defiro o pedido de restituição.')
    const page = await ask(number, crc)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Documento autêntico')
    expect(page.text).toContain('Defiro o pedido de restituição.')
    expect(page.text).toContain('Marina Protocolista')
    expect(page.text).toContain(caseFile.number)
  })

  it('are those of the QR code and of the box on the document', async () => {
    const { number, crc } = await aSigned()
    const { verification } = await surfacesOf(number)
    expect(verification).toMatchObject({ code: number, crc, condition: 'intact' })
    const { pathname, search } = new URL(verification?.url ?? '')
    expect((await citizen.open(`${pathname}${search}`)).text).toContain('Documento autêntico')
    const box = renderDocument(<AuthenticityBox verification={verification} />)
    expect(box).toContain(number)
    expect(box).toContain(crc)
    expect(box).toContain('<svg width=')
  })

  it('show one digest, behind a line that opens it, and say which one it is', async () => {
    const { number, crc } = await aSigned()
    const page = await ask(number, crc)
    const digests = [...page.document.querySelectorAll('.digest')]
    expect(digests).toHaveLength(1)
    expect(digests[0]?.closest('details:not([open])')?.textContent).toContain('O arquivo PDF tem um resumo só dele')
    const other = await citizen.open(`/autenticidade?codigo=${number}&crc=${crc}&resumo=${'0'.repeat(64)}`)
    expect(other.text).toContain('Se você comparou o arquivo PDF, o resumo é mesmo outro')
  })

  it('may be typed with blanks, small letters and without the zeros', async () => {
    const { number, crc } = await aSigned()
    const typed = `${crc.slice(0, 4).toLowerCase()} ${crc.slice(4)}`
    const page = await citizen.open(`/autenticidade?codigo=${Number(number)}&crc=${encodeURIComponent(typed)}`)
    expect(page.text).toContain('Documento autêntico')
  })

  it('that are ill written are explained beside the fields, and what was typed stays', async () => {
    const page = await citizen.open('/autenticidade?codigo=abc&crc=123')
    expect(page.status).toBe(422)
    expect(page.errors).toHaveLength(2)
    expect(page.document.querySelector('input[name="codigo"]')?.getAttribute('value')).toBe('abc')
  })

  it('R11 that belong to nothing, or to something else, get one and the same answer', async () => {
    const { number, crc } = await aSigned()
    const draft = await aDraft(house, (await aCaseFile(house)).digits, { text: 'Minuta.' })
    const other = crc === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA'
    const pages = await Promise.all([ask(number, other), ask('99999999', other), ask(draft, other)])
    const plain = pages.map((page) => ({ status: page.status, html: withoutTokens(page) }))
    expect(plain[0]?.status).toBe(404)
    expect(plain[1]).toEqual(plain[0])
    expect(plain[2]).toEqual(plain[0])
    expect(pages[0]?.text).not.toContain('Defiro')
  })

  it('R11 open restricted documents, since having both is the key, and never confidential content', async () => {
    const restricted = await aSigned('Dado pessoal.', 'restricted')
    expect((await ask(restricted.number, restricted.crc)).text).toContain('Dado pessoal.')
    const open = await aSigned('Era público.')
    await tamper(
      house,
      `update cases.case_file set level = 'confidential', effective_level = 'confidential',
      legal_basis_id = (select id from classification.legal_basis where level = 'confidential') where digits = '${open.caseFile.digits}'`,
    )
    const page = await ask(open.number, open.crc)
    expect(page.text).toContain('sigiloso')
    expect(page.text).toContain('Marina Protocolista')
    expect(page.text).not.toContain('Era público.')
    expect(page.text).not.toContain(open.caseFile.number)
    expect(page.text).not.toContain('Despacho')
    expect((await citizen.open(`/autenticidade/arquivo?codigo=${open.number}&crc=${open.crc}`)).status).toBe(404)
  })

  it('R11 too many attempts from one address are turned away', async () => {
    const own = await openTestHouse()
    const guesser = own.visitor()
    const statuses = []
    for (let tries = 0; tries < 32; tries++)
      statuses.push((await guesser.open(`/autenticidade?codigo=1&crc=${8e7 + tries}`)).status)
    expect(statuses.slice(0, 30).every((status) => status === 404)).toBe(true)
    expect(statuses.slice(30)).toEqual([429, 429])
    await own.close()
  })

  it('R11 a hundred wrong ones within an hour close the page for that address, also for right ones, and nothing typed is lost', async () => {
    const own = await openTestHouse()
    const number = await aDraft(own, (await aCaseFile(own)).digits, { text: 'Defiro o pedido.' })
    const crc = await signDocument(own, number)
    const guesser = own.visitor()
    const address = (code: string | number) => `/autenticidade?codigo=${number}&crc=${code}`
    // Each address of the page has its own number of attempts a minute; what is wrong counts for all of them.
    for (let tries = 0; tries < 100; tries++)
      await guesser.open(`/autenticidade/imagem/${number}/${8e7 + tries}/${'0'.repeat(64)}`)
    const page = await guesser.open(address(crc))
    expect(page.status).toBe(429)
    expect(page.text).toContain('Muitos códigos errados na última hora')
    expect(page.text).not.toContain('Documento autêntico')
    expect(page.document.querySelector('input[name="crc"]')?.getAttribute('value')).toBe(crc)
    expect((await guesser.open(`/autenticidade/arquivo?codigo=${number}&crc=${crc}`)).status).toBe(404)
    own.passTime(60 * 60_000)
    expect((await guesser.open(address(crc))).text).toContain('Documento autêntico')
    await own.close()
  })
})

describe('what became of the document', () => {
  it('a second signature changes the CRC; the one before still leads to the same text, and says so', async () => {
    const { number, crc } = await aSigned()
    const second = await signDocument(house, number, { by: 'paulo' })
    const before = await ask(number, crc)
    expect(before.text).toContain('de antes da última assinatura')
    expect(before.text).toContain(second)
    const after = await ask(number, second)
    expect(after.text).not.toContain('de antes da última assinatura')
    expect(after.text).toContain('Paulo Protocolista')
  })

  it('R12 the code of a text that was changed afterwards tells of its signatures, and shows neither text', async () => {
    const { number, crc } = await aSigned('Defiro.')
    await writeText(house, number, 'Indefiro.')
    const drafted = await ask(number, crc)
    expect(drafted.text).toContain('texto que não vale mais')
    expect(drafted.text).toContain('Sem efeito')
    const again = await signDocument(house, number, { by: 'paulo' })
    const page = await ask(number, crc)
    expect(page.text).toContain('Marina Protocolista')
    for (const hidden of ['Defiro.', 'Indefiro.', 'Paulo', again]) expect(page.text).not.toContain(hidden)
    expect((await ask(number, again)).text).toContain('Indefiro.')
  })

  it('R12 a cancelled one answers so, with day and reason, and without content', async () => {
    const { number, crc } = await aSigned('Sem efeito logo.')
    await lockAsIfSent(house, number)
    const actor = await actorOf(house, 'marina', at.prot)
    const request = { number, reason: 'Feito no processo errado.' }
    const outcome = await cancelDocument(house.db, actor, request, house.platform.clock())
    expect(outcome?.done).toBe(true)
    const page = await ask(number, crc)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Documento cancelado')
    expect(page.text).toContain('Feito no processo errado.')
    expect(page.text).not.toContain('Sem efeito logo.')
    expect((await ask(number, '00000000')).status).toBe(404)
  })

  it('one that was deleted while its unit still could is told of as deleted', async () => {
    const { number, crc } = await aSigned('Apagado.')
    const actor = await actorOf(house, 'marina', at.prot)
    expect((await deleteDocument(house.db, actor, { number }, house.platform.clock()))?.done).toBe(true)
    const page = await ask(number, crc)
    expect(page.text).toContain('Documento excluído')
    expect(page.text).not.toContain('Apagado.')
  })
})

/** The page without what differs at each visit, and without what was typed. */
function withoutTokens(page: Page): string {
  return page.html.replace(/value="[^"]*"/g, '').replace(/\b\d{7,8}\b/g, '')
}
