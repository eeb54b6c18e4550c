import { copyFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { PartFile } from './input.ts'

/** Puts a part where the worker can read it; a file of this machine is linked, not copied. Answers its size, undefined where there is no such file. */
export async function placePart(folder: string, name: string, file: PartFile): Promise<number | undefined> {
  const place = join(folder, name)
  if (file instanceof Uint8Array) {
    await writeFile(place, file)
    return file.byteLength
  }
  const found = await stat(file.path).catch(() => undefined)
  if (!found) return undefined
  // Windows lets only administrators link.
  await symlink(resolve(file.path), place).catch(() => copyFile(file.path, place))
  return found.size
}
