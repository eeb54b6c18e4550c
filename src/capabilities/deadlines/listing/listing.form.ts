import { type LocalDate, parseLocalDate } from '../../../platform/calendar/index.ts'
import { meaningOf } from '../../../platform/form-fields.ts'
import type { DeadlinesFilter, ListedPlace, ListedState } from './deadlines-filter.ts'

export const stateNames: Readonly<Record<string, ListedState>> = {
  abertos: 'open',
  atrasados: 'late',
  concluidos: 'concluded',
  todos: 'all',
  'feriados-mudaram': 'recounted',
}

export const placeNames: Readonly<Record<string, ListedPlace>> = {
  'nesta-unidade': 'here',
  'ja-sairam': 'gone',
  todos: 'all',
}

/** Work to be done is in the unit; whoever asks for a day, for a word or for what was done means everything. */
function usualPlace({ day, text, state }: Pick<DeadlinesFilter, 'day' | 'text' | 'state'>): ListedPlace {
  return day || text || (state !== 'open' && state !== 'late') ? 'all' : 'here'
}

interface Query {
  query(name: string): string
}

/** The list that the address asks for. Whatever is not understood is left out, never refused. */
export function readDeadlinesFilter(visit: Query, today: LocalDate): DeadlinesFilter {
  const page = Number(visit.query('pagina'))
  const year = visit.query('ano')
  const day = parseLocalDate(visit.query('dia'))
  const state = meaningOf(stateNames, visit.query('situacao')) ?? (day ? 'all' : 'open')
  const text = visit.query('filtro').trim().slice(0, 100)
  return {
    state,
    place: meaningOf(placeNames, visit.query('onde')) ?? usualPlace({ day, text, state }),
    year: /^(19|20|21)\d\d$/.test(year) ? Number(year) : undefined,
    day,
    text,
    mine: visit.query('meus') === 'sim',
    month: readMonth(visit.query('mes')) ?? (day ?? today).slice(0, 7),
    page: Number.isInteger(page) && page > 0 && page <= 200 ? page : 1,
  }
}

/** 'YYYY-MM' of a month that exists. */
export function readMonth(text: string): string | undefined {
  return parseLocalDate(`${text}-01`) && text >= '1990-01' && text <= '2199-12' ? text : undefined
}

/** The address of a list, leaving out what is the usual. */
export function deadlinesQuery(filter: DeadlinesFilter, today: LocalDate): string {
  const query = new URLSearchParams()
  const usual: ListedState = filter.day ? 'all' : 'open'
  const state = Object.keys(stateNames).find((name) => stateNames[name] === filter.state)
  if (state && filter.state !== usual) query.set('situacao', state)
  const place = Object.keys(placeNames).find((name) => placeNames[name] === filter.place)
  if (place && filter.place !== usualPlace(filter)) query.set('onde', place)
  if (filter.year) query.set('ano', String(filter.year))
  if (filter.day) query.set('dia', filter.day)
  if (filter.text) query.set('filtro', filter.text)
  if (filter.mine) query.set('meus', 'sim')
  if (filter.month !== (filter.day ?? today).slice(0, 7)) query.set('mes', filter.month)
  if (filter.page > 1) query.set('pagina', String(filter.page))
  const text = query.toString()
  return text ? `?${text}` : ''
}
