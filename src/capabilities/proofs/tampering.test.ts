import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { sealAll } from '../../../test/support/builders-proofs.ts'
import { aScan, signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { spoilHouse } from '../../../tools/tamper/campaign.ts'

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

describe('whoever has all rights over the database and the files', () => {
  it('R3 changes, deletes, reorders, cuts or slips in nothing that the audit does not name', async () => {
    const filesFolder = join(house.platform.config.dataFolder, 'arquivos')
    const { db, files, config } = house.platform
    const { missed, done, rows } = await spoilHouse({ db, files, filesFolder, config }, 60, 'audit')
    expect(missed).toEqual([])
    expect(done).toBe(60)
    expect(rows.length).toBeGreaterThan(20)
  })
})
