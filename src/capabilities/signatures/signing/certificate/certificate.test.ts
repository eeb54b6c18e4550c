import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../../../test/support/builders-cases.ts'
import { aDraft, writeText } from '../../../../../test/support/builders-documents.ts'
import { sealAll } from '../../../../../test/support/builders-proofs.ts'
import { signDocument, tamper } from '../../../../../test/support/builders-signatures.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../../test/support/house.ts'
import type { Page, Person } from '../../../../../test/support/person.ts'
import { issue, pem, revoke, rsaKey, signBytes, type ToIssue } from '../../../../../test/support/toy-pki.ts'
import { at } from '../../../../../test/support/world.ts'
import { loadVerifier } from '../../../../platform/time-stamp/index.ts'
import { checkProof } from '../../../proofs/verifier.test-support.ts'
import { signaturesOf } from '../../index.ts'

const cpf = '52998224725'
const root = issue(undefined, { name: 'Raiz de Teste', authority: true })
const middle = issue(root, { name: 'AC de Teste', authority: true })
const holder: ToIssue = { name: `MARINA PROTOCOLISTA:${cpf}`, cpf }
const marinas = issue(middle, { ...holder, serial: 90 })
const files = [
  root.der,
  middle.der,
  revoke(middle, [{ serial: 91, at: new Date('2026-01-01Z') }], new Date('2026-01-02Z'), new Date('2026-01-03Z')),
]

