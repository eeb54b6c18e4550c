import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../src/platform/project-root.ts'

/** A promise to the disk that is broken on purpose, to see that the proof finds it. No build of the program knows of it. */
export type Sabotage = 'files' | 'folders' | 'keys' | 'database'

/** By the words that people choose them with. */
export const sabotages: Readonly<Record<string, Sabotage>> = {
  arquivos: 'files',
  pastas: 'folders',
  chaves: 'keys',
  banco: 'database',
}

/** What the environment of the program must say for it. */
export function environmentOf(sabotage: Sabotage | undefined): Record<string, string> {
  if (!sabotage || sabotage === 'database') return {}
  const script = pathToFileURL(join(projectRoot, 'tools', 'faults', 'without-sync.ts')).href
  return { NODE_OPTIONS: `--import=${script}`, CARIMBO_FALTAS_SEM_SYNC: sabotage }
}

/** PostgreSQL is told not to wait for the disk, as no Carimbo tells it. */
export function sabotageDatabase(cluster: string): void {
  appendFileSync(join(cluster, 'postgresql.auto.conf'), 'fsync = off\n')
}
