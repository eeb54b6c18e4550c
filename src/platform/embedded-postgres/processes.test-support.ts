import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { processMark } from '../../../bin/bootstrap/lock.mjs'

export const asRoot = process.getuid?.() === 0
export const probe = fileURLToPath(new URL('./start-and-wait.probe.ts', import.meta.url))

/** A server started by a process of its own, which may then be killed. */
export async function startInAnotherProcess(dataFolder: string, unsafe = '') {
  const child = spawn(process.execPath, [probe, dataFolder, unsafe], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))))
  return { process: child, ...(JSON.parse(line) as { url: string; port: number }) }
}

export async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return [...(await sql.unsafe<Row[]>(statement))]
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Temporary folders are for their maker only; the server's account must pass this one. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'carimbo-pg-'))
  chmodSync(path, 0o755)
  return path
}

/** A process that has ended but whose parent has not looked yet is not alive. */
export function isAlive(pid: number): boolean {
  return processMark(pid) !== undefined
}

export function ended(child: ChildProcess | undefined): Promise<unknown> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', resolve))
}

export async function until(condition: () => boolean, deadlineMs = 20_000): Promise<void> {
  for (const started = Date.now(); Date.now() - started < deadlineMs; await sleep(10)) if (condition()) return
  throw new Error('it did not come about in time')
}
