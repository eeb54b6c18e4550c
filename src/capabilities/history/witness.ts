import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../../platform/config/index.ts'
import { syncNamesNow } from '../../platform/sync-folder.ts'

/**
 * Where each signed head is also written, outside the database: in the data folder, and in a second folder where one is
 * configured (of another machine, best). Whoever cuts the end off the log has to reach these too.
 */
export function witnessFilesOf(config: Pick<Config, 'dataFolder' | 'logCopyFolder'>): string[] {
  const folders = [join(config.dataFolder, 'registro'), ...(config.logCopyFolder ? [config.logCopyFolder] : [])]
  return folders.map((folder) => join(folder, 'cabecas.txt'))
}

/** Adds a head to each file: one line, the note in base64. */
export function writeWitness(files: readonly string[], note: string): void {
  for (const path of files) {
    const isNew = !existsSync(path)
    mkdirSync(dirname(path), { recursive: true, mode: 0o750 })
    const file = openSync(path, 'a+', 0o640)
    try {
      cutTornLine(file, path)
      appendFileSync(file, `${Buffer.from(note).toString('base64')}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (isNew) syncNamesNow(path)
  }
}

/** The notes in a file; a last line cut off by a crash is left out. */
export function readWitness(path: string): string[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.slice(0, -1).map((line) => Buffer.from(line, 'base64').toString('utf8'))
}

/** What a power cut left of a last line goes away, or the next head would become part of it and be no head at all. */
function cutTornLine(file: number, path: string): void {
  const { size } = fstatSync(file)
  const last = Buffer.alloc(1)
  if (size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last[0] === newline)) return
  ftruncateSync(file, readFileSync(path).lastIndexOf(newline) + 1)
}

const newline = 0x0a
