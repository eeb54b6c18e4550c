import { bodyClasses, demandStates } from './demand.ts'
import type { DemandsFilter } from './demands-filter.ts'

/** What the address of the list asks for. What it does not know is as if it were not there. */
export function readFilter(query: (name: string) => string): DemandsFilter {
  const page = /^[1-9]\d{0,3}$/.test(query('pagina')) ? Number(query('pagina')) : 1
  const state = query('situacao')
  return {
    side: query('lado') === 'consultas' ? 'asked' : 'ours',
    state: state === 'todas' ? 'all' : (demandStates.find((one) => one === state) ?? 'open'),
    bodyClass: bodyClasses.find((one) => one === query('classe')),
    text: query('q').trim().slice(0, 100),
    page,
  }
}

/** The address that asks for it again. */
export function filterQuery({ side, state, bodyClass, text, page }: DemandsFilter): string {
  const query = new URLSearchParams()
  if (side === 'asked') query.set('lado', 'consultas')
  if (state !== 'open') query.set('situacao', state === 'all' ? 'todas' : state)
  if (bodyClass) query.set('classe', bodyClass)
  if (text) query.set('q', text)
  if (page > 1) query.set('pagina', String(page))
  return query.size > 0 ? `?${query}` : ''
}
