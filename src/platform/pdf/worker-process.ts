import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Log } from '../log/index.ts'
import { projectRoot } from '../project-root.ts'
import type { Answers, Job, Reply, Request } from './jobs.ts'
import { PdfError } from './pdf-error.ts'

/** A worker process, one job at a time. */
export interface WorkerProcess {
  /** Rejects with `PdfError`. After `timeout` and `crashed` the process is gone. */
  readonly run: (job: Job, timeoutMs: number) => Promise<Answers[keyof Answers]>
  readonly usable: () => boolean
  /** The memory that it held after its last job. */
  readonly residentBytes: () => number
  readonly kill: () => void
}

/** Memory that the engine does not give back; the process is replaced between two jobs. */
const LARGEST_RESIDENT_BYTES = 400 * 1024 * 1024
const NOTHING_OF_OURS = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TMPDIR', 'TEMP']

export function startWorkerProcess(workspace: string, log: Log): WorkerProcess {
  const child = fork(workerFile(), [workspace], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // It reads files of strangers: no password of the database, no address, nothing of ours goes along.
    env: Object.fromEntries(NOTHING_OF_OURS.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const lastWords = keepLastWords(child)
  let usable = true
  let serial = 0
  let residentBytes = 0
  let fail: ((error: PdfError) => void) | undefined

  const gone = (why: string) => {
    usable = false
    if (!fail) return
    log.warn({ why, lastWords: lastWords() }, 'the PDF worker fell')
    fail(new PdfError('crashed', 'The PDF worker fell while it worked on this job'))
  }
  child.on('error', (error) => gone(error.message))
  child.on('exit', (code, signal) => gone(signal ?? `code ${code}`))

  const kill = () => {
    usable = false
    child.kill('SIGKILL')
  }

  const run: WorkerProcess['run'] = (job, timeoutMs) =>
    new Promise((resolve, reject) => {
      serial += 1
      const id = serial
      const settle = () => {
        clearTimeout(timer)
        child.off('message', hear)
        fail = undefined
      }
      const hear = (reply: Reply) => {
        if (reply.id !== id) return
        settle()
        residentBytes = reply.residentBytes
        if (residentBytes > LARGEST_RESIDENT_BYTES) kill()
        if (reply.ok) resolve(reply.answer)
        else reject(new PdfError('failed', reply.message))
      }
      fail = (error) => {
        settle()
        reject(error)
      }
      const timer = setTimeout(() => {
        fail?.(new PdfError('timeout', `The PDF was not ready after ${timeoutMs} ms`))
        kill()
      }, timeoutMs)
      child.on('message', hear)
      const request: Request = { id, job }
      child.send(request, (error) => error && gone(error.message))
    })

  return { run, usable: () => usable, residentBytes: () => residentBytes, kill }
}

/** Beside this file in the sources; the bundle of its own in a release. */
function workerFile(): string {
  return import.meta.url.endsWith('.ts')
    ? fileURLToPath(new URL('./pdf.worker.ts', import.meta.url))
    : join(projectRoot, 'dist', 'pdf.worker.js')
}

function keepLastWords(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-1500)
  })
  return () => words
}
