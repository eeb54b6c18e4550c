import { todayIn } from '../../../platform/calendar/index.ts'
import { csvOf } from '../../../platform/csv/index.ts'
import { bytes, html, type InnerVisit, type Router } from '../../../platform/http/index.ts'
import { formatDateTime } from '../../../ui/index.ts'
import { reachOfVisit } from '../../organization/index.ts'
import { resourceName } from '../resources.text.ts'
import { mayKeepRules } from '../rules/keep-rules.ts'
import { findTrail, trailPageSize } from './find-trail.ts'
import { TrailPage } from './trail.page.tsx'
import { readTrailFilter } from './trail-filter.form.ts'

const audit = { permission: 'history.audit' } as const
const mostInFile = 5_000

/** The trail, for who audits. */
export function lookingRoutes(router: Router): void {
  router.page('/auditoria', audit, async (visit) => {
    const filter = readTrailFilter(visit.query, todayIn(visit.now))
    const [found, mayKeep] = await Promise.all([
      trailOfVisit(visit, filter, trailPageSize),
      mayKeepRules(visit.db, visit.actor, visit.now),
    ])
    return html(<TrailPage page={visit.page} href={visit.href} filter={filter} mayKeep={mayKeep} {...found} />)
  })
  router.page('/auditoria/planilha', audit, async (visit) => {
    const filter = readTrailFilter(visit.query, todayIn(visit.now))
    const { lines } = await trailOfVisit(visit, filter, mostInFile)
    const header = ['Quando', 'Login', 'Pessoa', 'Substituindo', 'Unidade', 'O quê', 'Processo', 'Documento']
    const rows = lines.map((line) => [
      formatDateTime(line.at),
      line.login ?? '',
      line.person ?? '',
      line.substituting,
      line.unit ?? '',
      resourceName(line.resource),
      line.caseNumber ?? (line.caseFileId ? 'acesso reservado' : ''),
      line.caseNumber ? (line.documentNumber ?? '') : '',
      line.operation,
      line.ip,
      line.userAgent,
      line.server,
    ])
    return bytes(csvOf([...header, 'Pedido', 'IP', 'Navegador', 'Servidor'], rows), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="auditoria.csv"',
    })
  })
}

async function trailOfVisit(visit: InnerVisit, filter: ReturnType<typeof readTrailFilter>, most: number) {
  const reach = await reachOfVisit(visit, 'history.audit')
  return findTrail(visit.db, visit.actor, reach, filter, most, visit.now)
}
