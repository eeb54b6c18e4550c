import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/project-root.ts'

export interface Program {
  readonly url: string
  readonly pid: number
  /** From the start of the process until it says that it is ready. */
  readonly readyMs: number
  stop(): Promise<void>
}

/** As bin/start.mjs does. */
const asStarted = ['--enable-source-maps', '--max-semi-space-size=16', '--max-old-space-size=1024']
const patienceMs = 300_000

/** Starts the real program, as `npm start` does, on a free port of the loopback, and waits until it says its address. */
export async function startProgram(environment: Record<string, string>): Promise<Program> {
  const begun = performance.now()
  const child = spawn(process.execPath, [...asStarted, join(projectRoot, 'dist', 'main.js')], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`the program was not ready in time:\n${said}`)), patienceMs)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const [, address] = /Carimbo pronto: (http:\S+)/.exec(said) ?? []
      if (!address) return
      clearTimeout(giveUp)
      resolve(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (process.env.MEDICAO_FALAS) process.stderr.write(chunk)
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${said}`)))
  })
  return {
    url: url.replace('localhost', '127.0.0.1'),
    pid: child.pid ?? 0,
    readyMs: Math.round(performance.now() - begun),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
