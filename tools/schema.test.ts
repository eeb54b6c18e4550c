import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dump, openDatabase } from '../src/platform/db/index.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { emptyDatabase } from '../test/support/template.ts'

it('db/schema.sql is the result of the migrations (renew it with bin/dump-schema)', async () => {
  const database = await emptyDatabase()
  const db = await openDatabase({ url: database.url, poolSize: 1, statementTimeoutMs: 60_000, prepare: true })
  try {
    expect(await dump(db)).toBe(await readFile(join(projectRoot, 'db', 'schema.sql'), 'utf8'))
  } finally {
    await db.end({ timeout: 5 })
    await database.drop()
  }
})
