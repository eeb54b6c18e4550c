import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile, confirmPasswordFor, eventsOf, openForCommands } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload, documentAddress } from '../../../../test/support/builders-documents.ts'
import { aPdf, copyOf, openZip } from '../../../../test/support/builders-output.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at, password } from '../../../../test/support/world.ts'
import { encrypted, isInstalled, pagesOf, textOf } from '../../../platform/pdf/pdf.fixture.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { hasDigitalSignature } from '../marking/mark-pdf.ts'

let house: TestHouse
let marina: Person
let secret: { id: string; digits: string; number: string }
let plain: Uint8Array
const parts = { nota: '', assinado: '', foto: '' }

beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  secret = await aCaseFile(house, { level: 'confidential', summary: 'Denúncia que ninguém sabe' })
  await confirmPasswordFor(marina, at.prot, secret.digits, password)
  await openForCommands(house, 'marina', at.prot, secret.id)
  plain = await aPdf(house, 'Palavra-da-nota.')
  parts.nota = await anUpload(house, secret.digits, { fileName: 'nota.pdf', content: plain })
  parts.assinado = await anUpload(house, secret.digits, { fileName: 'assinado.pdf', content: signedPdf(plain) })
  parts.foto = await anUpload(house, secret.digits, { fileName: 'lista.csv', content: 'nome;valor\n' })
})
afterAll(() => house.close())

/** A PDF as a signing program leaves it, as far as the mark looks. */
const signedPdf = (pdf: Uint8Array) => Buffer.concat([pdf, Buffer.from('\n%/ByteRange [0 10 20 30]\n%%EOF\n')])
const bytesOf = (page: { bytes: Uint8Array }) => new Uint8Array(page.bytes)
const mark = /Sigiloso\. Cópia obtida por Marina Protocolista \(PROT\) em \d\d\/\d\d\/\d{4} às \d\d:\d\d/

describe('the file of a confidential document', () => {
  it('R34 carries the mark of who takes it on every page, and what is stored stays as it was', async () => {
    const before = await house.platform.files.verify(sha256Hex(plain))
    const file = await marina.open(documentAddress(parts.nota, '/arquivo'))
    expect(file.status).toBe(200)
    expect(String(file.headers['cache-control'])).toContain('no-store')
    const pages = await pagesOf(bytesOf(file))
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) expect(page).toMatch(mark)
    expect(pages.join(' ')).toContain('Palavra-da-nota.')
    expect([before, await house.platform.files.verify(sha256Hex(plain))]).toEqual(['intact', 'intact'])
  })

  it('R34 of a public or restricted case file it is what was filed, byte by byte', async () => {
    const { digits } = await aCaseFile(house, { level: 'restricted' })
    const number = await anUpload(house, digits, { fileName: 'nota.pdf', content: plain })
    const file = await marina.open(documentAddress(number, '/arquivo'))
    expect(sha256Hex(bytesOf(file))).toBe(sha256Hex(plain))
  })

  it('R34 signed digitally it says so, and leaves as it is only after the history tells of it', async () => {
    const said = await marina.open(documentAddress(parts.assinado, '/arquivo'))
    expect(said.text).toContain('O arquivo tem assinatura digital, que a marca de sigilo invalidaria.')
    expect(await eventsOf(house, secret.id)).not.toContain('unmarked-file-taken')
    const original = await marina.open(documentAddress(parts.assinado, '/arquivo?original=sim&baixar=sim'))
    expect(sha256Hex(bytesOf(original))).toBe(sha256Hex(signedPdf(plain)))
    expect((await eventsOf(house, secret.id)).filter((kind) => kind === 'unmarked-file-taken')).toHaveLength(1)
    const history = await marina.open(`/em/${at.prot}/processos/${secret.digits}/historico?visao=completo`)
    expect(history.text).toContain('baixado sem marca de sigilo. O arquivo tem assinatura digital')
    const copy = await marina.open(documentAddress(parts.assinado, '/pdf'))
    expect(await textOf(bytesOf(copy))).toMatch(mark)
  })

  it('R34 whoever asks for the original of what can be marked gets the mark all the same', async () => {
    const file = await marina.open(documentAddress(parts.nota, '/arquivo?original=sim'))
    expect(await textOf(bytesOf(file))).toMatch(mark)
  })

  it.runIf(isInstalled('qpdf'))('R34 with a password it says so', async () => {
    const number = await anUpload(house, secret.digits, { fileName: 'fechado.pdf', content: encrypted(plain) })
    expect((await marina.open(documentAddress(number, '/arquivo'))).text).toContain('protegido por senha')
  })

  it('finds a signature wherever the file is cut into pieces', async () => {
    const bytes = signedPdf(plain)
    const inPieces = async function* (size: number) {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
    }
    for (const size of [7, 64, 4_096]) expect(await hasDigitalSignature(inPieces(size))).toBe(true)
    expect(
      await hasDigitalSignature(
        (async function* () {
          yield plain
        })(),
      ),
    ).toBe(false)
  })
})

