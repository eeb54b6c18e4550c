import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What a program wrote, and how it ended; `too-much` and `too-long` ended it by force. */
export type ToolRun = {
  readonly output: Buffer
  readonly end: 'finished' | 'failed' | 'too-much' | 'too-long' | 'absent'
}

export interface ToolBounds {
  readonly deadline: number
  readonly limitBytes: number
  /** Ends it early, as if its time were over. */
  readonly signal?: AbortSignal
}

/**
 * Runs a program of the machine on a hostile file: no shell, nothing of our environment but what it needs to start, and
 * a bound on its time, its output and, on Linux, its memory.
 */
export function runTool(
  tool: string,
  args: readonly string[],
  { deadline, limitBytes, signal }: ToolBounds,
): Promise<ToolRun> {
  const timeLeftMs = Math.ceil(deadline - performance.now())
  if (timeLeftMs <= 0 || signal?.aborted) return Promise.resolve({ output: Buffer.alloc(0), end: 'too-long' })
  const [command = tool, ...bounds] = boundedCommand(tool, timeLeftMs)

  return new Promise((settle) => {
    const child = spawn(command, [...bounds, ...args], { stdio: ['ignore', 'pipe', 'ignore'], env: smallEnvironment() })
    const pieces: Buffer[] = []
    let size = 0
    let forced: 'too-much' | 'too-long' | undefined
    const stop = (reason: 'too-much' | 'too-long') => {
      forced ??= reason
      child.kill('SIGKILL')
      // Whoever the program may have started must not keep us waiting by holding on to its output.
      child.stdout.destroy()
    }
    const timer = setTimeout(stop, timeLeftMs, 'too-long')
    child.stdout.on('data', (piece: Buffer) => {
      if (size < limitBytes) pieces.push(piece.subarray(0, limitBytes - size))
      size += piece.length
      if (size > limitBytes) stop('too-much')
    })
    const interrupted = () => stop('too-long')
    signal?.addEventListener('abort', interrupted, { once: true })
    const end = (how: ToolRun['end']) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', interrupted)
      settle({ output: Buffer.concat(pieces), end: how })
    }
    child.once('error', () => end('absent'))
    child.once('close', (code) => end(forced ?? (code === 0 ? 'finished' : code === notFound ? 'absent' : 'failed')))
  })
}

/** What `prlimit` ends with when there is no such program to run. */
const notFound = 127

const prlimit = ['/usr/bin/prlimit', '/bin/prlimit'].find((path) => existsSync(path))

/** A page may ask for a picture of a million by a million points: two gigabytes are enough for any honest one. */
function boundedCommand(tool: string, timeLeftMs: number): readonly string[] {
  if (!prlimit) return [tool]
  // The limit of processor time also ends a program whose parent was killed before it could end it.
  return [prlimit, '--as=2147483648', '--core=0', `--cpu=${Math.ceil(timeLeftMs / 1000) + 1}`, tool]
}

function smallEnvironment(): Record<string, string> {
  const kept = ['PATH', 'LD_LIBRARY_PATH', 'TESSDATA_PREFIX', 'TMPDIR', 'TEMP', 'SystemRoot']
  const values = kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  // Tesseract's threads get in each other's way: one is three times as fast as four.
  return { ...Object.fromEntries(values), OMP_THREAD_LIMIT: '1', LC_ALL: 'C.UTF-8' }
}
