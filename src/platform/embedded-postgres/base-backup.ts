import { createHash } from 'node:crypto'
import { createReadStream, type Dirent } from 'node:fs'
import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import postgres from 'postgres'

export interface BaseBackup {
  /** SHA-256 of each file copied, by its path below the copy. */
  readonly files: Readonly<Record<string, string>>
  /** First and last segment of the write-ahead log that the copy needs; it holds them. */
  readonly firstSegment: string
  readonly lastSegment: string
  /** Moment from which on the copy is a whole: it cannot be restored to an earlier one. */
  readonly endedAt: Date
}

/** What a server makes anew at its start, or what belongs to the process that runs: the list of `pg_basebackup`. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const leftOut =
  /^(postmaster\.(pid|opts)|recovery\.signal|standby\.signal|backup_label|tablespace_map|pg_internal\.init(\..*)?|pgsql_tmp.*)$/
/** Copied last, so that no page in the copy is of a later checkpoint than it tells of. */
const control = 'global/pg_control'

/** Where the write-ahead log of a cluster is archived, when it is. */
export function archiveFolderOf(cluster: string): string {
  return join(dirname(cluster), 'wal')
}

/**
 * Copies a running cluster file by file between `pg_backup_start` and `pg_backup_stop`, with the segments of the
 * write-ahead log that make the copy whole; a slot keeps them from being recycled meanwhile. Nobody is stopped by it.
 *
 * `beforeEnd` is called when everything is copied: whatever is committed until then is in the copy.
 */
export async function backUpCluster(request: {
  readonly url: string
  readonly cluster: string
  readonly target: string
  readonly beforeEnd: () => Promise<void>
}): Promise<BaseBackup> {
  const { url, cluster, target, beforeEnd } = request
  // One connection throughout: PostgreSQL ends a backup, and drops the slot, with the session that began it.
  const db = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => undefined })
  try {
    await db`select pg_create_physical_replication_slot(${`carimbo_copia_${process.pid}`}, true, true)`
    const [start] = await db<{ segment: string }[]>`
      select pg_walfile_name(pg_backup_start('carimbo', fast => true)) as segment`
    await mkdir(target, { recursive: true, mode: 0o700 })
    const files: Record<string, string> = {}
    await copyAtOnce(files, cluster, target, await layOut(cluster, target))
    await copyInto(files, cluster, target, control)
    await beforeEnd()
    const [archiving] = await db<{ on: boolean }[]>`select current_setting('archive_mode') <> 'off' as on`
    const [stop] = await db<{ label: string; segment: string; at: Date }[]>`
      select labelfile as label, pg_walfile_name(lsn) as segment, clock_timestamp() as at
        from pg_backup_stop(wait_for_archive => ${archiving?.on ?? false})`
    if (!start || !stop) throw new Error('the server did not tell where the backup begins and ends')
    await writeFile(join(target, 'backup_label'), stop.label, { mode: 0o600 })
    files.backup_label = createHash('sha256').update(stop.label).digest('hex')
    await copySegments(files, cluster, target, start.segment, stop.segment)
    return { files, firstSegment: start.segment, lastSegment: stop.segment, endedAt: stop.at }
  } finally {
    await db.end({ timeout: 5 })
  }
}

/** Makes the folders and answers the files to be copied into them. */
async function layOut(from: string, to: string, folder = ''): Promise<string[]> {
  const files: string[] = []
  for (const entry of await entriesOf(join(from, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (leftOut.test(entry.name) || path === control) continue
    if (entry.isFile()) files.push(path)
    if (!entry.isDirectory()) continue
    await mkdir(join(to, path), { recursive: true, mode: 0o700 })
    if (!(folder === '' && emptied.has(entry.name))) files.push(...(await layOut(from, to, path)))
  }
  return files
}

/** Several at once: most of the time goes by waiting for the disk to confirm many small files. */
async function copyAtOnce(files: Record<string, string>, from: string, to: string, paths: readonly string[]) {
  const waiting = [...paths]
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await copyInto(files, from, to, path)
  }
  await Promise.all(Array.from({ length: 12 }, work))
}

/** The log is copied after the end; only whole segments, and the stories of earlier restorations. */
async function copySegments(files: Record<string, string>, from: string, to: string, first: string, last: string) {
  for (const { name } of await entriesOf(join(from, 'pg_wal'))) {
    // The first eight figures are the timeline; the rest orders segments.
    const isNeeded = /^[0-9A-F]{24}$/.test(name) && name.slice(8) >= first.slice(8) && name.slice(8) <= last.slice(8)
    if (isNeeded || name.endsWith('.history')) await copyInto(files, from, to, `pg_wal/${name}`)
  }
  if (!files[`pg_wal/${last}`]) throw new Error(`the segment ${last} is not there any more`)
}

/** A table dropped meanwhile is gone; that it was is in the log. */
async function copyInto(files: Record<string, string>, from: string, to: string, path: string): Promise<void> {
  const hash = createHash('sha256')
  let target: Awaited<ReturnType<typeof open>> | undefined
  try {
    const source = createReadStream(join(from, path), { highWaterMark: 1_048_576 })
    for await (const piece of source) {
      target ??= await open(join(to, path), 'w', 0o600)
      hash.update(piece as Buffer)
      await target.write(piece as Buffer)
    }
    target ??= await open(join(to, path), 'w', 0o600)
    await target.sync()
    files[path] = hash.digest('hex')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  } finally {
    await target?.close()
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