describe('the ZIP of a confidential case file', () => {
  it('R34 has the mark in each PDF that can carry it, and says of the others why not', async () => {
    const { file } = await copyOf(house, marina, at.prot, secret.digits, { kind: 'zip' })
    const { manifest, files } = openZip(file.bytes)
    const listed = manifest.arquivos as {
      nome: string
      sha256: string
      bytes: number
      marca?: string
      documento?: string
    }[]
    const of = (number: string) => listed.find(({ documento }) => documento === number)
    const marked = of(parts.nota)
    expect(marked?.marca).toContain('Com marca')
    const content = files[marked?.nome ?? ''] ?? new Uint8Array()
    expect(sha256Hex(content)).toBe(marked?.sha256)
    expect(content.length).toBe(marked?.bytes)
    expect(await textOf(content)).toMatch(mark)
    expect(of(parts.assinado)?.marca).toContain('Sem marca de sigilo. O arquivo tem assinatura digital')
    expect(of(parts.assinado)?.sha256).toBe(sha256Hex(signedPdf(plain)))
    expect(of(parts.foto)?.marca).toContain('Só arquivos PDF')
  })
})

describe('the certificate of secrecy', () => {
  const form = 'form[action$="/certidao-de-sigilo"]'

  it('R35 tells level, basis, since when and by whom, and not a word of what is secret', async () => {
    const page = await marina.open(`/em/${at.prot}/processos/${secret.digits}/certidao-de-sigilo`)
    expect(page.text).toContain(`Certifico que o processo nº ${secret.number}`)
    const made = await marina.send(page, form)
    expect(made.url).toMatch(/\/documentos\/\d+/)
    const text = made.document.querySelector('.document-sheet')?.textContent ?? ''
    expect(text).toMatch(/nível de acesso sigiloso\..*Hipótese legal: .+ \(.+\)\./s)
    expect(text).toMatch(/vigora desde .* definido por Marina Protocolista, na unidade PROT/)
    expect(text).not.toMatch(/Denúncia|Arrecadação|Pedido de Contribuinte/)
    expect(await eventsOf(house, secret.id)).toContain('secrecy-certified')
    expect((await marina.open(`/em/${at.prot}/processos/${secret.digits}`)).html).toContain('certidao-de-sigilo')
  })

  it('R35 follows the level that is now: of a document its own, of what is public there is none', async () => {
    const { digits } = await aCaseFile(house)
    const hidden = await aDraft(house, digits, { level: 'restricted', treeName: 'Laudo de Fulana' })
    const open = await aDraft(house, digits)
    const page = await marina.open(documentAddress(hidden, '/certidao-de-sigilo'))
    expect(page.text).toContain(`o documento nº ${hidden}`)
    expect(page.document.querySelector('#certidao')?.textContent).not.toContain('Fulana')
    expect((await marina.open(documentAddress(open, '/certidao-de-sigilo'))).status).toBe(404)
    const whole = await marina.open(`/em/${at.prot}/processos/${digits}/certidao-de-sigilo`)
    expect(whole.text).toContain('em razão de documento que o integra')
    const bare = await aCaseFile(house)
    expect((await marina.open(`/em/${at.prot}/processos/${bare.digits}/certidao-de-sigilo`)).status).toBe(404)
  })

  it('R35 is not for who has no credential', async () => {
    const paulo = await house.signIn('paulo')
    expect((await paulo.open(`/em/${at.prot}/processos/${secret.digits}/certidao-de-sigilo`)).status).toBe(404)
  })
})
