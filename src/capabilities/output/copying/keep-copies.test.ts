import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../../test/support/builders-documents.ts'
import { copyOf } from '../../../../test/support/builders-output.ts'
import { signDocument } from '../../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import type { Person } from '../../../../test/support/person.ts'
import { at } from '../../../../test/support/world.ts'
import { generatedFiles, generatedFolder } from '../generated-files.ts'
import { sweepCopies } from './sweep-copies.ts'

let house: TestHouse
let marina: Person
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
})
afterAll(() => house.close())

const rowOfCopy = async (id: string) => (await house.db`select * from output.export where id = ${id}`)[0] ?? {}

/** The files that lie in the folder of made files, unfinished ones too. */
async function madeFiles(): Promise<string[]> {
  await generatedFiles(house.platform)
  const entries = await readdir(generatedFolder(house.platform), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

describe('the download', () => {
  test('goes on where it was cut off', async () => {
    const made = await aCaseFile(house)
    await anUpload(house, made.digits, { content: 'Um conteúdo para cortar ao meio.' })
    const { id, file } = await copyOf(house, marina, at.prot, made.digits, { kind: 'zip' })
    expect(file.headers['accept-ranges']).toBe('bytes')
    expect(file.headers.etag).toBe(`"${(await rowOfCopy(id)).sha256}"`)
    const cookie = marina
      .cookies()
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const rest = await house.app.inject({
      url: `/em/${at.prot}/exportacoes/${id}/arquivo`,
      headers: { cookie, range: 'bytes=100-' },
    })
    expect(rest.statusCode).toBe(206)
    expect(rest.headers['content-range']).toBe(`bytes 100-${file.bytes.length - 1}/${file.bytes.length}`)
    expect(Buffer.concat([file.bytes.subarray(0, 100), rest.rawPayload]).equals(file.bytes)).toBe(true)
  })
})

describe('R10 what is over is deleted', () => {
  test('copies after seven days, and files that no row names; what people filed stays', async () => {
    const made = await aCaseFile(house)
    const number = await aDraft(house, made.digits, { text: 'Fica no acervo.' })
    await signDocument(house, number)
    const { id, file } = await copyOf(house, marina, at.prot, made.digits)
    // Whoever files the copy as a document files it among the originals: it is safe there.
    const filed = await anUpload(house, made.digits, { fileName: 'copia.pdf', content: file.bytes })
    const sha256 = String((await rowOfCopy(id)).sha256)
    const orphan = 'ab'.repeat(32)
    await mkdir(join(generatedFolder(house.platform), 'ab', 'ab'), { recursive: true })
    await writeFile(join(generatedFolder(house.platform), 'ab', 'ab', orphan), 'de um trabalho que morreu')

    await sweepCopies(house.platform)
    expect(await madeFiles()).toEqual(expect.arrayContaining([sha256, orphan]))
    house.passTime(8 * 24 * 3_600_000)
    marina = await house.signIn('marina')
    await sweepCopies(house.platform)
    const left = await madeFiles()
    expect(left).not.toContain(sha256)
    expect(left).not.toContain(orphan)
    const [cached] = await house.db`select sha256 from output.document_pdf order by used_at desc limit 1`
    expect(left).toContain(cached?.sha256)
    expect((await marina.open(`/em/${at.prot}/exportacoes/${id}`)).status).toBe(404)
    expect((await marina.open(`/em/${at.prot}/documentos/${filed}/arquivo`)).bytes.equals(file.bytes)).toBe(true)
    house.passTime(31 * 24 * 3_600_000)
    await sweepCopies(house.platform)
    expect(await house.db`select 1 from output.document_pdf`).toHaveLength(0)
    expect((await madeFiles()).filter((name) => /^[0-9a-f]{64}$/.test(name))).toEqual([])
    marina = await house.signIn('marina')
    expect((await marina.open(`/em/${at.prot}/documentos/${number}/pdf`)).status).toBe(200)
  })
})
