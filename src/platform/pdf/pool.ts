import type { Log } from '../log/index.ts'
import type { Answers, Job } from './jobs.ts'
import { PdfError } from './pdf-error.ts'
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts'

export interface Pool {
  readonly run: <Kind extends Job['kind']>(
    job: Extract<Job, { kind: Kind }>,
    timeoutMs: number,
  ) => Promise<Answers[Kind]>
  readonly close: () => void
}

export interface PoolOptions {
  readonly workers: number
  readonly mostWaiting: number
  readonly workspace: () => string
  readonly log: Log
}

interface Task {
  readonly job: Job
  readonly timeoutMs: number
  readonly resolve: (answer: never) => void
  readonly reject: (error: unknown) => void
}

const SMALL_RESIDENT_BYTES = 200 * 1024 * 1024

/**
 * A few worker processes, started when there is work, and a queue with a limit. Documents go first and one process is
 * kept for them where there are two: who opens a despacho does not wait for somebody's case file of 2,000 pages.
 */
export function openPool({ workers, mostWaiting, workspace, log }: PoolOptions): Pool {
  const seats: { process: WorkerProcess | undefined; task: Task | undefined }[] = Array.from(
    { length: workers },
    () => ({
      process: undefined,
      task: undefined,
    }),
  )
  const waiting: Task[] = []
  const mostBundling = Math.max(1, workers - 1)
  let closed = false

  function takeTask(): Task | undefined {
    const document = waiting.findIndex(({ job }) => job.kind === 'document')
    const bundling = seats.filter(({ task }) => task !== undefined && task.job.kind !== 'document').length
    const index = document >= 0 ? document : bundling < mostBundling ? 0 : -1
    return index < 0 ? undefined : waiting.splice(index, 1)[0]
  }

  function dispatch(): void {
    for (const seat of seats.toSorted(
      (a, b) => Number(b.process?.usable() ?? false) - Number(a.process?.usable() ?? false),
    )) {
      if (seat.task || closed) continue
      const task = takeTask()
      if (!task) return
      seat.task = task
      void work(seat, task)
    }
  }

  async function work(seat: (typeof seats)[number], task: Task): Promise<void> {
    try {
      // The engine keeps the files of the parts that it probed: a large joining starts from a small process.
      if (task.job.kind === 'case' && (seat.process?.residentBytes() ?? 0) > SMALL_RESIDENT_BYTES) seat.process?.kill()
      if (!seat.process?.usable()) seat.process = startWorkerProcess(workspace(), log)
      task.resolve((await seat.process.run(task.job, task.timeoutMs)) as never)
    } catch (error) {
      task.reject(closed ? new PdfError('closed', 'The PDF engine was closed') : error)
    }
    seat.task = undefined
    dispatch()
  }

  return {
    run: (job, timeoutMs) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new PdfError('closed', 'The PDF engine is closed'))
        if (waiting.length >= mostWaiting)
          return reject(new PdfError('busy', `${waiting.length} PDFs are waiting already`))
        waiting.push({ job, timeoutMs, resolve, reject })
        dispatch()
      }),
    close: () => {
      closed = true
      for (const task of waiting.splice(0)) task.reject(new PdfError('closed', 'The PDF engine was closed'))
      for (const seat of seats) seat.process?.kill()
    },
  }
}
