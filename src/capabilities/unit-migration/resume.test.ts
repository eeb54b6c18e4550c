import { spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import esbuild from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actorOf, done } from '../../../test/support/builders-cases.ts'
import {
  aMigration,
  aUnit,
  manyCaseFiles,
  orderRun,
  tiedToUnits,
} from '../../../test/support/builders-unit-migration.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at } from '../../../test/support/world.ts'
import { projectRoot } from '../../platform/project-root.ts'
import { doc, section } from '../../rich-text/index.ts'
import { addStandardText } from '../knowledge/index.ts'
import { runMigration } from './index.ts'
import { reviveMigrations } from './run-migration.ts'

/** A hundred by default; the long form is asked for with CARIMBO_MIGRACAO_PROCESSOS=10000. */
const count = Number(process.env.CARIMBO_MIGRACAO_PROCESSOS ?? 100)
const patience = 120_000 + count * 60

const probeFolder = join(projectRoot, 'node_modules', `.carimbo-probe-${process.pid}`)
let [whole, killed]: (TestHouse | undefined)[] = []
beforeAll(async () => {
  whole = await openTestHouse()
  killed = await openTestHouse()
}, patience)
afterAll(async () => {
  await Promise.all([whole?.close(), killed?.close()])
  await rm(probeFolder, { recursive: true, force: true })
})

it(
  'R4 R5 a run killed in the middle goes on where it stopped, and the world is the same, row by row',
  async () => {
    if (!whole || !killed) throw new Error('no house')
    const id = await prepared(whole)
    expect(await prepared(killed)).toBe(id)

    await runMigration(whole.platform, { migrationId: id })
    expect(await stateOf(whole, id)).toBe('done')

    await killInTheMiddle(killed, id)
    const halfway = await settledOf(killed, id)
    expect(halfway).toBeGreaterThan(0)
    expect(halfway).toBeLessThan(count)
    expect(await stateOf(killed, id)).toBe('running')
    // Another worker may not take it while the dead one could still be alive.
    await runMigration(killed.platform, { migrationId: id })
    expect(await settledOf(killed, id)).toBe(halfway)
    killed.passTime(61_000)
    await reviveMigrations(killed.platform)
    await killed.workOff()
    expect(await stateOf(killed, id)).toBe('done')

    // How many changes stand for a number is a matter of when they were summed up.
    for (const house of [whole, killed]) await house.db`select cases.sum_up_desks()`
    for (const table of await tied(whole)) {
      expect(differenceOf(await rowsOf(whole, table), await rowsOf(killed, table)), table).toEqual([])
    }
    const events = await whole.db`select 1 from history.event where kind = 'case-migrated'`
    expect(events).toHaveLength(count)
  },
  patience,
)

it('R8 R9 what is typed grows from the new version, and who works in the new unit keeps what they have', async () => {
  if (!whole) throw new Error('no house')
  const typed = await whole.db<{ base: number; version: number }[]>`
    select t.base_version as base, d.version from documents.draft t join documents.document d on d.id = t.document_id`
  expect(typed.length).toBeGreaterThan(0)
  expect(typed.filter(({ base, version }) => base !== version || version !== 2)).toEqual([])
  const [desk] = await whole.db<Record<string, number>[]>`
    select count(*)::int as all, count(*) filter (where a.login = 'marina')::int as marina,
           count(*) filter (where a.login = 'paulo')::int as paulo, count(*) filter (where h.received_at is null)::int as red,
           count(*) filter (where h.suspended)::int as suspended
      from cases.holding h join organization.unit u on u.id = h.unit_id and u.acronym = 'NOVA'
      left join identity.account a on a.id = h.assigned_to where h.closed_at is null`
  const every = (n: number) => Math.floor(count / n)
  expect(desk).toEqual({ all: count, marina: every(3), paulo: 0, red: every(5), suspended: every(7) })
  const left = await whole.db`
    select 1 from cases.holding h join organization.unit u on u.id = h.unit_id and u.acronym = 'PROT' where h.closed_at is null`
  expect(left).toEqual([])
})

it('R5 run again, it changes nothing', async () => {
  if (!whole) throw new Error('no house')
  const names = await tied(whole)
  const before = await Promise.all(names.map((table) => rowsOf(whole as TestHouse, table)))
  await whole.db`alter table unit_migration.migration disable trigger all`
  await whole.db`update unit_migration.migration set state = 'running', finished_at = null`
  await whole.db`alter table unit_migration.migration enable trigger all`
  await runMigration(whole.platform, { migrationId: '1' })
  expect(await stateOf(whole, '1')).toBe('done')
  expect(await Promise.all(names.map((table) => rowsOf(whole as TestHouse, table)))).toEqual(before)
})

