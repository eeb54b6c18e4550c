import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { aDraft, rowOf } from '../../../../test/support/builders-documents.ts'
import { aScan, certifyOnPage, signDocument, tamper } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { signaturesOf, verificationOf } from '../index.ts'

let house: TestHouse
let citizen: Person
beforeAll(async () => {
  house = await openTestHouse()
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
  return { signatures, verification }
}

describe('a certified copy', () => {
  async function aCertified(content: string) {
    const caseFile = await aCaseFile(house)
    const number = await aScan(house, caseFile.digits, { content })
    await certifyOnPage(await house.signIn('marina'), at.prot, number)
    const { verification } = await surfacesOf(number)
    return { number, crc: verification?.crc ?? '' }
  }

  it('is there with its hash and as a download; without certification it is not found', async () => {
    const { number, crc } = await aCertified('Certidão de nascimento.')
    const page = await ask(number, crc)
    expect(page.text).toContain('Cópia autenticada administrativamente')
    expect(page.text).toContain(createHash('sha256').update('Certidão de nascimento.').digest('hex'))
    const file = await citizen.open(`/autenticidade/arquivo?codigo=${number}&crc=${crc}`)
    expect(file.bytes.toString()).toBe('Certidão de nascimento.')
    expect(String(file.headers['content-disposition'])).toContain('attachment')
    expect((await citizen.open(`/autenticidade/arquivo?codigo=${number}&crc=00000000`)).status).toBe(404)
  })

  it('is compared with the file that somebody has, which is not kept', async () => {
    const { number, crc } = await aCertified('Certidão de casamento.')
    const page = await ask(number, crc)
    const send = (content: string) =>
      citizen.send(page, 'form[action="/autenticidade/comparacao"]', {}, [
        { field: 'arquivo', name: 'certidao.txt', type: 'text/plain', content },
      ])
    expect((await send('Certidão de casamento.')).text).toContain('É igual ao que foi assinado')
    const other = await send('Certidão de casamento!')
    expect(other.text).toContain('É diferente do que foi assinado')
    const digest = createHash('sha256').update('Certidão de casamento!').digest('hex')
    expect(await house.platform.files.stat(digest)).toBeUndefined()
    expect((await citizen.send(page, 'form[action="/autenticidade/comparacao"]')).text).toContain('Escolha o arquivo')
  })

  it('is asked for in an address of bounded length, whatever was sent for its codes', async () => {
    const payload = `codigo=1&crc=${'A'.repeat(300_000)}`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await house.app.inject({ method: 'POST', url: '/autenticidade/comparacao', payload, headers })
    expect(answer.statusCode).toBe(303)
    expect(String(answer.headers.location).length).toBeLessThan(1_000)
  })

  it('whose file was changed is shown as broken and not given away', async () => {
    const { number, crc } = await aCertified('Certidão de óbito.')
    await tamper(
      house,
      `update documents.file set sha256 = repeat('ab', 32) where document_id = (select id from documents.document where number = ${number})`,
    )
    expect((await ask(number, crc)).text).toContain('O documento não confere')
    expect((await citizen.open(`/autenticidade/arquivo?codigo=${number}&crc=${crc}`)).status).toBe(404)
  })
})

describe('the digest', () => {
  it('may be typed from paper, and is compared figure by figure', async () => {
    const { number, crc } = await aSigned()
    const { verification } = await surfacesOf(number)
    const grouped = (verification?.sha256.match(/.{8}/g) ?? []).join(' ').toUpperCase()
    const equal = await ask(number, crc, `&resumo=${encodeURIComponent(grouped)}`)
    expect(equal.text).toContain('É igual ao que foi assinado')
    const last = verification?.sha256.endsWith('0') ? '1' : '0'
    const different = await ask(number, crc, `&resumo=${verification?.sha256.slice(0, -1)}${last}`)
    expect(different.text).toContain('É diferente do que foi assinado')
    const short = await ask(number, crc, '&resumo=abc')
    expect(short.status).toBe(422)
    expect(short.errors.join()).toContain('64')
  })

  it('is that of the bytes which anybody may download', async () => {
    const { number, crc } = await aSigned()
    const { verification } = await surfacesOf(number)
    const file = await citizen.open(`/autenticidade/arquivo?codigo=${number}&crc=${crc}`)
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(verification?.sha256)
  })
})
