import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  findChecker,
  selectDamageOf,
  selectRelations,
} from '../../src/capabilities/operations/scrubbing/scrub.queries.ts'
import { openDatabase, type Pool } from '../../src/platform/db/index.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { type PreparedHouse, prepareHouse } from '../../tools/faults/prepare-house.ts'
import { turnBit } from '../../tools/faults/turn-bit.ts'

describe('one bit turned in a data file of the database', () => {
  let house: PreparedHouse
  let embedded: EmbeddedPostgres
  let db: Pool
  const open = async () => {
    embedded = await startEmbeddedPostgres({ dataFolder: house.dataFolder })
    db = await openDatabase({ url: embedded.url, poolSize: 2, statementTimeoutMs: 60_000, prepare: true })
  }
  const close = async () => {
    await db.end({ timeout: 5 })
    await embedded.stop()
  }
  beforeAll(async () => {
    house = await prepareHouse(1, 'uma senha de teste')
    await open()
  }, 120_000)
  afterAll(async () => {
    await close()
    rmSync(dirname(house.dataFolder), { recursive: true, force: true })
  }, 60_000)

  it.each([
    ['organization.unit', 'Protocolo', 0],
    ['organization.unit_pkey', undefined, 8192 + 100],
    ['publishing.publication_words', undefined, 100],
    ['organization.unit_id_seq', undefined, 100],
  ])(
    'of %s is named by the nightly reading, and what it changed is shown to nobody',
    async (name, word, inPage) => {
      const relations = await relationsNamed(name)
      expect(await selectDamageOf(db, relations, 'amcheck')).toEqual([])
      const [file] = await db<{ path: string }[]>`select pg_relation_filepath(${name}) as path`
      await close()
      const path = join(house.dataFolder, 'postgres', file?.path ?? '')
      const whole = readFileSync(path)
      turnBit(path, word ? whole.indexOf(word) : inPage, 0)
      await open()
      expect(await findChecker(db)).toBe('amcheck')
      const [damage] = await selectDamageOf(db, relations, 'amcheck')
      expect(damage).toMatchObject({ kind: 'relation', what: name })
      expect(damage?.told).toMatch(/invalid page|checksum|página/)
      if (word) {
        await expect(db`select name from organization.unit`).rejects.toMatchObject({ code: 'XX001' })
        expect(await selectDamageOf(db, relations, 'reading')).toHaveLength(1)
      }
      await close()
      writeFileSync(path, whole)
      await open()
      expect(await selectDamageOf(db, relations, 'amcheck')).toEqual([])
    },
    120_000,
  )

  async function relationsNamed(name: string) {
    const all = await Promise.all(Array.from({ length: 7 }, (_, portion) => selectRelations(db, portion)))
    return all.flat().filter((relation) => relation.name === name)
  }
})
