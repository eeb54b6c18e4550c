import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { sealAll } from '../../../test/support/builders-proofs.ts'
import { aScan, certifyOnPage, signDocument, tamper } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { readWitness, witnessFilesOf } from '../history/index.ts'
import { checkProof } from './verifier.test-support.ts'

let house: TestHouse
let signed: { number: string; crc: string }
let caseDigits: string
beforeAll(async () => {
  house = await openTestHouse()
  const caseFile = await aCaseFile(house, {})
  caseDigits = caseFile.digits
  const number = await aDraft(house, caseDigits, { text: 'Defiro o pedido.' })
  await signDocument(house, number)
  signed = { number, crc: await signDocument(house, number, { by: 'paulo' }) }
  await sealAll(house)
})
afterAll(() => house.close())

const publicReceipt = (number: string, crc: string) =>
  house.visitor().open(`/autenticidade/comprovante?codigo=${number}&crc=${crc}`)

describe('the log', () => {
  it('is signed with a key of its own outside the database, for its owner alone', () => {
    const path = join(house.platform.config.dataFolder, 'chaves', 'registro.pem')
    expect(readFileSync(path, 'utf8')).toContain('PRIVATE KEY')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('shows its key and head to everybody, and writes each head outside the database', async () => {
    const page = await house.visitor().open('/registro')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Impressão digital')
    const note = (await house.visitor().open('/registro/cabeca')).bytes.toString()
    const [file = ''] = witnessFilesOf(house.platform.config)
    expect(existsSync(file)).toBe(true)
    expect(readWitness(file)).toContain(note)
  })

  it('proves that a head goes on an older one, and does not prove it of another', async () => {
    await aDraft(house, caseDigits, { text: 'Mais um.' })
    await sealAll(house)
    const note = (await house.visitor().open('/registro/cabeca')).bytes.toString()
    const size = Number(note.split('\n')[1])
    expect(size).toBeGreaterThan(1)
    for (let first = 1; first <= size; first++) {
      const answer = await house.visitor().open(`/registro/consistencia?de=${first}&ate=${size}`)
      const proof = JSON.parse(answer.bytes.toString())
      expect(checkProof(proof).exit).toBe(0)
      if (first < size) expect(checkProof({ ...proof, caminho: [] }).exit).toBe(2)
    }
    expect((await house.visitor().open(`/registro/consistencia?de=${size}&ate=1`)).status).toBe(404)
    expect((await house.visitor().open(`/registro/consistencia?de=1&ate=${size + 9}`)).status).toBe(404)
  })

  it('gives the verifier to everybody, byte for byte', async () => {
    const answer = await house.visitor().open('/verificador.mjs')
    expect(answer.bytes.toString()).toBe(readFileSync('bin/verify.mjs', 'utf8'))
  })
})

describe('a receipt', () => {
  it('of a signed text, to whoever has its codes, checks by itself', async () => {
    const receipt = JSON.parse((await publicReceipt(signed.number, signed.crc)).bytes.toString())
    const { exit, lines, verdict } = checkProof(receipt)
    expect(lines.filter(({ mark }) => mark === 'bad')).toEqual([])
    expect([exit, verdict]).toEqual([0, 'TUDO CONFERE.'])
    expect(lines.filter(({ text }) => text.startsWith('Assinado por'))).toHaveLength(2)
  })

  it('of a file checks against the very bytes, and says of others that they are others', async () => {
    const number = await aScan(house, caseDigits, { content: 'Certidão de batismo.' })
    await certifyOnPage(await house.signIn('marina'), at.prot, number)
    await sealAll(house)
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/documentos/${number}/comprovante`)
    expect(page.text).toContain('Baixar o comprovante')
    const answer = await marina.open(`/em/${at.prot}/documentos/${number}/comprovante/arquivo`)
    const receipt = JSON.parse(answer.bytes.toString())
    expect(checkProof(receipt, { document: Buffer.from('Certidão de batismo.') }).exit).toBe(0)
    const other = checkProof(receipt, { document: Buffer.from('Certidão de batismo!') })
    expect(other.exit).toBe(2)
    expect(other.lines.find(({ mark }) => mark === 'bad')?.text).toContain('não é o do comprovante')
  })

  it('R1 is not given for a wrong code, a text without signature, or to who may not read', async () => {
    expect((await publicReceipt(signed.number, '00000000')).status).toBe(404)
    const draft = await aDraft(house, caseDigits, { text: 'Rascunho.' })
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/documentos/${draft}/comprovante`)
    expect(page.text).toContain('ainda não foi assinado')
    expect((await marina.open(`/em/${at.prot}/documentos/${draft}/comprovante/arquivo`)).status).toBe(404)
    const carla = await house.signIn('carla')
    const secret = await aCaseFile(house, { level: 'restricted' })
    const hidden = await aDraft(house, secret.digits, { text: 'Reservado.', level: 'restricted' })
    await signDocument(house, hidden)
    await sealAll(house)
    for (const end of ['', '/arquivo']) {
      expect((await carla.open(`/em/${at.cofic}/documentos/${hidden}/comprovante${end}`)).status).toBe(404)
      expect((await marina.open(`/em/${at.prot}/documentos/${hidden}/comprovante${end}`)).status).toBe(200)
    }
  })

  it('R1 is not given before everything is sealed, nor of what is broken', async () => {
    const number = await aDraft(house, caseDigits, { text: 'Acaba de ser assinado.' })
    const crc = await signDocument(house, number)
    const early = await publicReceipt(number, crc)
    expect(early.status).toBe(409)
    expect(early.text).toContain('ainda não foi selado')
    await sealAll(house)
    expect((await publicReceipt(number, crc)).status).toBe(200)
    await tamper(
      house,
      `update signatures.signature set signer_name = 'Outra Pessoa' where document_id = (select id from documents.document where number = ${number})`,
    )
    expect((await publicReceipt(number, crc)).status).toBe(404)
  })
})
