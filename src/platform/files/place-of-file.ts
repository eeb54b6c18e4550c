import { join } from 'node:path'

/** Two levels of 256 folders keep each folder small even with tens of millions of files. */
export function placeOf(folder: string, sha256: string): { folders: readonly [string, string]; path: string } {
  const outer = join(folder, sha256.slice(0, 2))
  const inner = join(outer, sha256.slice(2, 4))
  return { folders: [outer, inner], path: join(inner, sha256) }
}
