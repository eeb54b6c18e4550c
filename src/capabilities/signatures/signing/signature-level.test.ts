import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { aBundle } from '../../../../test/support/builders-bundles.ts'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import { aDraft } from '../../../../test/support/builders-documents.ts'
import { shownOf } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Page, Person } from '../../../../test/support/person.ts'
import { issue, signBytes } from '../../../../test/support/toy-pki.ts'
import { at, password } from '../../../../test/support/world.ts'
import { loadVerifier } from '../../../platform/time-stamp/index.ts'
import { signaturesOf, signDocuments } from '../index.ts'
import { reaches } from './signature-level.rules.ts'

const cpf = '52998224725'
const root = issue(undefined, { name: 'Raiz de Teste', authority: true })
const marinas = issue(root, { name: `MARINA PROTOCOLISTA:${cpf}`, cpf })
const demand = /Documentos deste tipo exigem assinatura qualificada/

let house: TestHouse
let marina: Person
beforeAll(async () => {
  const { readAnchors } = await loadVerifier()
  house = await openTestHouse({ anchors: readAnchors([{ name: 'raiz.crt', bytes: root.der }]) })
  await house.db`update identity.account set cpf = ${cpf} where login = 'marina'`
  marina = await house.signIn('marina')
})
afterAll(() => house.close())
beforeEach(() => ask('advanced'))

async function ask(level: 'simple' | 'advanced' | 'qualified'): Promise<void> {
  await house.db`update classification.document_type set signature_level = ${level} where name = 'Despacho'`
}

const aWrittenDraft = async () => aDraft(house, (await aCaseFile(house)).digits, { text: 'Defiro o pedido.' })
const here = (number: string, part = '') => `/em/${at.prot}/documentos/${number}/assinatura${part}`

async function signaturesIn(number: string) {
  const [row] = await house.db<{ id: string }[]>`select id from documents.document where number = ${number}`
  return (await signaturesOf(house.db, [row?.id ?? ''])).get(row?.id ?? '') ?? []
}

test.each([
  ['password', 'simple', true],
  ['password', 'advanced', true],
  ['password', 'qualified', false],
  ['certificate', 'simple', true],
  ['certificate', 'advanced', true],
  ['certificate', 'qualified', true],
] as const)('a %s reaches the level “%s”: %s', (method, least, enough) => {
  expect(reaches(method, least)).toBe(enough)
})

describe('a type that asks for a qualified signature', () => {
  // Each way is begun while a password was enough, and sent when it no longer is: the page cannot be what protects.
  const ways: readonly [way: string, open: (number: string) => Promise<string>, form: string, fields: Fields][] = [
    ['one document', async (number) => here(number), 'form[action$="/assinatura"]', { senha: password }],
    [
      'many documents',
      async (number) => `/em/${at.prot}/assinatura?documento=${number}&documento=${await aWrittenDraft()}`,
      'form[action$="/assinatura"]',
      { senha: password },
    ],
    [
      'a bundle',
      async (number) => {
        const bundle = await aBundle(house, { to: [at.cofic], documents: [number] })
        return `/em/${at.prot}/assinatura?documento=${number}&volta=/blocos/${bundle}`
      },
      'form[action$="/assinatura"]',
      { senha: password },
    ],
    [
      'another person',
      async (number) => here(number, '/outra-pessoa'),
      'form[action$="/outra-pessoa"]',
      { usuario: 'paulo', senha: password },
    ],
  ]
  it.each(ways)('R18 is not signed with a password: %s', async (_way, open, form, fields) => {
    const number = await aWrittenDraft()
    const page = await marina.open(await open(number))
    const documento = [...page.document.querySelectorAll('[name="documento"]')].map((one) =>
      String(one.getAttribute('value')),
    )
    await ask('qualified')
    const after = await marina.send(page, form, { cargo: 'Analista', documento, ...fields })
    expect(after.status).toBe(422)
    expect(after.text).toMatch(demand)
    expect(await signaturesIn(number)).toEqual([])
    expect(await signaturesIn(documento.at(-1)?.split('.')[0] ?? '')).toEqual([])
  })

  it('R18 is not signed by a command either, and holds no other document back', async () => {
    const number = await aWrittenDraft()
    const other = await aDraft(house, (await aCaseFile(house)).digits, { type: 'Ofício', text: 'Senhor,' })
    await ask('qualified')
    const documents = [await shownOf(house, number), await shownOf(house, other)]
    const actor = await actorOf(house, 'marina', at.prot)
    const outcome = await signDocuments(house.db, actor, { documents, capacity: 'Analista' }, house.platform.clock())
    expect(outcome.done && outcome.value.map((one) => one.outcome)).toEqual([
      { done: false, refusals: [{ kind: 'level-too-low' }] },
      { done: true, value: { crc: expect.any(String) } },
    ])
  })

  it('R18 says so before anything is typed, leads to the certificate, and is signed with it', async () => {
    const number = await aWrittenDraft()
    await ask('qualified')
    const page = await marina.open(here(number))
    expect(page.text).toMatch(demand)
    expect(page.document.querySelector('input[name="senha"]')).toBe(null)
    expect(page.document.querySelector(`a[href$="${here(number, '/outra-pessoa')}"]`)).toBe(null)
    expect((await marina.open(here(number, '/outra-pessoa'))).text).toMatch(demand)
    expect((await marina.open(`/em/${at.prot}/assinatura?documento=${number}`)).text).toMatch(demand)
    const way = page.document.querySelector('a[href$="/certificado"]')?.getAttribute('href') ?? ''
    const step = await marina.send(await marina.open(way), 'form[action$="/certificado"]', { cargo: 'Analista' })
    expect(await signByCertificate(step)).toMatchObject({ status: 200 })
    expect(await signaturesIn(number)).toMatchObject([{ method: 'certificate', state: 'valid' }])
  })

  it('R18 that becomes one after it was signed with a password keeps that signature', async () => {
    const number = await aWrittenDraft()
    await marina.send(await marina.open(here(number)), 'form[action$="/assinatura"]', {
      cargo: 'Analista',
      senha: password,
    })
    await ask('qualified')
    expect(await signaturesIn(number)).toMatchObject([{ method: 'password', state: 'valid' }])
  })
})

type Fields = Record<string, string>

async function signByCertificate(step: Page): Promise<Page> {
  const link = step.document.querySelector('a[href*="/declaracao"]')?.getAttribute('href') ?? ''
  const content = signBytes(marinas, Buffer.from((await marina.open(link)).html))
  const file = { field: 'arquivo', name: 'a.p7s', content, type: 'application/pkcs7-signature' }
  return marina.send(step, 'form[action$="/envio"]', {}, [file])
}
