import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../../../test/support/builders-cases.ts'
import { aDraft, writeText } from '../../../../../test/support/builders-documents.ts'
import {
  comeBack,
  cpfOfMarina,
  goToGovBr,
  govBrFiles,
  govBrPerson,
  type HouseWithGovBr,
  openHouseWithGovBr,
  wayToGovBr,
} from '../../../../../test/support/builders-gov-br.ts'
import { sealAll } from '../../../../../test/support/builders-proofs.ts'
import { signDocument, tamper } from '../../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../../test/support/house.ts'
import type { Person } from '../../../../../test/support/person.ts'
import type { ToyGovBr } from '../../../../../test/support/toy-gov-br.ts'
import { issue } from '../../../../../test/support/toy-pki.ts'
import { at } from '../../../../../test/support/world.ts'
import { loadVerifier, verifierFile } from '../../../../platform/time-stamp/index.ts'

let given: HouseWithGovBr
let toy: ToyGovBr
let house: TestHouse
let marina: Person
beforeAll(async () => {
  given = await openHouseWithGovBr()
  ;({ toy, house, marina } = given)
})
afterEach(() => toy.mend())
afterAll(() => given.close())

const pageOf = (number: string, part = '') => `/em/${at.prot}/documentos/${number}/assinatura${part}`

