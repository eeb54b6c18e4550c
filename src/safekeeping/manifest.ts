import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartupProblem } from '../platform/startup-problem.ts'
import type { HouseFacts } from './house-facts.queries.ts'

/** What one base copy is, beside it as `manifesto.json`. Written last: a copy without it was cut short. */
export interface Manifest {
  readonly formato: 'carimbo-copia-1'
  readonly versao: string
  /** Moments before which, and up to which, the copy can be restored by itself. */
  readonly terminada: string
  readonly primeiroSegmento: string
  readonly fatos: HouseFacts
  /** Whether the write-ahead log is archived from this copy on. */
  readonly arquivaWal: boolean
  readonly arquivos: Readonly<Record<string, string>>
}

export interface Base {
  readonly folder: string
  readonly manifest: Manifest
}

/** All whole base copies in a backup, oldest first. */
export async function readBases(backup: string): Promise<Base[]> {
  const folder = join(backup, 'bases')
  const names = await readdir(folder).catch(() => [] as string[])
  const bases: Base[] = []
  for (const name of names.sort()) {
    const text = await readFile(join(folder, name, 'manifesto.json'), 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const manifest = JSON.parse(text) as Manifest
    if (manifest.formato === 'carimbo-copia-1') bases.push({ folder: join(folder, name), manifest })
  }
  return bases
}

/** Compares every file of a base copy with its manifest; one that is not the same stops everything. */
export async function checkBase({ folder, manifest }: Base): Promise<void> {
  for (const [path, sha256] of Object.entries(manifest.arquivos)) {
    const found = await hashOf(join(folder, 'banco', path)).catch(() => undefined)
    if (found === sha256) continue
    throw new StartupProblem(
      `A cópia está danificada: ${path} ${found === undefined ? 'sumiu' : 'foi alterado'}. Use outra cópia.`,
    )
  }
}

/** SHA-256 of a file. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
