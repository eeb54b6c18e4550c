import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'

const inChild = new URL('../../bin/bootstrap/in-child.mjs', import.meta.url).href
const deadlineMs = 15 * 60_000
const graceMs = 5_000

let running: ChildProcess | undefined

/**
 * Runs a script with this Node to its end and answers its exit code. It has a process group of its own, so that browsers
 * and workers end with it, and it ends by itself should this process be killed.
 */
export function runStep(command: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', inChild, ...command], {
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
      env: { ...environment, CARIMBO_LACO_FD: '3' },
    })
    running = child
    const timer = setTimeout(stopRunningStep, deadlineMs)
    child.on('error', (error) => console.error(error.message))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      signalGroup(child, 'SIGKILL')
      running = undefined
      resolve(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0))
    })
  })
}

/** Asks the running step to end, and makes it after a few seconds. */
export function stopRunningStep(): void {
  const child = running
  if (!child) return
  signalGroup(child, 'SIGTERM')
  setTimeout(() => running === child && signalGroup(child, 'SIGKILL'), graceMs).unref()
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