/** Whatever is tied to units, and what follows it. */
const tables = [
  ...['cases.case_file', 'documents.draft', 'bundles.item', 'organization.unit', 'organization.succession'],
  ...['classification.document_counter', 'unit_migration.migration', 'unit_migration.item'],
]
const tied = async (house: TestHouse) => [
  ...new Set([...tables, ...(await tiedToUnits(house.db)).map(({ table }) => table)]),
]

/** Made while case files move, so that their ids are others where a worker was killed: they are known by their names. */
const known: Readonly<Record<string, readonly [column: string, table: string]>> = {
  'watchlists.labelling': ['label_id', 'watchlists.label'],
  'watchlists.labelling_event': ['label_id', 'watchlists.label'],
  'watchlists.entry': ['watchlist_id', 'watchlists.watchlist'],
  'checkpoints.standing': ['checkpoint_id', 'checkpoints.checkpoint'],
  'checkpoints.step': ['checkpoint_id', 'checkpoints.checkpoint'],
  'bundles.filing': ['group_id', 'bundles.bundle_group'],
}

/** All rows of a table without what is another in each run: own ids, transactions, and of moments only whether they are. */
async function rowsOf(house: TestHouse, table: string): Promise<string[]> {
  const [column, register] = known[table] ?? []
  const name =
    column && register
      ? house.db`(select r.name from ${house.db(register)} r where r.id = t.${house.db(column)})`
      : null
  const rows = await house.db<{ row: Record<string, unknown>; name: string | null }[]>`
    select to_jsonb(t) as row, ${name} as name from ${house.db(table)} t`
  return rows
    .map(({ row, name: known }) =>
      JSON.stringify(
        Object.entries({ ...row, known })
          .filter(([name]) => !['id', 'tx', 'number', 'digits', 'password_hash', column].includes(name))
          .map(([name, value]) => [name, /(^|_)(at|since|until)$/.test(name) ? value !== null : value])
          .sort(),
      ),
    )
    .sort()
}

/** The first rows that only one of them has: thousands of equal ones are not for a report. */
function differenceOf(one: readonly string[], other: readonly string[]): string[] {
  const [ones, others] = [new Set(one), new Set(other)]
  const only = [...one.filter((row) => !others.has(row)), ...other.filter((row) => !ones.has(row))]
  return [...only, ...(one.length === other.length ? [] : [`${one.length} and ${other.length} rows`])].slice(0, 10)
}

async function prepared(house: TestHouse): Promise<string> {
  await manyCaseFiles(house, count)
  await aUnit(house, 'NOVA', ['marina'])
  const actor = await actorOf(house, 'marina', at.prot)
  const content = doc(section('corpo', 'body', 'Encaminho.'))
  await done(addStandardText(house.db, actor, { name: 'Encaminhamento', content }, new Date()))
  const id = await aMigration(house)
  await orderRun(house, id)
  // The run is begun by hand here, not by the queue.
  await house.db`delete from graphile_worker._private_jobs`
  return id
}

/** A worker of its own, ended without a word once it has done about half. */
async function killInTheMiddle(house: TestHouse, id: string): Promise<void> {
  const delay = count > 1000 ? '0' : '4'
  const args = [await builtProbe(), house.platform.config.dataFolder, house.databaseUrl, id, delay]
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let looked = 0
  worker.stdout.on('data', (chunk: Buffer) => {
    looked += chunk.length
    if (looked > count / 2) worker.kill('SIGKILL')
  })
  const signal = await new Promise((resolve) => worker.on('exit', (_code, ended) => resolve(ended)))
  expect(signal).toBe('SIGKILL')
}

async function builtProbe(): Promise<string> {
  const outfile = join(probeFolder, 'run-migration.mjs')
  await mkdir(probeFolder, { recursive: true })
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'run-migration.probe.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  })
  return outfile
}

async function stateOf(house: TestHouse, id: string): Promise<string | undefined> {
  const [row] = await house.db<{ state: string }[]>`select state from unit_migration.migration where id = ${id}`
  return row?.state
}

async function settledOf(house: TestHouse, id: string): Promise<number> {
  const rows = await house.db`select 1 from unit_migration.item where migration_id = ${id} and state = 'done'`
  return rows.length
}
