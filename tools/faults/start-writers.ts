import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/project-root.ts'
import type { ActKind } from './ledger.ts'
import type { PreparedHouse } from './prepare-house.ts'
import type { Program } from './program.ts'
import type { WritersTask } from './writers-task.ts'

export const password = 'uma senha de teste'

/** The writers are a process of their own, which knows the address and nothing else of the program. */
export function startWriters({ address }: Program, house: PreparedHouse, seed: string) {
  const first: ActKind[] = ['open', 'include', 'draft', 'save', 'sign', 'upload', 'send']
  const { ledgerFolder: folder, people } = house
  const task: WritersTask = { address, folder, seed, mark: '', password, people, first }
  const child = spawn(process.execPath, [join(projectRoot, 'tools', 'faults', 'writers.ts'), JSON.stringify(task)], {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  let code: number | null | undefined
  const ended = new Promise<void>((resolve) =>
    child.once('exit', (exitCode) => {
      code = exitCode
      resolve()
    }),
  )
  return {
    abandon: () => void child.kill('SIGKILL'),
    /** Stops them where they stand, until they may go on. */
    pause: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    failed: () => (code === undefined ? undefined : said || `código ${code}`),
    finish: async () => {
      child.stdin.end()
      await ended
      if (code !== 0) throw new Error(`the writers failed:\n${said}`)
    },
  }
}

export type Writers = ReturnType<typeof startWriters>
