// Runs in a worker thread: what it does blocks, and hostile files may exhaust its memory without harm to the program.
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerMessage, WorkerTask } from './in-worker.ts'
import { readOffice } from './office-text.ts'
import { readPdfPages } from './pdf-pages.ts'

const task: WorkerTask & { limitChars: number } = workerData

if (task.task === 'pdf') send({ end: await readPdfPages(task.path, task.limitChars, (piece) => send({ piece })) })
else {
  const { text, truncated } = readOffice(task.path, task.family, task.limitChars)
  send({ piece: text })
  send({ end: { truncated } })
}

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}
