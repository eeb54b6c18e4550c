import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const thisMachine = createHash('sha256').update(hostname()).digest('hex').slice(0, 12)

/** A name nobody else has, which says whose it is: machine, process, chance. Chance here identifies nothing kept. */
export function newTemporaryPath(folder: string): string {
  return join(folder, `${thisMachine}-${process.pid}-${randomBytes(12).toString('hex')}.part`)
}

/** Deletes what processes of this machine that no longer live left behind. Others' are left to `sweepOlderThan`. */
export async function sweepAbandoned(folder: string): Promise<number> {
  return sweep(folder, async (name) => {
    const owner = /^([0-9a-f]{12})-(\d+)-[0-9a-f]{24}\.part$/.exec(name)
    return owner?.[1] === thisMachine && !isAlive(Number(owner[2]))
  })
}

/** Deletes what nobody wrote to since the given moment. */
export async function sweepOlderThan(folder: string, moment: Date): Promise<number> {
  return sweep(folder, async (name) => {
    const found = await stat(join(folder, name)).catch(() => undefined)
    return found !== undefined && found.mtime < moment
  })
}

async function sweep(folder: string, isOurs: (name: string) => Promise<boolean>): Promise<number> {
  let swept = 0
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.part') || !(await isOurs(name))) continue
    await rm(join(folder, name), { force: true })
    swept += 1
  }
  return swept
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // Not permitted to signal it means that it exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
