import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'

const inChild = new URL('../../bin/bootstrap/in-child.mjs', import.meta.url).href
const usualDeadlineMs = 25 * 60_000
const graceMs = 5_000

const running = new Set<ChildProcess>()

export interface Ended {
  readonly code: number
  /** What it said, where it was not to say it at once. */
  readonly said: string
  /** It was ended because it took too long. */
  readonly late: boolean
}

/**
 * Runs a script with this Node to its end. It has a process group of its own, so that browsers and workers end with it, and
 * it ends by itself should this process be killed.
 */
export function runStep(
  command: readonly string[],
  environment: NodeJS.ProcessEnv,
  speaks: 'at once' | 'when it ends',
  { cwd, deadlineMs = usualDeadlineMs }: { readonly cwd?: string; readonly deadlineMs?: number } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const output = speaks === 'at once' ? 'inherit' : 'pipe'
    const child = spawn(process.execPath, ['--import', inChild, ...command], {
      detached: process.platform !== 'win32',
      stdio: ['ignore', output, output, 'pipe'],
      env: { ...environment, CARIMBO_LACO_FD: '3' },
      ...(cwd ? { cwd } : {}),
    })
    running.add(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (words: string) => {
        said += words
      })
    }
    let late = false
    const timer = setTimeout(() => {
      late = true
      stop(child)
    }, deadlineMs)
    child.on('error', (error) => console.error(error.message))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      signalGroup(child, 'SIGKILL')
      running.delete(child)
      resolve({ code: code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0), said, late })
    })
  })
}

/** Asks the running steps to end, and makes them after a few seconds. */
export function stopRunningSteps(): void {
  for (const child of running) stop(child)
}

function stop(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM')
  setTimeout(() => running.has(child) && signalGroup(child, 'SIGKILL'), graceMs).unref()
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // The whole group is gone already.
  }
}
