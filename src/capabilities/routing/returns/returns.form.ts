import type { LocalDate } from '../../../platform/calendar/index.ts'
import { readMonth } from '../../deadlines/index.ts'
import type { ReturnsFilter } from './returns-filter.ts'

interface Query {
  query(name: string): string
}

/** The list that the address asks for. Whatever is not understood is left out, never refused. */
export function readReturnsFilter(visit: Query, today: LocalDate): ReturnsFilter {
  const page = Number(visit.query('pagina'))
  const year = visit.query('ano')
  return {
    all: visit.query('situacao') === 'todos',
    late: visit.query('situacao') === 'atrasados',
    year: /^(19|20|21)\d\d$/.test(year) ? Number(year) : undefined,
    month: readMonth(visit.query('mes')) ?? today.slice(0, 7),
    page: Number.isInteger(page) && page > 0 && page <= 100 ? page : 1,
  }
}

/** The address of a list, leaving out what is the usual. */
export function returnsQuery({ all, late, year, month, page }: ReturnsFilter, today: LocalDate): string {
  const query = new URLSearchParams()
  if (all || late) query.set('situacao', all ? 'todos' : 'atrasados')
  if (year) query.set('ano', String(year))
  if (month !== today.slice(0, 7)) query.set('mes', month)
  if (page > 1) query.set('pagina', String(page))
  const text = query.toString()
  return text ? `?${text}` : ''
}
