import { Worker } from 'node:worker_threads'

/** A picture in a file, or a page of a PDF. A thread is asked about the pages of one PDF only. */
export type PageQuestion = { readonly path: string } | { readonly path: string; readonly page: number }
export type PageAnswer = { readonly text: string } | { readonly trouble: string }

/** Asks a thread that reads pictures, one after the other. */
export interface RecognitionThread {
  /** Answers always, in time: a page that takes too long, or the whole memory, is trouble, and the next gets a new thread. */
  ask(question: PageQuestion, patienceMs: number): Promise<PageAnswer>
  close(): Promise<void>
}

/** In the sources the worker is a neighbour written in TypeScript; in the built program, a neighbour in JavaScript. */
const workerUrl = new URL(`./recognition.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/** Nothing is started before the first question. */
export function openRecognitionThread(): RecognitionThread {
  let worker: Worker | undefined
  const end = async () => {
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  return {
    ask: (question, patienceMs) =>
      new Promise((settle) => {
        worker ??= startWorker()
        const asked = worker
        const answer = (given: PageAnswer, isLost: boolean) => {
          clearTimeout(timer)
          asked.off('message', heard).off('error', failed).off('exit', ended)
          if (isLost) void end()
          settle(given)
        }
        const heard = (given: PageAnswer) => answer(given, false)
        const failed = (error: Error) => answer({ trouble: error.message }, true)
        const ended = () => answer({ trouble: 'ended early' }, true)
        const timer = setTimeout(() => answer({ trouble: 'too long' }, true), Math.max(0, patienceMs))
        asked.on('message', heard).on('error', failed).on('exit', ended)
        asked.postMessage(question)
      }),
    close: end,
  }
}

function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 }
  const worker = new Worker(workerUrl, { resourceLimits, env: {}, execArgv: [], stdout: true, stderr: true })
  // Between two questions nobody else listens, and an error that nobody hears would end the program.
  worker.on('error', () => undefined)
  return worker
}
