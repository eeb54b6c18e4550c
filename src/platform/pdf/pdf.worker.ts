import { writeFileSync } from 'node:fs'
import { renderDocument } from './document.ts'
import type { Answers, Job, Reply, Request } from './jobs.ts'
import { probePart } from './probe-part.ts'
import { openTypst } from './typst.ts'

/**
 * The process that makes the pages. It is a process and not a thread: a damaged PDF can bring down the engine with all
 * that shares its memory (proved in `case.test.ts`), and native code that does not end can only be killed.
 */
const JOBS_BETWEEN_EVICTIONS = 25

const workspace = process.argv[2]
if (workspace === undefined) throw new Error('The worker is started with the folder of its workspace')
const typst = openTypst(workspace)
let jobs = 0

process.on('disconnect', () => process.exit())
process.on('message', (request: Request) => {
  const reply = answer(request)
  process.send?.(reply)
  jobs += 1
  if (request.job.kind === 'case' || jobs % JOBS_BETWEEN_EVICTIONS === 0) typst.forget()
})

function answer({ id, job }: Request): Reply {
  try {
    return { id, ok: true, answer: work(job), residentBytes: process.memoryUsage.rss() }
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { id, ok: false, message, residentBytes: process.memoryUsage.rss() }
  }
}

function work(job: Job): Answers[keyof Answers] {
  switch (job.kind) {
    case 'document':
      return renderDocument(typst, job.input)
    case 'probe':
      return probePart(typst, job)
    case 'case': {
      const { bytes, pages } = typst.pdf({
        main: { template: 'case.typ' },
        files: { '/data.json': JSON.stringify(job.data) },
        createdAt: job.createdAt,
        standard: '1.7',
      })
      writeFileSync(job.output, bytes)
      return { folios: pages, sizeBytes: bytes.byteLength }
    }
  }
}
