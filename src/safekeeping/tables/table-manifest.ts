import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppliedMigration } from '../../platform/db/index.ts'
import { StartupProblem } from '../../platform/startup-problem.ts'
import type { HouseFacts } from '../house-facts.queries.ts'
import { hashOf } from '../manifest.ts'

/** What one copy of the tables is, beside it as `manifesto.json`. Written last: a copy without it was cut short. */
export interface TableManifest {
  readonly formato: 'carimbo-tabelas-1'
  /** The moment of the snapshot, the only one to which it can be restored. */
  readonly momento: string
  readonly fatos: HouseFacts
  /** The first transaction that had not begun. */
  readonly transacao: string
  readonly migracoes: readonly AppliedMigration[]
  readonly passosDaFila: readonly number[]
  readonly sequencias: Readonly<Record<string, string>>
  readonly tabelas: Readonly<Record<string, CopiedTable>>
}

export interface CopiedTable {
  readonly colunas: readonly string[]
  readonly linhas: number
  readonly sha256: string
}

export interface TableCopy {
  readonly folder: string
  readonly manifest: TableManifest
}

/** The newest whole copy of the tables in a backup. */
export async function newestTableCopy(backup: string): Promise<TableCopy> {
  const names = await readdir(join(backup, 'tabelas')).catch(() => [] as string[])
  for (const name of names.sort().reverse()) {
    const folder = join(backup, 'tabelas', name)
    const text = await readFile(join(folder, 'manifesto.json'), 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const manifest = JSON.parse(text) as TableManifest
    if (manifest.formato === 'carimbo-tabelas-1') return { folder, manifest }
  }
  throw new StartupProblem(`Não há cópia inteira das tabelas em ${backup}.`)
}

/** Compares every file of a copy with its manifest, before anything is made of it. */
export async function checkTableCopy({ folder, manifest }: TableCopy): Promise<void> {
  for (const [table, { sha256 }] of Object.entries(manifest.tabelas)) {
    const found = await hashOf(fileOfTable(folder, table)).catch(() => undefined)
    if (found === sha256) continue
    const how = found === undefined ? 'sumiu' : 'foi alterado'
    throw new StartupProblem(`A cópia está danificada: ${table}.copy.gz ${how}. Use outra cópia.`)
  }
}

export function fileOfTable(folder: string, table: string): string {
  return join(folder, `${table}.copy.gz`)
}
