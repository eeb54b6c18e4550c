import { Worker } from 'node:worker_threads'
import type { OfficeFamily } from './office-text.ts'
import type { Reading, ReadingLimits } from './reading.ts'

/** What the worker is given to do. */
export type WorkerTask =
  | { readonly task: 'pdf'; readonly path: string }
  | { readonly task: 'office'; readonly path: string; readonly family: OfficeFamily }

/** What it sends back: pieces of text as they are found, then how it went. */
export type WorkerMessage =
  | { readonly piece: string }
  | { readonly end: { readonly truncated: boolean; readonly pages?: number } }

/** In the sources the worker is a neighbour written in TypeScript; in the built program, a neighbour in JavaScript. */
const workerUrl = new URL(`./text-extraction.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/** Reads a file in a thread of its own, which is ended when it takes too long or too much memory. Keeps what it sent. */
export function readInWorker(task: WorkerTask, { limitChars, deadline }: ReadingLimits): Promise<Reading> {
  const method = task.task === 'pdf' ? 'unpdf' : 'office'
  return new Promise((settle) => {
    const worker = new Worker(workerUrl, {
      workerData: { ...task, limitChars },
      resourceLimits: { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 },
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    const pieces: string[] = []
    const end = (result: Omit<Reading, 'text' | 'method'>) => {
      clearTimeout(timer)
      void worker.terminate()
      settle({ text: pieces.join(''), method, ...result })
    }
    const timer = setTimeout(end, Math.max(0, deadline - performance.now()), { truncated: true, trouble: 'too long' })
    worker.on('message', (message: WorkerMessage) => {
      if ('piece' in message) pieces.push(message.piece)
      else end(message.end)
    })
    worker.once('error', (error: Error) => end({ truncated: pieces.length > 0, trouble: error.message }))
    worker.once('exit', () => end({ truncated: pieces.length > 0, trouble: 'ended early' }))
  })
}
