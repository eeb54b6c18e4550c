import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { sealAll } from '../../../test/support/builders-proofs.ts'
import { aScan, signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { spoilEachColumn, spoilHouse } from '../../../tools/tamper/campaign.ts'
import { columnsOf, spoilableTables } from '../../../tools/tamper/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  const marina = await house.signIn('marina')
  for (const text of ['Defiro.', 'Indefiro.', 'Arquive-se.']) {
    const { digits } = await aCaseFile(house, {})
    const number = await aDraft(house, digits, { text })
    await signDocument(house, number)
    await aScan(house, digits, { content: `Anexo de: ${text}` })
    await house.db`insert into documents.image (document_id, sha256, size_bytes, media_type, added_at)
      select d.id, f.sha256, 1, 'image/png', now() from documents.document d, documents.file f
       where d.number = ${number} order by f.id desc limit 1`
    await marina.open(`/em/${at.prot}/processos/${digits}`)
    await sealAll(house)
  }
})
afterAll(() => house.close())

describe('a sealed row, for whoever has the rights of the program alone', () => {
  // Files and images change in ways that are known (replaced, eliminated); of all others the table itself refuses it.
  const kept = spoilableTables.map(({ table }) => table).filter((table) => !/^documents\.(file|image)$/.test(table))
  it.each(kept)('R3 of %s is neither changed nor deleted', async (table) => {
    const column = (await columnsOf(house.db)).get(table)?.at(-1)?.name
    const [row] = await house.db.unsafe(`select 1 from ${table} limit 1`)
    for (const deed of [`update ${table} set "${column}" = "${column}"`, `delete from ${table}`]) {
      const doing = house.db.begin((trx) => trx.unsafe(deed).then(() => Promise.reject(new Error('it was done'))))
      await expect(doing, deed).rejects.toThrow(row ? /append-only|only taken away/ : 'it was done')
    }
  })
})

describe('whoever has all rights over the database and the files', () => {
  it('R3 changes, deletes, reorders, cuts or slips in nothing that the audit does not name', async () => {
    const filesFolder = join(house.platform.config.dataFolder, 'arquivos')
    const { db, files, config } = house.platform
    const { missed, done, rows } = await spoilHouse({ db, files, filesFolder, config }, 60, 'audit')
    expect(missed).toEqual([])
    expect(done).toBe(60)
    expect(rows.length).toBeGreaterThan(20)
  })

  it('R3 changes no column of a sealed row that the audit does not name, each by itself', async () => {
    const filesFolder = join(house.platform.config.dataFolder, 'arquivos')
    const { db, files, config } = house.platform
    const { deeds, missed } = await spoilEachColumn({ db, files, filesFolder, config })
    expect(missed).toEqual([])
    expect(deeds.length).toBeGreaterThan(60)
  })
})
