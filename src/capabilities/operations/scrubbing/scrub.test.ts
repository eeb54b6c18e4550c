import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../../test/support/builders-cases.ts'
import { anUpload } from '../../../../test/support/builders-documents.ts'
import { forManyAtOnce, openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { at } from '../../../../test/support/world.ts'
import { prefixesOf, seventhOf } from '../../../platform/files/index.ts'
import { findChecker, selectDamageOf, selectRelations } from './scrub.queries.ts'
import { scrub } from './scrub.ts'

const dayMs = 86_400_000
let house: TestHouse
let sha256: string
let path: string
beforeAll(async () => {
  house = await openTestHouse({}, forManyAtOnce)
  const { digits } = await aCaseFile(house)
  const number = await anUpload(house, digits, { content: 'Conteúdo guardado.' })
  const [row] = await house.db<{ sha256: string }[]>`
    select f.sha256 from documents.file f join documents.document d on d.id = f.document_id where d.number = ${number}`
  sha256 = row?.sha256 ?? ''
  path = join(house.platform.config.dataFolder, 'arquivos', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
})
afterAll(() => house.close())

/** Waits for the night that looks at this file, and goes through it. */
async function nextNight(): Promise<void> {
  do house.passTime(dayMs)
  while (!prefixesOf(seventhOf(house.platform.clock())).includes(sha256.slice(0, 2)))
  await scrub({ ...house.platform, log: { ...house.platform.log, error: () => undefined } as never })
}
const page = async () => (await house.signIn('admin')).open(`/em/${at.gs}/sistema`)

describe('reading everything again', () => {
  it('R4 looks at every file within seven nights', () => {
    const prefixes = Array.from({ length: 7 }, (_, portion) => prefixesOf(portion)).flat()
    expect(new Set(prefixes).size).toBe(256)
    expect(prefixes).toHaveLength(256)
    const nights = Array.from({ length: 7 }, (_, n) => seventhOf(new Date(Date.UTC(2026, 11, 28 + n))))
    expect(new Set(nights).size).toBe(7)
  })

  it('R4 names a file of which one bit was turned, one that is gone, and forgets both once they are well again', async () => {
    expect((await page()).text).toContain('ainda não feita')
    await nextNight()
    expect((await page()).text).toContain('nada danificado')
    const content = await readFile(path)
    const turned = Buffer.from(content)
    turned[2] = (turned[2] ?? 0) ^ 4
    await chmod(path, 0o640)
    await writeFile(path, turned)
    await nextNight()
    const changed = await page()
    expect(changed.text).toContain(sha256)
    expect(changed.text).toContain('Arquivo com outro conteúdo')
    expect(changed.text).toContain('Há dados danificados no disco.')
    await rm(path)
    await nextNight()
    const gone = (await page()).text
    expect(gone).toContain('Arquivo que falta')
    expect(gone).not.toContain('Arquivo com outro conteúdo')
    await writeFile(path, content)
    await nextNight()
    expect((await page()).text).toContain('nada danificado')
  }, 60_000)

  it('R4 looks at tables and indexes, with or without the checker, and leaves no trace of it', async () => {
    expect(await findChecker(house.db)).toBe('amcheck')
    const all = (await Promise.all(Array.from({ length: 7 }, (_, n) => selectRelations(house.db, n)))).flat()
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['documents.version', 'documents.file_by_hash']))
    const some = all.filter(({ name }) => name.startsWith('documents.file'))
    for (const checker of ['amcheck', 'reading'] as const)
      expect(await selectDamageOf(house.db, some, checker)).toEqual([])
    expect(await house.db`select 1 from pg_extension where extname = 'amcheck'`).toEqual([])
  })
})
