import { availableParallelism } from 'node:os'
import { cpuSoFar, proportionalMiB, residentMiB } from '../house/processes.ts'
import { documentsACase, type Kind, kinds, stepsACase, type Timed, wholeCase } from './month-of-work.ts'
import { samplesOf } from './samples.ts'
import type { Trial } from './trial.ts'

/** PRF, 2018: documents a month; 22 days of 8 hours. */
export const documentsAMonth = 500_000
const secondsAMonth = 22 * 8 * 3_600
const workers = 16

/** M1, M2 and E2: whole case files from beginning to end, as many as go, for so long. */
export const month: Trial = {
  name: 'mes',
  title: 'um mês da PRF, em tempo comprimido',
  async run({ hands, pids, seconds, say }) {
    const duration = seconds * 60
    const took = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]))
    let [steps, errors, n] = [0, 0, 0]
    let firstError = ''
    const timed: Timed = async (kind, work) => {
      const begun = performance.now()
      const value = await work()
      took.get(kind)?.push(performance.now() - begun)
      steps++
      return value
    }
    const begun = performance.now()
    const end = begun + duration * 1000
    const before = cpuSoFar(pids.application, pids.database)
    let [rssHalf, rssMost, pssMost] = [0, 0, 0]
    const watch = setInterval(() => {
      const now = residentMiB(pids.application)
      rssMost = Math.max(rssMost, now)
      pssMost = Math.max(pssMost, proportionalMiB(pids.application))
      if (rssHalf === 0 && performance.now() > begun + duration * 500) rssHalf = now
      const left = Math.max(0, Math.round((end - performance.now()) / 1000))
      say(`um mês da PRF: ${Math.round(documentsIn(steps))} documentos, ${errors} erros, faltam ${left} s`)
    }, 2_000)
    await Promise.all(
      Array.from({ length: workers }, async (_, worker) => {
        while (performance.now() < end) {
          try {
            await wholeCase(hands, worker, n++, timed, () => performance.now() > end)
          } catch (error) {
            errors++
            firstError ||= String(error).slice(0, 400)
          }
        }
      }),
    )
    clearInterval(watch)
    const documents = Math.round(documentsIn(steps))
    if (firstError) say(`um mês da PRF, primeiro erro: ${firstError}\n`)
    const elapsed = (performance.now() - begun) / 1000
    const after = cpuSoFar(pids.application, pids.database)
    const [lost] = await hands.db<{ lost: number }[]>`
      select count(*)::int as lost from documents.document d where d.created_at > now() - make_interval(secs => ${elapsed + 1})
         and not exists (select 1 from history.event e where e.document_id = d.id and e.case_file_id = d.case_file_id)`
    const monthSeconds = (elapsed * documentsAMonth) / Math.max(documents, 1)
    const cpuADocument =
      (after.application - before.application + after.database - before.database) / Math.max(documents, 1) / 1000
    return {
      m1Documents: documents,
      m1Errors: errors,
      m1Lost: lost?.lost ?? 0,
      m1Minutes: monthSeconds / 60,
      m1Factor: secondsAMonth / monthSeconds,
      m1Share: (100 * cpuADocument * documentsAMonth) / (secondsAMonth * availableParallelism()),
      m1CpuApplication: (after.application - before.application) / Math.max(documents, 1),
      m1CpuDatabase: (after.database - before.database) / Math.max(documents, 1),
      e2Pss: pssMost,
      e2Rss: rssMost,
      e2Growth: rssHalf > 0 ? (100 * (residentMiB(pids.application) - rssHalf)) / rssHalf : 0,
      m1Database: residentMiB(pids.database),
      ...Object.assign({}, ...kinds.map((kind) => samplesOf(`m1-${kind}`, took.get(kind) ?? []))),
    }
  },
}

/** What is half done when the time is over counts half. */
function documentsIn(steps: number): number {
  return (documentsACase * steps) / stepsACase
}
