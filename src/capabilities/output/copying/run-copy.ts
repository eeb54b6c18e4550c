import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome } from '../../../platform/outcome.ts'
import { PdfError } from '../../../platform/pdf/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { noteOpened } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { copyName } from '../file-names.rules.ts'
import { generatedFiles, generatedFolder } from '../generated-files.ts'
import { enqueueCopy } from './ask-copy.ts'
import { type CopyFailure, explainFailure } from './copy-failure.text.ts'
import { beat, type ClaimedRow, claim, fail, finish, giveBack, isQueued, type Run } from './copy-job.queries.ts'
import { type GatheredCopy, gatherCopy } from './gather-copy.ts'
import { writeCasePdf } from './write-case-pdf.ts'
import { writeCaseZip } from './write-case-zip.ts'

/** Without a sign of life for so long, the worker is taken for dead. */
export const staleMs = 2 * 60_000
const beatEveryMs = 20_000
/** A copy is heavy work: so many in the whole house at once, and never on all the hands of a node. */
const mostAtOnce = 2
const tryAgainMs = 5_000
const mostAttempts = 3

/** What a run of the job says of its progress. Throws `TakenOver` where another run has the copy. */
export interface Progress {
  /** One document more. */
  step(): Promise<void>
}

/** What a writer answers: the file and what is in it. */
export interface WrittenCopy {
  readonly sha256: string
  readonly sizeBytes: number
  readonly included: ReadonlySet<string>
}

/** Another run has the copy: this one stops without a trace. */
class TakenOver extends Error {}

/**
 * Makes the copy that the payload names. It may run twice, or be cut off anywhere: each run takes the copy with a token
 * of its own, writes its file aside, and only who still has the token makes it the copy.
 */
export async function runCopy(platform: Platform, payload: unknown): Promise<void> {
  const id = String((payload as { exportId?: unknown } | null)?.exportId ?? '')
  if (!/^\d{1,15}$/.test(id)) return
  const { db, log } = platform
  const run = { id, token: platform.randomness.token() }
  const now = platform.clock()
  const atOnce = Math.max(1, Math.min(mostAtOnce, platform.config.jobConcurrency - 1))
  const claimed = await claim(db, run, { now, staleBefore: new Date(now.getTime() - staleMs), atOnce })
  if (!claimed) {
    if (await isQueued(db, id)) await enqueueCopy(db, id, new Date(now.getTime() + tryAgainMs))
    return
  }
  if (claimed.attempts > mostAttempts) return fail(db, run, explainFailure('unexpected'), now)
  const heart = setInterval(() => void beat(db, run, undefined, platform.clock()).catch(() => undefined), beatEveryMs)
  try {
    const outcome = await makeCopy(platform, run, claimed)
    if (!outcome.done) await fail(db, run, explainFailure(outcome.refusals[0]), platform.clock())
  } catch (error) {
    if (error instanceof TakenOver) return
    log.error({ err: error, export: id, attempt: claimed.attempts }, 'a copy of a case file was not made')
    const lastTry = claimed.attempts >= mostAttempts
    const failure: CopyFailure = error instanceof PdfError ? 'engine' : 'unexpected'
    if (lastTry) return await fail(db, run, explainFailure(failure), platform.clock())
    await giveBack(db, run)
    throw error
  } finally {
    clearInterval(heart)
  }
}

async function makeCopy(platform: Platform, run: Run, claimed: ClaimedRow): Promise<Outcome<true, CopyFailure>> {
  const gathered = await gatherCopy(platform.db, claimed, platform.clock())
  if (!gathered.done) return gathered
  await generatedFiles(platform)
  const workspace = await mkdtemp(join(generatedFolder(platform), 'montagem-'))
  try {
    const write = claimed.kind === 'pdf' ? writeCasePdf : writeCaseZip
    const written = await write(platform, gathered.value, {
      workspace,
      progress: progressOf(platform, run),
      madeAt: platform.clock(),
    })
    if (!written.done) return written
    await handOver(platform, run, claimed, gathered.value, written.value)
    return done(true)
  } finally {
    await rm(workspace, { recursive: true, force: true })
  }
}

/** Whoever gets a copy has opened what is in it (DOC-071); of what is not public, the history tells (DOC-094). */
async function handOver(
  platform: Platform,
  run: Run,
  { kind }: ClaimedRow,
  { actor, caseFile, items }: GatheredCopy,
  written: WrittenCopy,
): Promise<void> {
  const now = platform.clock()
  const included = items.filter(({ document }) => written.included.has(document.id))
  for (const { document } of included) await noteOpened(platform.db, actor, document, now)
  await inTransaction(platform.db, async (trx) => {
    const made = {
      sha256: written.sha256,
      sizeBytes: written.sizeBytes,
      fileName: copyName(caseFile.number, kind),
      includedIds: included.map(({ document }) => document.id),
      omittedCount: items.length - included.length,
    }
    if (!(await finish(trx, run, made, now)) || caseFile.effectiveLevel === 'public') return
    const format = kind === 'pdf' ? 'PDF' : 'ZIP'
    const event = { kind: 'case-exported', format, documents: included.length } as const
    await record(trx, actor, now, [{ caseFileId: caseFile.id, event }])
  })
}

/** Written every few documents, or every second: enough to see it move. */
function progressOf({ db, clock }: Platform, run: Run): Progress {
  let count = 0
  let written = { count: 0, at: 0 }
  return {
    step: async () => {
      count += 1
      const now = clock()
      if (count - written.count < 10 && now.getTime() - written.at < 1000) return
      written = { count, at: now.getTime() }
      if (!(await beat(db, run, count, now))) throw new TakenOver()
    },
  }
}
