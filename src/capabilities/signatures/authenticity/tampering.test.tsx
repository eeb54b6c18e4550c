import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aCaseFile, actorOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, rowOf, writeText } from '../../../../test/support/builders-documents.ts'
import { signDocument, tamper } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { renderDocument } from '../../../ui/index.ts'
import {
  AuthenticityBox,
  countSignatures,
  SignatureStamps,
  signaturesOf,
  stampsForPdf,
  verificationOf,
} from '../index.ts'
import { crcOf, statementSha256 } from '../signed-bytes.ts'

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
  return { signatures, verification, pdf: stampsForPdf(signatures, verification) }
}

describe('R13 what was tampered with is shown as broken, on every surface', () => {
  const bytes = (column: string) =>
    `set_byte(${column}, length(${column}) - 3, get_byte(${column}, length(${column}) - 3) # 1)`
  const ofDocument = (number: string) => `(select id from documents.document where number = ${number})`
  const ofSignature = (column: string, value: string) => (number: string) =>
    `update signatures.signature set ${column} = ${value} where document_id = ${ofDocument(number)}`
  const kept = (number: string) =>
    `(select sha256 from signatures.signature where document_id = ${ofDocument(number)} limit 1)`

  it.each<[string, (number: string) => string]>([
    [
      'one letter of the text',
      (n) =>
        `update documents.version set content = replace(content::text, 'Defiro', 'Defira')::json where document_id = ${ofDocument(n)} and number = 2`,
    ],
    [
      'one letter of the text, with its hash made to fit',
      (n) =>
        `update documents.version set content = replace(content::text, 'Defiro', 'Defira')::json,
           sha256 = sha256(convert_to(replace(content::text, 'Defiro', 'Defira'), 'UTF8')) where document_id = ${ofDocument(n)} and number = 2`,
    ],
    [
      'one byte of the kept bytes',
      (n) => `update signatures.signed_content set bytes = ${bytes('bytes')} where sha256 = ${kept(n)}`,
    ],
    [
      'the kept bytes and their name together',
      (n) =>
        `update signatures.signed_content set bytes = convert_to('{}', 'UTF8'), sha256 = sha256(convert_to('{}', 'UTF8')) where sha256 = ${kept(n)}`,
    ],
    ['the kept bytes gone', (n) => `delete from signatures.signed_content where sha256 = ${kept(n)}`],
    ['the hash of the signature', ofSignature('sha256', bytes('sha256'))],
    ['the hash of its statement', ofSignature('statement_sha256', bytes('statement_sha256'))],
    ['the name', ofSignature('signer_name', "replace(signer_name, 'a', 'e')")],
    ['the capacity', ofSignature('capacity', "capacity || '-Geral'")],
    ['the unit', ofSignature('unit_acronym', "'GS'")],
    ['the account', ofSignature('account_id', 'account_id + 1')],
    ['the moment', ofSignature('signed_at', "signed_at - interval '1 second'")],
    ['the code', ofSignature('crc', "'0A1B2C3D'")],
    ['the number of the document', (n) => `update documents.document set number = number + 500000 where number = ${n}`],
    [
      'the case file',
      (n) =>
        `update cases.case_file set number = number || 'X' where id = (select case_file_id from documents.document where number = ${n})`,
    ],
  ])('%s', async (_what, statement) => {
    const { number } = await aSigned('Defiro o pedido.')
    const { id } = await rowOf(house, number)
    await tamper(house, statement(number))
    const present = String(
      (await house.db`select lpad(number::text, 7, '0') as n from documents.document where id = ${id}`)[0]?.n,
    )
    const { signatures, verification, pdf } = await surfacesOf(present)
    expect(signatures.map(({ state }) => state)).toEqual(['broken'])
    expect(verification?.condition).toBe('broken')
    expect(pdf.signatures).toMatchObject([{ broken: true }])
    const stamps = renderDocument(<SignatureStamps signatures={signatures} />)
    expect(stamps).toContain('não confere')
    expect(renderDocument(<AuthenticityBox verification={verification} />)).toContain('não conferem')
    const page = await ask(present, verification?.crc ?? '')
    expect(page.text).toContain('O documento não confere')
    expect(page.text).not.toContain('Documento autêntico')
    expect(page.text).not.toMatch(/Defir[oa] o pedido/)
  })

  it('one signature of several taken away', async () => {
    const { number } = await aSigned()
    await signDocument(house, number, { by: 'paulo' })
    await tamper(
      house,
      `delete from signatures.signature where id = (select max(id) from signatures.signature where document_id = ${ofDocument(number)})`,
    )
    const { verification } = await surfacesOf(number)
    expect(verification?.condition).toBe('broken')
    expect((await ask(number, verification?.crc ?? '')).text).toContain('O documento não confere')
  })

  it('the first of several taken away', async () => {
    const { number } = await aSigned()
    const second = await signDocument(house, number, { by: 'paulo' })
    await tamper(
      house,
      `delete from signatures.signature where id = (select min(id) from signatures.signature where document_id = ${ofDocument(number)})`,
    )
    const { signatures } = await surfacesOf(number)
    expect(signatures.map(({ state }) => state)).toEqual(['broken'])
    expect((await ask(number, second)).text).toContain('O documento não confere')
  })

  it('R14 all signatures taken away, with the count and the code known: the history still tells of them', async () => {
    const { number, crc } = await aSigned()
    const { id } = await rowOf(house, number)
    await tamper(house, `delete from signatures.signature where document_id = ${id}`)
    await house.db`update documents.document set signature_count = 0 where id = ${id}`
    expect(await countSignatures(house.db, id)).toMatchObject({ missing: 1 })
    const marina = await house.signIn('marina')
    const page = await marina.open(`/em/${at.prot}/documentos/${number}`)
    expect(page.text).toContain('Faltam assinaturas deste documento')
    expect((await ask(number, crc)).text).toContain('O documento não confere')
    expect((await ask(number, '00000000')).text).not.toContain('O documento não confere')
  })

  it('R14 a signature forged whole, with hashes and code that follow, is not in the history', async () => {
    const { number } = await aSigned()
    const { id } = await rowOf(house, number)
    const [row] = await house.db`select * from signatures.signature where document_id = ${id}`
    const paulo = await actorOf(house, 'paulo', at.prot)
    const signedAt = new Date(row?.signed_at.getTime() + 1000)
    const hex = (bytes: Buffer) => bytes.toString('hex')
    const own = statementSha256({
      ...{ number, kind: 'signature', version: row?.version, accountId: paulo.userId, signerName: paulo.name },
      ...{ capacity: 'Governador', unitAcronym: 'PROT', agencyAcronym: 'SET/RN', method: 'password', signedAt },
      sha256: hex(row?.sha256),
    })
    const crc = crcOf(hex(row?.sha256), [hex(row?.statement_sha256), own])
    await house.db`insert into signatures.signature (document_id, version, kind, account_id, unit_id, signer_name, capacity,
        unit_acronym, agency_acronym, sha256, statement_sha256, crc, signed_at)
      values (${id}, ${row?.version}, 'signature', ${paulo.userId}, ${paulo.unitId}, ${paulo.name}, 'Governador', 'PROT',
        'SET/RN', ${row?.sha256}, decode(${own}, 'hex'), ${crc}, ${signedAt})`
    await house.db`update documents.document set signature_count = 2 where id = ${id}`
    const { signatures, verification } = await surfacesOf(number)
    expect(signatures.map(({ state }) => state)).toEqual(['valid', 'broken'])
    expect(verification?.condition).toBe('broken')
    expect((await ask(number, crc)).text).toContain('O documento não confere')
  })

  it('a signature of a text that was changed since, too', async () => {
    const { number, crc } = await aSigned()
    await writeText(house, number, 'Indefiro.')
    await tamper(house, ofSignature('capacity', "'Governador'")(number))
    const { signatures } = await surfacesOf(number)
    expect(signatures).toMatchObject([{ state: 'broken', current: false }])
    expect(renderDocument(<SignatureStamps signatures={signatures} />)).toContain('não confere')
    expect((await ask(number, crc)).text).toContain('O documento não confere')
  })

  it('a page opened for signing refuses to add a signature to it', async () => {
    const { number } = await aSigned()
    await tamper(house, ofSignature('capacity', "'Governador'")(number))
    const paulo = await house.signIn('paulo')
    const page = await paulo.open(`/em/${at.prot}/documentos/${number}/assinatura`)
    expect(page.text).toContain('não pode ser assinado')
    await expect(signDocument(house, number, { by: 'paulo' })).rejects.toThrow('damaged')
  })
})
