import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../src/platform/project-root.ts'
import type { PreparedHouse } from '../faults/prepare-house.ts'
import type { Program } from '../faults/program.ts'
import { password } from '../faults/start-writers.ts'
import type { CrowdTask, Phase, Told } from './task.ts'

export interface CrowdProcess {
  readonly pid: number
  /** Asks for a stretch and answers what it came to. */
  ask(phase: Phase): Promise<Told>
  abandon(): void
}

/** Everybody who asks, in a process of their own that knows the address and nothing else of the program. */
export async function startCrowd({ address }: Program, house: PreparedHouse, seed: string): Promise<CrowdProcess> {
  const task: CrowdTask = { address, folder: house.ledgerFolder, seed, password, people: house.people }
  const script = join(projectRoot, 'tools', 'load', 'generator.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(task)], { stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async <Message>(): Promise<Message> => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`the crowd went home:\n${said}`)
    return JSON.parse(value) as Message
  }
  await next()
  return {
    pid: child.pid ?? 0,
    ask: (phase) => {
      child.stdin.write(`${JSON.stringify(phase)}\n`)
      return next<Told>()
    },
    abandon: () => void child.kill('SIGKILL'),
  }
}
