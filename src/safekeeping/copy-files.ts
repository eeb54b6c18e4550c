import { type Dirent, existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StartupProblem } from '../platform/startup-problem.ts'
import { hashOf } from './manifest.ts'

/**
 * Copies the stored files that the other folder lacks. Their names are the hashes of their content: what is there is the
 * same, and what was copied is compared with its name before it gets it. Answers how many were new.
 */
export async function copyStoredFiles(from: string, to: string): Promise<number> {
  let copied = 0
  for await (const path of filesUnder(from)) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (!/^[0-9a-f]{64}$/.test(name) || existsSync(join(to, path))) continue
    const fresh = await copyWhole(join(from, path), join(to, path))
    if ((await hashOf(fresh)) !== name) {
      await rm(fresh)
      throw new StartupProblem(`O arquivo ${name} está alterado na origem. Rode bin/verify-history e restaure-o antes.`)
    }
    await rename(fresh, join(to, path))
    copied++
  }
  return copied
}

/** Copies files of a folder that the other lacks, or all of them. Answers their names. */
export async function copyFolder(from: string, to: string, { again }: { readonly again: boolean }): Promise<string[]> {
  const names: string[] = []
  for await (const path of filesUnder(from)) {
    if (path.endsWith('.parte')) continue
    names.push(path)
    if (!again && existsSync(join(to, path))) continue
    await rename(await copyWhole(join(from, path), join(to, path)), join(to, path))
  }
  return names
}

/** Beside its place, under another name, flushed. */
async function copyWhole(from: string, to: string): Promise<string> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const fresh = `${to}.parte`
  await copyFile(from, fresh)
  const file = await open(fresh, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  return fresh
}

async function* filesUnder(root: string, folder = ''): AsyncGenerator<string> {
  let entries: Dirent[]
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* filesUnder(root, path)
    else if (entry.isFile()) yield path
  }
}
