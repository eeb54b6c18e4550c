import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const inMemory = '/dev/shm'
const gib = 1024 ** 3
/** A whole run leaves less than one of them there; machines that would feel it keep to their disk. */
const roomNeeded = 3 * gib

/**
 * A fresh folder for all that tests write: in memory where the system offers that. A test house is a copy of a database,
 * a thousand files and more, and making and deleting them on a disk cost as much processor time as all tests together.
 */
export function makeQuickFolder(prefix: string): string {
  return tryInMemory(prefix) ?? mkdtempSync(join(tmpdir(), prefix))
}

function tryInMemory(prefix: string): string | undefined {
  // Whoever names a place for temporary files means it.
  if (process.platform !== 'linux' || process.env.TMPDIR) return undefined
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    if (bavail * bsize < roomNeeded || availableMemory() < 2 * roomNeeded) return undefined
    const folder = mkdtempSync(join(inMemory, prefix))
    if (runsPrograms(folder)) return folder
    rmSync(folder, { recursive: true })
  } catch {
    // No such place, or not for us.
  }
  return undefined
}

/** Of the machine or, where that is less, of the container. */
function availableMemory(): number {
  const free = Number(/^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? 0) * 1024
  return Math.min(free || freemem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
}

/** Containers often forbid it there, and some tests bring little programs of their own. */
function runsPrograms(folder: string): boolean {
  const program = join(folder, 'experimento')
  writeFileSync(program, '#!/bin/sh\nexit 0\n')
  chmodSync(program, 0o755)
  const { status } = spawnSync(program)
  rmSync(program)
  return status === 0
}