let house: TestHouse
let marina: Person
let anchors: ReturnType<Awaited<ReturnType<typeof loadVerifier>>['readAnchors']>
beforeAll(async () => {
  const { readAnchors } = await loadVerifier()
  anchors = readAnchors(files.map((bytes, place) => ({ name: `${place}.crt`, bytes })))
  house = await openTestHouse({ anchors }, forManyAtOnce)
  await house.db`update identity.account set cpf = ${cpf} where login = 'marina'`
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const here = (number: string) => `/em/${at.prot}/documentos/${number}/assinatura/certificado`

async function aWrittenDraft(text = 'Defiro o pedido.') {
  const caseFile = await aCaseFile(house)
  return aDraft(house, caseFile.digits, { text })
}

/** The page with the declaration, and the declaration itself. */
async function prepared(number: string) {
  const first = await marina.open(here(number))
  const page = await marina.send(first, 'form[action$="/certificado"]', { cargo: 'Analista' })
  const link = page.document.querySelector('a[href*="/declaracao"]')?.getAttribute('href') ?? ''
  const declaration = Buffer.from((await marina.open(link)).html)
  return { page, link, declaration }
}

function sendFile(page: Page, content: Uint8Array): Promise<Page> {
  const file = {
    field: 'arquivo',
    name: 'assinatura.p7s',
    content: Buffer.from(content),
    type: 'application/pkcs7-signature',
  }
  return marina.send(page, 'form[action$="/envio"]', {}, [file])
}

const signaturesIn = async (number: string) => {
  const [row] = await house.db<{ id: string }[]>`select id from documents.document where number = ${number}`
  return (await signaturesOf(house.db, [row?.id ?? ''])).get(row?.id ?? '') ?? []
}

describe('signing by certificate', () => {
  it('R15 is offered only where the administrator put the authorities to be trusted', async () => {
    const number = await aWrittenDraft()
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/assinatura`)
    expect(page.text).toContain('Assinar com certificado digital (ICP-Brasil)')
    const other = await openTestHouse({ anchors: undefined }, forManyAtOnce)
    try {
      const draft = await aDraft(other, (await aCaseFile(other)).digits, { text: 'Defiro.' })
      const person = await other.signIn('marina')
      expect((await person.open(`/em/${at.prot}/documentos/${draft}/assinatura`)).text).not.toContain(
        'certificado digital',
      )
      expect((await person.open(here(draft))).status).toBe(404)
      await other.db`update classification.document_type set signature_level = 'qualified' where name = 'Despacho'`
      const needed = await person.open(`/em/${at.prot}/documentos/${draft}/assinatura`)
      expect(needed.text).toContain('ainda não recebe assinaturas com certificado digital')
    } finally {
      await other.close()
    }
  })

  it('R15 covers the same declaration as a password does, and the signature is a qualified one everywhere', async () => {
    const number = await aWrittenDraft()
    const { page, declaration } = await prepared(number)
    expect(JSON.parse(declaration.toString())).toMatchObject({
      assinante: 'Marina Protocolista',
      documento: number,
      metodo: 'certificado',
    })
    const after = await sendFile(page, signBytes(marinas, declaration, { certificates: [marinas, middle] }))
    expect(after.url).toContain(`/documentos/${number}?resultado=`)
    const [signature] = await signaturesIn(number)
    expect(signature).toMatchObject({
      method: 'certificate',
      state: 'valid',
      certificate: { titular: 'MARINA PROTOCOLISTA', revogacao: 'nao-conferida' },
    })
    await sealAll(house)
    const address = `codigo=${number}&crc=${signature?.crc}`
    const shown = await house.visitor().open(`/autenticidade?${address}`)
    expect(shown.text).toContain('com certificado digital da ICP-Brasil (assinatura eletrônica qualificada)')
    expect(shown.text).toContain('cadeia conferida até Raiz de Teste; revogação não conferida')
    expect(shown.html).not.toContain(cpf)
    const receipt = JSON.parse((await house.visitor().open(`/autenticidade/comprovante?${address}`)).html)
    const checked = checkProof(receipt, { anchors })
    expect(checked.lines.filter(({ mark }) => mark === 'bad')).toEqual([])
    const told = checked.lines.map(({ text }) => text).join('\n')
    expect(told).toContain('O CMS da assinatura confere: resumo e assinatura são do certificado de MARINA PROTOCOLISTA')
    expect(told).toContain('Cadeia do certificado conferida até Raiz de Teste.')
    expect(told).toContain('(Revogação não conferida.)')
    expect(
      checkProof(receipt)
        .lines.map(({ text }) => text)
        .join('\n'),
    ).toContain('A cadeia do certificado não foi conferida')
    const other = signBytes(issue(middle, holder), declaration).toString('base64')
    receipt.assinaturas[0].cms = other
    expect(checkProof(receipt).lines.some(({ text, mark }) => mark === 'bad' && text.includes('CMS'))).toBe(true)
  })

  it.each<[string, RegExp, (declaration: Buffer) => Uint8Array]>([
    ['other bytes', /é de outro arquivo/, () => signBytes(marinas, Buffer.from('outra declaração'))],
    ['attached', /declaração dentro dela/, (d) => signBytes(marinas, d, { attached: true })],
    ['expired', /já estava vencido/, (d) => signBytes(issue(middle, { ...holder, until: new Date('2021-01-01Z') }), d)],
    ['revoked', /foi revogado/, (d) => signBytes(issue(middle, { ...holder, serial: 91 }), d)],
    [
      'another root',
      /nenhuma das autoridades/,
      (d) => signBytes(issue(issue(undefined, { name: 'X', authority: true }), holder), d),
    ],
    [
      'the CPF of another person',
      /é de outra pessoa/,
      (d) => signBytes(issue(middle, { name: 'B', cpf: '11144477735' }), d),
    ],
    ['no CPF', /não traz CPF/, (d) => signBytes(issue(middle, { name: 'Empresa' }), d)],
    ['SHA-1', /não é mais aceito, como o SHA-1/, (d) => signBytes(marinas, d, { digest: 'sha1' })],
    ['a weak key', /chave fraca/, (d) => signBytes(issue(middle, { ...holder, key: rsaKey(1024) }), d)],
    ['rubbish', /não é uma assinatura que o Carimbo saiba ler/, () => Buffer.from('rascunho')],
    ['nothing', /Escolha o arquivo/, () => Buffer.alloc(0)],
    ['too much', /mais de 1 MB/, () => Buffer.alloc(1_200_000, 0x30)],
  ])('R15 is refused beside the field, and the declaration is kept: %s', async (_what, sentence, made) => {
    const { page, declaration, link } = await toBeRefused()
    const again = await sendFile(page, made(declaration))
    expect(again.status).toBe(422)
    expect(
      again.document.querySelector('#campo-arquivo-erro, [id$="arquivo-erro"]')?.textContent ?? again.text,
    ).toMatch(sentence)
    expect(again.text).toMatch(sentence)
    expect(again.html).toContain(link.replaceAll('&', '&amp;'))
    expect(await signaturesIn(refusedDraft)).toEqual([])
  })

  it('R16 a declaration is good for one signature, of one person, for half an hour', async () => {
    const number = await aWrittenDraft()
    const { page, declaration, link } = await prepared(number)
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(link)).status).toBe(404)
    house.passTime(31 * 60_000)
    const late = await sendFile(page, signBytes(marinas, declaration))
    house.passTime(-31 * 60_000)
    expect(late.status).toBe(422)
    expect(late.text).toContain('O prazo desta declaração terminou')
    const newer = await prepared(number)
    expect((await sendFile(newer.page, signBytes(marinas, declaration))).text).toContain('é de outro arquivo')
    await sendFile(newer.page, Buffer.from(pem('CMS', signBytes(marinas, newer.declaration))))
    expect(await signaturesIn(number)).toHaveLength(1)
    expect((await marina.open(newer.link)).status).toBe(404)
  })

  it('R16 an edit after the download undoes the attempt; nothing is signed', async () => {
    const number = await aWrittenDraft()
    const { page, declaration } = await prepared(number)
    await writeText(house, number, 'Indefiro o pedido.')
    const after = await sendFile(page, signBytes(marinas, declaration))
    expect(after.status).toBe(422)
    expect(await signaturesIn(number)).toEqual([])
  })

  it('R16 a newer declaration takes the place of one in another tab, and one sent twice at once signs once', async () => {
    const number = await aWrittenDraft()
    const [older, newer] = [await prepared(number), await prepared(number)]
    const late = await sendFile(older.page, signBytes(marinas, older.declaration))
    expect(late.text).toContain('ou ela já foi usada')
    const cms = signBytes(marinas, newer.declaration)
    const both = await Promise.all([sendFile(newer.page, cms), sendFile(newer.page, cms)])
    expect(both.map(({ url }) => /resultado=/.test(url))).toEqual([true, true])
    expect(await signaturesIn(number)).toHaveLength(1)
  })

  it('R16 somebody who signs meanwhile is joined, where the bytes are still those of the declaration', async () => {
    const number = await aWrittenDraft()
    const { page, declaration } = await prepared(number)
    await signDocument(house, number, { by: 'paulo' })
    await sendFile(page, signBytes(marinas, declaration))
    const [first, second] = await signaturesIn(number)
    expect([first, second]).toMatchObject([
      { method: 'password', state: 'valid' },
      { method: 'certificate', state: 'valid', sha256: first?.sha256 },
    ])
  })

  it('R16 somebody else’s number meanwhile undoes the attempt, and the sentence says what to do', async () => {
    const [one, other] = [await aCaseFile(house), await aCaseFile(house)]
    const number = await aDraft(house, one.digits, { type: 'Portaria', text: 'Senhor Diretor,' })
    const quicker = await aDraft(house, other.digits, { type: 'Portaria', text: 'Senhora Diretora,' })
    const { page, declaration } = await prepared(number)
    await signDocument(house, quicker, { by: 'paulo' })
    const after = await sendFile(page, signBytes(marinas, declaration))
    expect(after.status).toBe(422)
    expect(after.text).toContain('baixe outra declaração e assine de novo')
    expect(await signaturesIn(number)).toEqual([])
  })

  it('R16 a type that gives its number at the signature spends none on an attempt, and the number is signed', async () => {
    const caseFile = await aCaseFile(house)
    const number = await aDraft(house, caseFile.digits, { type: 'Portaria', text: 'Senhor Diretor,' })
    const typeNumber = async () =>
      (await house.db`select type_number, version from documents.document where number = ${number}`)[0]
    const before = await typeNumber()
    expect(before?.type_number).toBe(null)
    const { page, declaration } = await prepared(number)
    expect(await typeNumber()).toEqual(before)
    await sendFile(page, signBytes(marinas, declaration))
    expect(await signaturesIn(number)).toMatchObject([{ state: 'valid', method: 'certificate' }])
    expect((await typeNumber())?.type_number).not.toBe(null)
  })

  it('a password joins a certificate, and a CMS changed in the table breaks the signature', async () => {
    const number = await aWrittenDraft()
    const { page, declaration } = await prepared(number)
    await sendFile(page, signBytes(marinas, declaration))
    await signDocument(house, number, { by: 'paulo' })
    const [first, second] = await signaturesIn(number)
    expect([first?.state, second?.state, second?.method]).toEqual(['valid', 'valid', 'password'])
    await tamper(
      house,
      `update signatures.signed_content set bytes = 'x' where sha256 = '\\x${first?.certificate?.cms}'`,
    )
    expect((await signaturesIn(number))[0]?.state).toBe('broken')
  })

  it('without the conference of the CPF any certificate of the chain signs (EST-048)', async () => {
    const number = await aWrittenDraft()
    const { page, declaration } = await prepared(number)
    const others = issue(middle, { name: 'OUTRA PESSOA:11144477735', cpf: '11144477735' })
    await house.db`insert into platform.setting (name, value) values ('certificate-any-cpf', 'true')`
    await sendFile(page, signBytes(others, declaration))
    await house.db`delete from platform.setting where name = 'certificate-any-cpf'`
    expect(await signaturesIn(number)).toMatchObject([
      { signerName: 'Marina Protocolista', certificate: { titular: 'OUTRA PESSOA' } },
    ])
  })
})

let refusedDraft = ''
let waiting: ReturnType<typeof prepared> | undefined
async function toBeRefused() {
  refusedDraft ||= await aWrittenDraft()
  waiting ??= prepared(refusedDraft)
  return waiting
}
