import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCaseFile } from '../../../test/support/builders-cases.ts'
import { aDraft, anUpload } from '../../../test/support/builders-documents.ts'
import { signOnPage } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at as unit } from '../../../test/support/world.ts'
import { logKeyOf, sealEvents, witnessFilesOf } from '../../capabilities/history/index.ts'
import { proveHouse, sealedRecords } from '../../capabilities/proofs/index.ts'
import { dump, openDatabase, type Pool } from '../../platform/db/index.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../platform/embedded-postgres/index.ts'
import { openFolderFileStore } from '../../platform/files/index.ts'
import { compareHouse } from '../compare-house.ts'
import { hashOf } from '../manifest.ts'
import { type BackedUpTables, backUpTables } from './back-up-tables.ts'
import { readTable } from './copy-tables.ts'
import { restoreTables } from './restore-tables.ts'
import { fileOfTable, newestTableCopy, type TableManifest } from './table-manifest.ts'
import { passTransactions } from './tables.queries.ts'

let folder: string
let house: TestHouse
let elsewhere: EmbeddedPostgres
let admin: Pool
let copied: BackedUpTables
const at = (name: string) => join(folder, name)
const configOf = (name: string) => ({ dataFolder: at(name), logKeyFile: undefined, logCopyFolder: undefined })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carimbo-tabelas-'))
  await chmod(folder, 0o755)
  const place = { dataFolder: at('servidor'), unsafeForTests: true }
  ;[house, elsewhere] = await Promise.all([openTestHouse(), startEmbeddedPostgres(place)])
  admin = await openDatabase({ url: elsewhere.url, poolSize: 1, statementTimeoutMs: 60_000, prepare: false })
  await admin`create role dona login nosuperuser password 'dona'`
  const marina = await house.signIn('marina')
  const { digits } = await aCaseFile(house, { observation: 'Com\ttabulação, \\barra e\nlinha.' })
  await signOnPage(marina, unit.prot, await aDraft(house, digits, { text: 'Texto assinado.' }), { cargo: 'Analista' })
  await anUpload(house, digits, { content: 'Anexo.' })
  await house.workOff()
  // This house has lived longer than the server that it will be restored on.
  const [server] = await house.db<{ tx: string }[]>`select (pg_current_xact_id()::text::bigint + 20000)::text as tx`
  await passTransactions(house.db, server?.tx ?? '')
}, 120_000)
afterAll(async () => {
  await admin.end({ timeout: 5 })
  await elsewhere.stop()
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

/** A database of another server, whose owner has no right beyond it. */
async function emptyDatabase(name: string): Promise<string> {
  await admin.unsafe(`create database ${name} owner dona`)
  const url = new URL(elsewhere.url)
  Object.assign(url, { pathname: `/${name}`, username: 'dona', password: 'dona' })
  return url.toString()
}

const backUp = (name: string) => backUpTables(house.databaseUrl, house.platform.config, at(name), new Date())
const restore = (name: string, url: string, backup = 'copia') =>
  restoreTables({ backup: at(backup), url, config: configOf(name) })

async function opened<Value>(url: string, work: (db: Pool) => Promise<Value>): Promise<Value> {
  const db = await openDatabase({ url, poolSize: 2, statementTimeoutMs: 60_000, prepare: false })
  try {
    return await work(db)
  } finally {
    await db.end({ timeout: 5 })
  }
}

/** Another copy, changed by somebody who also mends its manifest. */
async function forged(
  name: string,
  change: (manifest: TableManifest, folder: string) => Promise<unknown>,
): Promise<void> {
  await cp(at('copia'), at(name), { recursive: true })
  const copy = await newestTableCopy(at(name))
  const manifest = structuredClone(copy.manifest)
  await change(manifest, copy.folder)
  await writeFile(join(copy.folder, 'manifesto.json'), JSON.stringify(manifest))
}

async function rewrite(manifest: TableManifest, place: string, table: string, change: (rows: string) => string) {
  const file = fileOfTable(place, table)
  await writeFile(file, gzipSync(change(gunzipSync(await readFile(file)).toString())))
  Object.assign(manifest.tabelas[table] ?? {}, { sha256: await hashOf(file) })
}

describe('a house on a server of its own, copied through a connection while people worked', {
  timeout: 120_000,
}, () => {
  it('is restored on another server by an owner without other rights, the same row for row, and lives on', async () => {
    let written = 0
    let over = false
    const writing = (async () => {
      while (!over) {
        await aCaseFile(house, { observation: `Durante a cópia ${written++}.` })
        await house.workOff()
      }
    })()
    copied = await backUp('copia')
    over = true
    await writing
    expect(written).toBeGreaterThan(0)
    expect([copied.tables > 150, copied.rows > 200, (copied.facts.head?.size ?? 0) > 0]).toEqual([true, true, true])

    const url = await emptyDatabase('restaurada')
    const restored = await restore('restaurada', url)
    expect(restored.broken).toEqual([])
    expect(restored.found).toEqual(restored.promised)
    expect([restored.isSame, restored.files > 0, restored.seals > 0]).toEqual([true, true, true])

    const first = await newestTableCopy(at('copia'))
    // Asked of the server, not of what makes the copy: a table that it knows nothing of would be missing on both sides.
    const there = await house.db<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') and schemaname || '.' || tablename <> 'graphile_worker.migrations'`
    expect(Object.keys(first.manifest.tabelas).sort()).toEqual(there.map(({ name }) => name).sort())
    await backUpTables(url, configOf('restaurada'), at('copia-da-copia'), new Date())
    const second = await newestTableCopy(at('copia-da-copia'))
    expect(second.manifest.tabelas).toEqual(first.manifest.tabelas)
    expect(second.manifest.sequencias).toEqual(first.manifest.sequencias)
    expect(BigInt(second.manifest.transacao)).toBeGreaterThanOrEqual(BigInt(first.manifest.transacao))
    await opened(url, async (db) => {
      expect(await dump(db)).toBe(await dump(house.db))
      const { counts, head } = restored.promised
      for (const other of [
        { counts: { ...counts, andamentos: (counts.andamentos ?? 0) + 1 } },
        { head: { size: head?.size ?? 0, root: '00'.repeat(32) } },
      ]) {
        const compared = await compareHouse(db, { ...restored.promised, ...other }, '', at('restaurada'))
        expect(compared.isSame, `where something else was promised: ${Object.keys(other)}`).toBe(false)
      }
      await db`insert into history.event (case_file_id, kind, facts, account_id, unit_id, at)
        select id, 'manual-entry', '{"text": "Depois."}', opened_by, unit_id, now() from cases.case_file limit 1`
      const sources = { sources: sealedRecords, witnessFiles: witnessFilesOf(configOf('restaurada')) }
      await sealEvents(db, new Date(), { key: logKeyOf(configOf('restaurada')), ...sources })
      const [late] = await db<{ sealed: boolean }[]>`
        select exists (select 1 from history.seal s where e.tx >= s.from_tx and e.tx < s.to_tx) as sealed
          from history.event e where e.facts->>'text' = 'Depois.'`
      expect(late).toEqual({ sealed: true })
      const files = await openFolderFileStore({ folder: join(at('restaurada'), 'arquivos') })
      expect((await proveHouse(db, files, configOf('restaurada'))).broken).toEqual([])
    })
  })

  it('is never restored over a house that is there, nor copied into itself', async () => {
    const url = await emptyDatabase('vazia')
    await expect(restore('restaurada', url)).rejects.toThrow('não está vazia')
    await expect(restore('nada', url, 'sem-copia')).rejects.toThrow('Não há cópia inteira')
    await opened(url, (db) => db`create table public.de_outro (a int)`)
    await expect(restore('outra', url)).rejects.toThrow('não está vazio')
    const inside = join(house.platform.config.dataFolder, 'copia')
    await expect(backUpTables(house.databaseUrl, house.platform.config, inside, new Date())).rejects.toThrow(
      'dentro da',
    )
  })

  it('is not restored from a copy that was spoilt, and the empty database stays empty', async () => {
    const url = await emptyDatabase('intocada')
    const whole = await newestTableCopy(at('copia'))
    const file = fileOfTable(whole.folder, 'history.event')
    const bytes = await readFile(file)
    await writeFile(file, Buffer.from(bytes).fill(0, 40, 41))
    await expect(restore('a', url)).rejects.toThrow('A cópia está danificada: history.event.copy.gz foi alterado')
    await rm(file)
    await expect(restore('a', url)).rejects.toThrow('history.event.copy.gz sumiu')
    await writeFile(file, bytes)
    await forged('de-outra-versao', async ({ migracoes }) => Object.assign(migracoes[3] ?? {}, { sha256: '0' }))
    await expect(restore('a', url, 'de-outra-versao')).rejects.toThrow('foi alterada depois de aplicada')
    await forged('arquivo', async () => {
      const [name = ''] = (await readdir(at('arquivo/arquivos'), { recursive: true })).filter((one) =>
        /[0-9a-f]{64}$/.test(one),
      )
      await writeFile(join(at('arquivo/arquivos'), name), 'outra coisa')
    })
    await expect(restore('a', url, 'arquivo')).rejects.toThrow('está alterado na origem')
    expect(await opened(url, (db) => db`select 1 from pg_namespace where nspname = 'platform'`)).toHaveLength(0)
  })

  it('says what a server refused of a table that it was sent to the end', async () => {
    const file = at('um-campo.copy.gz')
    await writeFile(file, gzipSync('so-um-campo\n'))
    const loading = house.db.begin(async (trx) => {
      await trx`truncate platform.setting`
      await readTable(trx, { name: 'platform.setting', columns: ['name', 'value'] }, file)
    })
    await expect(loading).rejects.toThrow('missing data for column "value"')
  })

  it('is not restored from a copy that was changed together with its manifest', async () => {
    await forged('uma-a-menos', (manifest, place) =>
      rewrite(manifest, place, 'history.event', (rows) => rows.slice(rows.indexOf('\n') + 1)),
    )
    await expect(restore('c', await emptyDatabase('c'), 'uma-a-menos')).rejects.toThrow(
      /A tabela history.event veio com \d+ linhas/,
    )
    await forged('outras-palavras', (manifest, place) =>
      rewrite(manifest, place, 'documents.version', (rows) => rows.replace('Texto assinado', 'Texto trocado')),
    )
    const { broken } = await restore('d', await emptyDatabase('d'), 'outras-palavras')
    expect(broken.length).toBeGreaterThan(0)
  })
})
