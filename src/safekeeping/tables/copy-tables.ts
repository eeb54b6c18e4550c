import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Transaction } from '../../platform/db/index.ts'
import type { Table } from './tables.queries.ts'

/** Dates, intervals and bytes are written and read alike, whatever a server was set to. */
export async function speakPlainly(trx: Transaction): Promise<void> {
  await trx.unsafe(`set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local bytea_output = 'hex'; set local extra_float_digits = 3; set local xmlbinary = 'base64';
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
}

/** Writes the rows of a table into a compressed file, a line each. Answers how many, and the hash of the file. */
export async function writeTable(
  trx: Transaction,
  table: Table,
  file: string,
): Promise<{ rows: number; sha256: string }> {
  const rows = await trx.unsafe(`copy ${listed(table)} to stdout`).readable()
  const lines = counting()
  const hash = hashing()
  await pipeline(rows, lines, createGzip(), hash, createWriteStream(file, { mode: 0o600, flush: true }))
  return { rows: lines.count, sha256: hash.sum.digest('hex') }
}

/** Puts the rows of such a file into a table that was emptied in the same transaction. */
export async function readTable(trx: Transaction, table: Table, file: string): Promise<void> {
  const rows = await trx.unsafe(`copy ${listed(table)} from stdin with (freeze)`).writable()
  await pipeline(createReadStream(file), createGunzip(), rows)
}

function listed({ name, columns }: Table): string {
  return `${name} (${columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ')})`
}

/** A row is a line: a line break inside a value is written as `\n`. */
function counting(): Transform & { count: number } {
  const through = Object.assign(
    new Transform({
      transform(chunk: Buffer, _encoding, done: TransformCallback) {
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) through.count += 1
        done(null, chunk)
      },
    }),
    { count: 0 },
  )
  return through
}

function hashing() {
  const sum = createHash('sha256')
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      sum.update(chunk)
      done(null, chunk)
    },
  })
  return Object.assign(through, { sum })
}
