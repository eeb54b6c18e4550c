import { readdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCaseFile, actorOf, eventsOf } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload, rowOf } from '../../../../test/support/builders-documents.ts'
import { aScan, certifyOnPage } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { certifyCopy, signaturesOf } from '../index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const address = (number: string, unit: string = at.prot) => `/em/${unit}/documentos/${number}/autenticacao`

async function certifications(number: string) {
  const { id } = await rowOf(house, number)
  return (await signaturesOf(house.db, [id])).get(id) ?? []
}

async function scanOf(toBuild: Parameters<typeof aScan>[2] = {}) {
  const caseFile = await aCaseFile(house, { by: toBuild.by ?? 'marina', unit: toBuild.unit ?? at.prot })
  return { caseFile, number: await aScan(house, caseFile.digits, toBuild) }
}

it('R9 a mailroom unit certifies what it scanned and compared, and the history tells it', async () => {
  const { caseFile, number } = await scanOf()
  const marina = await house.signIn('marina')
  const page = await certifyOnPage(marina, at.prot, number, { cargo: 'Analista' })
  expect(page.url).toContain(`/documentos/${number}?resultado=`)
  const file = (
    await house.db`select sha256 from documents.file where document_id = ${(await rowOf(house, number)).id}`
  )[0]
  expect(await certifications(number)).toMatchObject([
    {
      kind: 'certification',
      signerName: 'Marina Protocolista',
      capacity: 'Analista',
      state: 'valid',
      sha256: file?.sha256,
    },
  ])
  expect(await eventsOf(house, caseFile.id)).toContain('copy-certified')
  expect((await rowOf(house, number)).signature_count).toBe(1)
})

it('several people certify, each once, and each gives the document another CRC', async () => {
  const { number } = await scanOf()
  const [marina, paulo] = await Promise.all([house.signIn('marina'), house.signIn('paulo')])
  await certifyOnPage(marina, at.prot, number)
  await certifyOnPage(paulo, at.prot, number)
  const all = await certifications(number)
  expect(all.map(({ state }) => state)).toEqual(['valid', 'valid'])
  expect(new Set(all.map(({ crc }) => crc)).size).toBe(2)
  expect((await marina.open(address(number))).text).toContain('Você já autenticou')
})

it('R9 a unit that is no mailroom does not, though it scanned the paper', async () => {
  const { number } = await scanOf({ by: 'ana', unit: at.asses })
  const ana = await house.signIn('ana')
  const page = await ana.open(address(number, at.asses))
  expect(page.text).toContain('não é de protocolo')
  expect(page.document.querySelector('input[name="senha"]')).toBeNull()
  const { sha256 } =
    (await house.db`select sha256 from documents.file where document_id = ${(await rowOf(house, number)).id}`)[0] ?? {}
  const actor = await actorOf(house, 'ana', at.asses)
  const request = { number, sha256, capacity: 'Analista' }
  const outcome = await certifyCopy(house.db, house.platform.files, actor, request, house.platform.clock())
  expect(outcome).toMatchObject({ done: false, refusals: [{ kind: 'not-mailroom' }] })
})

it('R9 only digitized copies with the conference that allows it', async () => {
  const marina = await house.signIn('marina')
  const simple = await scanOf({ conference: 'Cópia simples' })
  expect((await marina.open(address(simple.number))).text).toContain('“Cópia simples” não permite')
  const born = await anUpload(house, simple.caseFile.digits)
  expect((await marina.open(address(born))).text).toContain('nato-digital')
  const draft = await aDraft(house, simple.caseFile.digits, { text: 'Sim.' })
  expect((await marina.open(address(draft))).text).toContain('feito no editor é assinado')
})

it('without the declaration, the capacity or the password nothing is certified, and the page says what is missing', async () => {
  const { number } = await scanOf()
  const marina = await house.signIn('marina')
  const page = await certifyOnPage(marina, at.prot, number, { conferi: '', senha: '', cargo: '' })
  expect(page.status).toBe(422)
  expect(page.errors).toHaveLength(3)
  const wrong = await certifyOnPage(marina, at.prot, number, { senha: 'errada' })
  expect(wrong.errors.join()).toContain('Nada foi autenticado')
  expect(wrong.document.querySelector('input[name="conferi"][checked]')).not.toBeNull()
  expect(await certifications(number)).toEqual([])
})

it('R10 a file that is no longer what its name says, or not there, is not certified', async () => {
  const marina = await house.signIn('marina')
  for (const damage of ['changed', 'missing'] as const) {
    const { number } = await scanOf({ content: `Certidão que será ${damage}.` })
    const [file] =
      await house.db`select sha256 from documents.file where document_id = ${(await rowOf(house, number)).id}`
    const path = placeOf(String(file?.sha256))
    if (damage === 'missing') await rename(path, `${path}.fora`)
    else {
      await rename(path, `${path}.fora`)
      await writeFile(path, `Certidão que será ${damage}!`)
    }
    const page = await certifyOnPage(marina, at.prot, number)
    expect(page.status).toBe(422)
    expect(page.errors.join()).toContain('não está íntegro')
    expect(await certifications(number)).toEqual([])
  }
})

it('a file that was replaced while the page was open is not certified by it', async () => {
  const { number } = await scanOf()
  const marina = await house.signIn('marina')
  const page = await certifyOnPage(marina, at.prot, number, { resumo: 'a'.repeat(64) })
  expect(page.status).toBe(422)
  expect(page.errors.join()).toContain('foi substituído')
})

/** Where the store keeps a file: under its hash, whatever folders it makes of it. */
function placeOf(sha256: string): string {
  const folder = house.platform.config.dataFolder
  const entry = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    (one) => one.isFile() && join(one.parentPath, one.name).replaceAll('/', '').endsWith(sha256),
  )
  if (!entry) throw new Error(`no file ${sha256} in ${folder}`)
  return join(entry.parentPath, entry.name)
}
