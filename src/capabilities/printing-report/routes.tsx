import { keepResult } from '../../platform/act-results/index.ts'
import { type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { formatCount } from '../../ui/index.ts'
import { reaches, reachOfVisit } from '../organization/index.ts'
import { importLog } from './import-log.ts'
import { explainImport } from './report.text.ts'
import { showReport } from './report.view.tsx'

const largestBytes = 20 * 1024 ** 2
const keep = { permission: 'organization.manage' } as const

/** What an agency printed, for its administrators. */
export function printingReportRoutes(router: Router): void {
  router.page('/impressao', keep, async (visit) => ((await keepsAgency(visit)) ? showReport(visit, []) : notFound))
  router.act('/impressao/registros', { ...keep, uploadLimitBytes: largestBytes }, async (visit) => {
    if (!(await keepsAgency(visit))) return notFound
    const log = await logOf(visit)
    if (typeof log === 'string') return showReport(visit, [{ field: 'registro', message: log }])
    const outcome = await importLog(visit.db, visit.actor, log, visit.now)
    if (!outcome.done) {
      const [refusal] = outcome.refusals
      return showReport(visit, [{ field: 'registro', message: explainImport(refusal) }])
    }
    const { added, known, bad } = outcome.value
    const parts = [
      formatCount(added, 'impressão nova', 'impressões novas', 'nenhuma impressão nova'),
      ...(known > 0 ? [formatCount(known, 'já conhecida', 'já conhecidas')] : []),
      ...(bad > 0 ? [formatCount(bad, 'linha recusada', 'linhas recusadas')] : []),
    ]
    const item = { label: log.fileName.slice(0, 200), done: true, text: `Registro lido: ${parts.join(', ')}.` }
    return redirect(visit.href(`/impressao${await keepResult(visit, { title: 'Registro lido', items: [item] })}`))
  })
}

/** The report is of the whole agency: who administrates a part of it does not keep it. */
async function keepsAgency(visit: InnerVisit): Promise<boolean> {
  return reaches(await reachOfVisit(visit, keep.permission), visit.actor.agencyId)
}

/** The file that came, or what is wrong with it. */
async function logOf({ uploads, platform }: InnerVisit) {
  const upload = uploads.find(({ field }) => field === 'registro')
  if (upload?.problem === 'too-large') return 'O arquivo tem mais de 20 MB. Divida-o por dia ou por semana.'
  if (!upload?.stored || upload.stored.sizeBytes === 0) return 'Escolha o arquivo do registro.'
  const { sha256 } = upload.stored
  const stream = await platform.files.open(sha256)
  if (!stream) throw new Error(`the file ${sha256} that has just come is not in the store`)
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece as Uint8Array)
  return { fileName: upload.fileName, sha256, bytes: Buffer.concat(pieces) }
}