describe('signing by gov.br', () => {
  it('R20 is nowhere where the administrator did not configure it, and nobody is asked', async () => {
    const other = await openTestHouse({ govBrSigning: undefined })
    try {
      const draft = await aDraft(other, (await aCaseFile(other)).digits, { text: 'Defiro.' })
      const person = await other.signIn('marina')
      for (const address of [pageOf(draft), `/em/${at.prot}/assinatura?documento=${draft}`]) {
        expect((await person.open(address)).html).not.toMatch(/gov\.?br/i)
      }
      const addresses = [
        pageOf(draft, '/govbr'),
        ...['', '/ida', '/volta'].map((one) => `/em/${at.prot}/assinatura/govbr${one}`),
      ]
      for (const address of [...addresses, '/assinatura/govbr/volta?code=x&state=y']) {
        expect((await person.open(address)).status, address).toBe(404)
      }
      expect(toy.asked).toEqual([])
    } finally {
      await other.close()
    }
  })

  it('R19 covers the declaration of this text, and is an advanced signature on every surface', async () => {
    const number = await given.aWrittenDraft()
    expect((await marina.open(pageOf(number))).text).toContain('Assinar com gov.br')
    const step = await given.prepared(number)
    expect(toy.asked).toEqual([])
    const way = new URL(await wayToGovBr(house, marina, step))
    expect(Object.fromEntries(way.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'sign',
      client_id: toy.clientId,
      redirect_uri: 'http://localhost/assinatura/govbr/volta',
    })
    const after = await comeBack(marina, await toy.visit(way.href))
    expect(after.url).toContain(`/documentos/${number}?resultado=`)
    expect(after.text).toContain('assinatura com gov.br registrada, de Marina Protocolista')
    expect(after.text).toContain('com a conta gov.br (assinatura eletrônica avançada)')
    expect(toy.asked).toEqual(['autorizar', 'token', 'certificado', 'assinar'])
    const [signature] = await given.signaturesIn(number)
    expect(signature).toMatchObject({
      method: 'gov-br',
      state: 'valid',
      certificate: { titular: 'MARINA PROTOCOLISTA', raiz: 'AC Raiz do Governo de Teste', revogacao: 'nao-conferida' },
    })
    const address = `codigo=${number}&crc=${signature?.crc}`
    const shown = await house.visitor().open(`/autenticidade?${address}`)
    expect(shown.text).toContain('com a conta gov.br (assinatura eletrônica avançada)')
    expect(shown.text).toContain('cadeia conferida até AC Raiz do Governo de Teste; revogação não conferida')
    expect(shown.text).not.toContain('qualificada')
    expect(shown.html).not.toContain(cpfOfMarina)
    await sealAll(house)
    const receipt = (await house.visitor().open(`/autenticidade/comprovante?${address}`)).html
    expect(verified(receipt)).toMatchObject({ status: 0 })
    const told = verified(receipt).stdout
    expect(told).toContain('por gov.br (assinatura eletrônica avançada)')
    expect(told).toContain('O CMS da assinatura confere: resumo e assinatura são do certificado de MARINA PROTOCOLISTA')
    expect(told).toContain('Cadeia do certificado conferida até AC Raiz do Governo de Teste.')
    const without = JSON.parse(receipt)
    delete without.assinaturas[0].cms
    expect(verified(JSON.stringify(without)).status).not.toBe(0)
  })

  it('a password joins it, and its CMS changed in the table breaks it', async () => {
    const number = await given.aWrittenDraft()
    await given.signed(number)
    await signDocument(house, number, { by: 'paulo' })
    const [first, second] = await given.signaturesIn(number)
    expect([first?.state, second?.state, second?.method]).toEqual(['valid', 'valid', 'password'])
    await tamper(
      house,
      `update signatures.signed_content set bytes = 'x' where sha256 = '\\x${first?.certificate?.cms}'`,
    )
    expect((await given.signaturesIn(number))[0]?.state).toBe('broken')
  })

  it('R18 is not offered, and not taken, where the type asks for a qualified signature', async () => {
    const number = await given.aWrittenDraft()
    const step = await given.prepared(number)
    const level = (least: string) =>
      house.db`update classification.document_type set signature_level = ${least} where name = 'Despacho'`
    await level('qualified')
    try {
      expect((await marina.open(pageOf(number))).text).not.toContain('gov.br')
      expect((await marina.open(pageOf(number, '/govbr'))).text).toContain('exigem assinatura qualificada')
      const after = await comeBack(marina, await goToGovBr(house, toy, marina, step))
      expect(after.text).toContain('exigem assinatura qualificada')
    } finally {
      await level('advanced')
    }
    expect(toy.asked).toEqual(['autorizar'])
    expect(await given.signaturesIn(number)).toEqual([])
  })

  it('R19 a document that changed meanwhile is refused before gov.br signs anything, and may be signed anew', async () => {
    const number = await given.aWrittenDraft()
    toy.meanwhile = () => writeText(house, number, 'Indefiro o pedido.')
    const after = await given.signed(number)
    expect(after.text).toContain('O documento mudou depois que você começou a assinatura e não foi assinado')
    expect(after.text).toContain('Indefiro o pedido.')
    expect(toy.asked).toEqual(['autorizar'])
    expect(await given.signaturesIn(number)).toEqual([])
    toy.mend()
    await given.signed(number)
    expect(await given.signaturesIn(number)).toMatchObject([{ method: 'gov-br', state: 'valid' }])
  })

  it('R19 one whose number was given to another meanwhile is refused before gov.br signs anything', async () => {
    const number = await given.aWrittenDraft('Portaria')
    const quicker = await given.aWrittenDraft('Portaria')
    toy.meanwhile = () => signDocument(house, quicker, { by: 'paulo' })
    expect((await given.signed(number)).text).toContain('O documento mudou')
    expect([toy.signatures, toy.asked]).toEqual([0, ['autorizar']])
    expect(await given.signaturesIn(number)).toEqual([])
  })

  it('R19 one that changes while gov.br signs is not signed either, and its number is not spent', async () => {
    const number = await given.aWrittenDraft('Portaria')
    const quicker = await given.aWrittenDraft('Portaria')
    toy.afterSigning = () => signDocument(house, quicker, { by: 'paulo' })
    const after = await given.signed(number)
    expect(after.text).toContain('O documento mudou')
    expect(toy.signatures).toBe(1)
    expect(await given.signaturesIn(number)).toEqual([])
    const [row] = await house.db`select type_number from documents.document where number = ${number}`
    expect(row?.type_number).toBe(null)
  })

  it('signs many with one authorization, in their order of numbers, and leaves out what changed', async () => {
    const drafts = [
      await given.aWrittenDraft('Portaria'),
      await given.aWrittenDraft('Portaria'),
      await given.aWrittenDraft(),
    ]
    const [one = '', two = '', three = ''] = drafts
    const asked = drafts.map((number) => `documento=${number}`).join('&')
    const page = await marina.open(`/em/${at.prot}/assinatura?${asked}`)
    const button = page.document.querySelector('button[formaction$="/assinatura/govbr"]')
    expect(button?.hasAttribute('formnovalidate')).toBe(true)
    const form = page.document.querySelector('form[action$="/assinatura"]')
    form?.setAttribute('action', button?.getAttribute('formaction') ?? '')
    const documento = [...page.document.querySelectorAll('[name="documento"]')].map((box) =>
      String(box.getAttribute('value')),
    )
    const step = await marina.send(page, 'form[action$="/govbr"]', { documento, cargo: 'Analista', senha: '' })
    expect(step.text).toContain('3 documentos a assinar')
    expect(new URL(await wayToGovBr(house, marina, step)).searchParams.get('scope')).toBe('signature_session')
    toy.meanwhile = () => writeText(house, three, 'Outro texto.')
    const after = await comeBack(marina, await goToGovBr(house, toy, marina, step))
    expect(after.text).toContain('2 documentos assinados')
    expect(after.text).toContain('O documento mudou')
    expect(toy.signatures).toBe(2)
    expect([
      await given.signaturesIn(one),
      await given.signaturesIn(two),
      await given.signaturesIn(three),
    ]).toMatchObject([[{ method: 'gov-br', state: 'valid' }], [{ method: 'gov-br', state: 'valid' }], []])
  })

  it('takes no more than twenty at once, none of another unit’s capacities, and nothing that is not there', async () => {
    const number = await given.aWrittenDraft()
    const page = await marina.open(pageOf(number, '/govbr'))
    const wrong = await marina.send(page, 'form[action$="/govbr"]', { cargo: 'Ministra' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Este cargo não é mais da unidade')
    const many = await marina.open(`/em/${at.prot}/assinatura?documento=${number}`)
    many.document
      .querySelector('form[action$="/assinatura"]')
      ?.setAttribute('action', `/em/${at.prot}/assinatura/govbr`)
    const documento = Array.from({ length: 21 }, (_, place) => `${9_000_000 + place}.1.${'a'.repeat(64)}`)
    const fields = { cargo: 'Analista', senha: '' }
    const tooMany = await marina.send(many, 'form[action$="/govbr"]', { ...fields, documento })
    expect(tooMany.text).toContain('no máximo 20 documentos')
    const absent = await marina.send(many, 'form[action$="/govbr"]', { ...fields, documento: documento.slice(0, 1) })
    expect(absent.status).toBe(404)
  })
})

/** What the program says that people keep, with the authorities of gov.br in a folder. */
function verified(receipt: string) {
  const folder = mkdtempSync(join(tmpdir(), 'carimbo-govbr-'))
  try {
    for (const { name, bytes } of govBrFiles) writeFileSync(join(folder, name), bytes)
    writeFileSync(join(folder, 'comprovante.json'), receipt)
    const { status, stdout } = spawnSync(
      process.execPath,
      [verifierFile, join(folder, 'comprovante.json'), '--ancoras', folder],
      { encoding: 'utf8' },
    )
    return { status, stdout }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('authorities of gov.br make no qualified signature', async () => {
  const { readAnchors, checkChain } = await loadVerifier()
  const anchors = readAnchors([{ name: 'x.crt', bytes: issue(undefined, { name: 'Raiz', authority: true }).der }])
  expect(checkChain(govBrPerson('MARINA', cpfOfMarina).der, [], anchors, new Date(), 'signing').kind).toBe('refused')
})
