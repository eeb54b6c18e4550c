import { createHash } from 'node:crypto'

/** Settings of every server. They go on the command line, so that a newer program needs no change of the cluster. */
const always: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // No socket files: their paths may not pass 107 bytes, and data folders are often deeper.
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: '100',
  wal_level: 'logical',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/** Nothing that reaches the disk is waited for: a crash loses everything, and only tests may lose everything. */
const withoutDurability: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  checkpoint_timeout: '1h',
  // Their folder may be in memory.
  max_wal_size: '1GB',
}

/** Arguments of `postgres` for these choices. */
export function settingArguments(choice: {
  readonly lz4: boolean
  readonly unsafe: boolean
  /** Where the write-ahead log is kept for ever; undefined: nowhere. */
  readonly archive: string | undefined
}): string[] {
  const settings = {
    ...always,
    ...(choice.lz4 ? { default_toast_compression: 'lz4' } : {}),
    ...(choice.unsafe ? withoutDurability : {}),
    ...(choice.archive === undefined ? {} : archiving(choice.archive)),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/**
 * A segment gets its name only when it is whole and on the disk; one that is there already, and the same, is well. PostgreSQL
 * forgets its own copy as soon as this ends, so the name has to be on the disk as well.
 */
function archiving(folder: string): Readonly<Record<string, string>> {
  const place = folder.replaceAll('%', '%%')
  const command =
    process.platform === 'win32'
      ? `copy /Y "%p" "${place}\\%f"`
      : `{ cmp -s "%p" "${place}/%f" || { cp "%p" "${place}/%f.parte" && sync "${place}/%f.parte" && mv "${place}/%f.parte" "${place}/%f"; }; } && sync "${place}/%f" "${place}"`
  return { archive_mode: 'on', archive_command: command, archive_timeout: '60' }
}

/** Tells a server started by this program's settings from one left over by another version. */
export function fingerprintOf(version: string, unsafe: boolean, archive: string | undefined): string {
  const text = JSON.stringify([version, settingArguments({ lz4: false, unsafe, archive })])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
