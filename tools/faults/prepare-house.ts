import { chmod, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { grantProfile, hashPassword, registerAccount } from '../../src/capabilities/identity/index.ts'
import { insertFurnished } from '../../src/demonstration/demonstration.queries.ts'
import type { LocalDate } from '../../src/platform/calendar/index.ts'
import { migrate, openDatabase, type Pool } from '../../src/platform/db/index.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { migrateJobs } from '../../src/platform/jobs/index.ts'
import { furnish } from '../../test/support/furnish.ts'
import { at } from '../../test/support/world.ts'

/** A data folder with the world of the tests and somebody of its own for each writer. */
export interface PreparedHouse {
  readonly dataFolder: string
  readonly ledgerFolder: string
  readonly people: readonly { readonly login: string; readonly unit: string }[]
}

/** Few units, so that many writers meet at the same numbers. */
const workplaces = [
  ['PROT', at.prot],
  ['ASSES', at.asses],
] as const

/**
 * Prepares a data folder on which the real program starts at once: embedded PostgreSQL with all its promises kept
 * (`fsync` on), schema, the world of the tests. Marked as furnished, so that the demonstration does not come on top.
 */
export async function prepareHouse(writers: number, password: string, parent = tmpdir()): Promise<PreparedHouse> {
  const folder = await mkdtemp(join(parent, 'carimbo-faltas-'))
  // The account that runs PostgreSQL for root must be able to pass.
  await chmod(folder, 0o755)
  const dataFolder = join(folder, 'dados')
  const ledgerFolder = join(folder, 'livro')
  return furnishHouse({ dataFolder, ledgerFolder }, writers, password)
}

/** The same in two folders that are still to be made, wherever they are. */
export async function furnishHouse(
  { dataFolder, ledgerFolder }: Omit<PreparedHouse, 'people'>,
  writers: number,
  password: string,
): Promise<PreparedHouse> {
  await Promise.all([dataFolder, ledgerFolder].map((path) => mkdir(path, { mode: 0o755 })))
  const embedded = await startEmbeddedPostgres({ dataFolder })
  try {
    const db = await openDatabase({ url: embedded.url, poolSize: 2, statementTimeoutMs: 60_000, prepare: true })
    await migrate(db)
    await migrateJobs(embedded.url)
    await furnish(db)
    const people = await registerWriters(db, writers, password)
    await insertFurnished(db, [])
    await db.end({ timeout: 5 })
    return { dataFolder, ledgerFolder, people }
  } finally {
    await embedded.stop()
  }
}

async function registerWriters(db: Pool, writers: number, password: string): Promise<PreparedHouse['people']> {
  const passwordHash = await hashPassword(password)
  const [agency] = await db<{ id: string }[]>`select id from organization.agency where acronym = 'SET/RN'`
  const [profile] = await db<{ id: string }[]>`select id from identity.profile where name = 'Básico'`
  const people: { login: string; unit: string }[] = []
  for (let n = 0; n < writers; n++) {
    const [acronym, slug] = workplaces[n % workplaces.length] ?? workplaces[0]
    const login = `escrevente${n}`
    const account = await registerAccount(db, {
      agencyId: agency?.id ?? '',
      login,
      name: `Escrevente ${n}`,
      passwordHash,
    })
    if (!account.done) throw new Error(`${login} was not registered`)
    const [unit] = await db<{ id: string }[]>`
      select u.id from organization.unit u where u.acronym = ${acronym} and u.agency_id = ${agency?.id ?? ''}`
    const inUnit = { unitId: unit?.id ?? '' }
    const from = '2020-01-01' as LocalDate
    await grantProfile(db, { accountId: account.value.id, profileId: profile?.id ?? '', in: inUnit, from })
    people.push({ login, unit: slug })
  }
  return people
}
