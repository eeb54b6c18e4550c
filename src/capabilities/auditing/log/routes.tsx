import { addDays, type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { mayKeepRules } from '../rules/keep-rules.ts'
import { findLog, type LogFilter } from './find-log.ts'
import { LogPage } from './log.page.tsx'
import { logLevels } from './log-line.ts'

const audit = { permission: 'history.audit' } as const

/** What the program said of itself (AUD-012): for who audits and operates the whole installation. */
export function logRoutes(router: Router): void {
  router.page('/auditoria/log', audit, async (visit) => {
    if (!(await mayKeepRules(visit.db, visit.actor, visit.now))) return notFound
    const filter = readFilter(visit)
    const found = await findLog(visit.db, filter)
    const { page, href } = visit
    return html(<LogPage {...{ page, href, filter }} {...found} />)
  })
}

/** From an address, which anybody may have written: what cannot be read asks for nothing. */
function readFilter({ query, now }: InnerVisit): LogFilter {
  const today = todayIn(now)
  const line = (name: string, most: number) =>
    query(name)
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, most)
  const level = query('tipo')
  return {
    level: logLevels.some((one) => one === level) ? level : '',
    words: line('texto', 100),
    server: line('servidor', 100),
    login: line('usuario', 100).toLowerCase(),
    unit: line('unidade-sigla', 60),
    ip: line('ip', 60),
    from: dayOf(query('de'), addDays(today, -7)),
    until: dayOf(query('ate'), today),
    after: /^[1-9]\d{0,17}$/.test(query('depois')) ? query('depois') : undefined,
  }
}

function dayOf(value: string, otherwise: LocalDate): LocalDate {
  const isDay =
    /^2\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) &&
    new Date(`${value}T00:00:00Z`).getUTCDate() === Number(value.slice(8))
  return isDay ? (value as LocalDate) : otherwise
}
