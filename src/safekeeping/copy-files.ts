import { type Dirent, existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StartupProblem } from '../platform/startup-problem.ts'
import { syncFolder } from '../platform/sync-folder.ts'
import { hashOf } from './manifest.ts'

/**
 * Copies the stored files that the other folder lacks. Their names are the hashes of their content: what is there is the
 * same, and what was copied is compared with its name before it gets it. Answers how many were new, once their names are
 * on the disk as well.
 */
export async function copyStoredFiles(from: string, to: string): Promise<number> {
  const copied: string[] = []
  for await (const path of filesUnder(from)) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (!/^[0-9a-f]{64}$/.test(name) || existsSync(join(to, path))) continue
    const fresh = await copyWhole(join(from, path), join(to, path))
    if ((await hashOf(fresh)) !== name) {
      await rm(fresh)
      throw new StartupProblem(`O arquivo ${name} está alterado na origem. Rode bin/verify-history e restaure-o antes.`)
    }
    await rename(fresh, join(to, path))
    copied.push(path)
  }
  await syncFoldersOf(to, copied)
  return copied.length
}

/** Copies files of a folder that the other lacks, or all of them. Answers their names: who removes the first ones may. */
export async function copyFolder(from: string, to: string, { again }: { readonly again: boolean }): Promise<string[]> {
  const names: string[] = []
  for await (const path of filesUnder(from)) {
    if (path.endsWith('.parte')) continue
    names.push(path)
    if (!again && existsSync(join(to, path))) continue
    await rename(await copyWhole(join(from, path), join(to, path)), join(to, path))
  }
  await syncFoldersOf(to, names)
  return names
}

/** A file whose name is not on the disk is lost with the power: every folder from these files up to the outermost. */
async function syncFoldersOf(root: string, paths: readonly string[]): Promise<void> {
  const folders = new Set<string>()
  for (const path of paths) for (let one = dirname(path); !folders.has(one); one = dirname(one)) folders.add(one)
  if (folders.size === 0) return
  for (const folder of folders) await syncFolder(join(root, folder))
  await syncFolder(dirname(root))
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
