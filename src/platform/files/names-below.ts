import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Names of the files below one outer folder of the store. */
export async function namesBelow(folder: string, prefix: string, storedBefore?: Date): Promise<readonly string[]> {
  if (!/^[0-9a-f]{2}$/.test(prefix)) throw new Error('no beginning of names')
  const outer = join(folder, prefix)
  const found: string[] = []
  for (const inner of await entriesOf(outer)) {
    for (const name of await entriesOf(join(outer, inner))) {
      if (!/^[0-9a-f]{64}$/.test(name) || !name.startsWith(prefix + inner)) continue
      const isOld = storedBefore === undefined || (await storedAt(join(outer, inner, name))) < storedBefore.getTime()
      if (isOld) found.push(name)
    }
  }
  return found.sort()
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}

/** One that is gone meanwhile is of no age. */
async function storedAt(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY
}
