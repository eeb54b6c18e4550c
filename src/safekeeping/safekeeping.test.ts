import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { furnish } from '../../test/support/furnish.ts'
import { logKeyOf, sealEvents, witnessFilesOf } from '../capabilities/history/index.ts'
import { sealedRecords } from '../capabilities/proofs/index.ts'
import { migrate, openDatabase, type Pool } from '../platform/db/index.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts'
import { type FileStore, openFolderFileStore } from '../platform/files/index.ts'
import { backUpHouse } from './back-up-house.ts'
import { readBases } from './manifest.ts'
import { restoreHouse } from './restore-house.ts'

let folder: string
let server: EmbeddedPostgres
let db: Pool
let files: FileStore
const at = (name: string) => join(folder, name)
const config = () => ({ dataFolder: at('dados'), logKeyFile: undefined, logCopyFolder: undefined })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carimbo-copia-'))
  // The account that runs PostgreSQL for root must be able to pass.
  await chmod(folder, 0o755)
  server = await startEmbeddedPostgres({ dataFolder: at('dados'), unsafeForTests: true, archiveWal: true })
  db = await openDatabase({ url: server.url, poolSize: 5, statementTimeoutMs: 60_000, prepare: true })
  await migrate(db)
  await furnish(db)
  files = await openFolderFileStore({ folder: join(at('dados'), 'arquivos') })
  await db`insert into cases.case_file (number, digits, agency_id, unit_id, case_type_id, filed_on, opened_at, opened_by, level, effective_level, news_at, news_unit_id)
    select 'T-1', '12345678', u.agency_id, u.id, t.id, now(), now(), a.id, 'public', 'public', now(), u.id
      from organization.unit u, classification.case_type t, identity.account a where u.acronym = 'ASSES' and a.login = 'ana' order by t.id limit 1`
}, 120_000)
afterAll(async () => {
  await db.end({ timeout: 5 })
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** An act with a file: the file first, then the rows that tell of it, as the program does. */
async function act(words: string): Promise<void> {
  const source = (async function* () {
    yield Buffer.from(words)
  })()
  const stored = await files.put(source, { limitBytes: 1_000 })
  if (!stored.done) throw new Error('the file was not stored')
  await db.begin(async (trx) => {
    const [document] = await trx<{ id: string }[]>`
      insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on, level, position)
      select c.id, 'uploaded', t.id, c.unit_id, now(), c.opened_by, now()::date, 'public', 1
        from cases.case_file c, classification.document_type t where c.number = 'T-1' order by t.id limit 1 returning id`
    await trx`insert into documents.file (document_id, sha256, size_bytes, extension, media_type, file_name, origin, added_at, added_by)
      select ${document?.id ?? ''}, ${stored.value.sha256}, ${stored.value.sizeBytes}, 'txt', 'text/plain', 'a.txt', 'born-digital', now(), opened_by
        from cases.case_file where number = 'T-1'`
    await trx`insert into history.event (case_file_id, document_id, kind, facts, account_id, unit_id, at)
      select id, ${document?.id ?? ''}, 'manual-entry', jsonb_build_object('text', ${words}::text), opened_by, unit_id, now()
        from cases.case_file where number = 'T-1'`
  })
}

const seal = () =>
  sealEvents(db, new Date(), {
    key: logKeyOf(config()),
    sources: sealedRecords,
    witnessFiles: witnessFilesOf(config()),
  })

async function told(dataFolder: string): Promise<string[]> {
  const restored = await startEmbeddedPostgres({ dataFolder, unsafeForTests: true })
  const inside = await openDatabase({ url: restored.url, poolSize: 1, statementTimeoutMs: 60_000, prepare: false })
  try {
    const rows = await inside<{ text: string }[]>`select facts->>'text' as text from history.event order by id`
    await inside`insert into platform.setting (name, value) values ('lives', 'true')`
    return rows.map(({ text }) => text)
  } finally {
    await inside.end({ timeout: 5 })
    await restored.stop()
  }
}

const restore = (name: string, until?: Date, backup = at('copia')) =>
  restoreHouse({ backup, config: { dataFolder: at(name) }, until, unsafeForTests: true })

describe('a house that was copied while people worked', { timeout: 120_000 }, () => {
  it('is restored with the same counts, root and files, and lives on', async () => {
    await act('Antes da cópia.')
    await seal()
    let written = 0
    let over = false
    const writing = (async () => {
      while (!over) {
        await act(`Durante a cópia ${written++}.`)
        if (written % 5 === 0) await seal()
      }
    })()
    const { facts } = await backUpHouse(server.url, config(), at('copia'), new Date())
    over = true
    await writing
    expect(written).toBeGreaterThan(3)
    expect(facts.head?.size).toBeGreaterThan(0)
    const restored = await restore('restaurada')
    expect(restored.broken).toEqual([])
    expect(restored.found).toEqual(restored.promised)
    expect([restored.isSame, restored.files > 1]).toEqual([true, true])
    const words = await told(at('restaurada'))
    expect(words[0]).toBe('Antes da cópia.')
    expect(words.length).toBeGreaterThanOrEqual(facts.counts.andamentos ?? 0)
  })

  it('can be taken back to a moment between two acts', async () => {
    await act('Ato que fica.')
    await seal()
    const [moment] = await db<{ now: Date }[]>`select clock_timestamp() + interval '1 millisecond' as now`
    await db`select pg_sleep(0.05)`
    await act('Ato de depois.')
    await backUpHouse(server.url, config(), at('copia'), new Date())
    expect(await readBases(at('copia'))).toHaveLength(2)
    const restored = await restore('de-volta', moment?.now)
    expect([restored.isSame, restored.broken]).toEqual([true, []])
    const words = await told(at('de-volta'))
    expect(words).toContain('Ato que fica.')
    expect(words).not.toContain('Ato de depois.')
    // Nothing of the restoration stays in the way of the next start.
    expect(existsSync(join(at('de-volta'), 'wal-da-restauracao'))).toBe(false)
    expect(await readFile(join(at('de-volta'), 'postgres', 'postgresql.auto.conf'), 'utf8')).not.toContain(
      'restore_command',
    )
  })

  it('is never restored over a house that is there, to before its first copy, or to after its last', async () => {
    await expect(restore('dados')).rejects.toThrow('não está vazia')
    await expect(restore('cedo', new Date('2020-01-01'))).rejects.toThrow('não há como voltar a antes')
    await expect(restore('tarde', new Date(Date.now() + 3_600_000))).rejects.toThrow('depois do que a cópia alcança')
    await expect(restore('nada', undefined, at('vazia'))).rejects.toThrow('Não há cópia inteira')
    await expect(backUpHouse(server.url, config(), join(at('dados'), 'copia'), new Date())).rejects.toThrow(
      'dentro da pasta',
    )
  })

  it('is not restored from a damaged copy, whether of the database or of a stored file', async () => {
    const [, base] = await readBases(at('copia'))
    const path = join(base?.folder ?? '', 'banco', 'PG_VERSION')
    await writeFile(path, '16\n')
    await expect(restore('danificada')).rejects.toThrow('A cópia está danificada: PG_VERSION foi alterado')
    await writeFile(path, '17\n')
    const [outer = ''] = (await readdir(join(at('copia'), 'arquivos'))).filter((name) => /^[0-9a-f]{2}$/.test(name))
    const [inner = ''] = await readdir(join(at('copia'), 'arquivos', outer))
    const [name = ''] = await readdir(join(at('copia'), 'arquivos', outer, inner))
    await writeFile(join(at('copia'), 'arquivos', outer, inner, name), 'outra coisa')
    await expect(restore('outra')).rejects.toThrow('está alterado na origem')
  })
})
