import { meaningOf } from '../../../platform/form-fields.ts'
import type { SignalKind } from '../bundle.ts'
import { kindOfWord, kindWords } from '../words.text.ts'
import type { BundleFilter } from './list-filter.ts'

const states = {
  abertos: 'open',
  gerados: 'generated',
  disponibilizados: 'available',
  recebidos: 'received',
  retornados: 'returned',
  concluidos: 'concluded',
} as const satisfies { readonly [word: string]: BundleFilter['state'] }

const signals = {
  prioritario: 'priority',
  revisado: 'revised',
  comentado: 'commented',
} as const satisfies { readonly [word: string]: SignalKind }

/** The words of addresses for the states, in the order in which they are offered. */
export const stateWords = Object.entries(states).map(([word, state]) => ({ word, state }))
export const signalWords = Object.entries(signals).map(([word, kind]) => ({ word, kind }))

/** The filter that an address asks for; what is not understood is as if it were not there. */
export function readFilter(visit: { query(name: string): string }): BundleFilter {
  const page = Number(visit.query('pagina'))
  const group = visit.query('grupo')
  return {
    kind: kindOfWord(visit.query('tipo')) ?? 'signature',
    text: visit.query('palavra').trim().slice(0, 100),
    mine: visit.query('meus') === 'sim',
    groupId: /^\d{1,15}$/.test(group) ? group : undefined,
    generator: visit.query('geradora').trim().slice(0, 40),
    signal: meaningOf(signals, visit.query('sinal')),
    state: meaningOf(states, visit.query('estado')) ?? 'open',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** The query of an address for a filter, `?` included. */
export function filterQuery(filter: BundleFilter): string {
  const query = new URLSearchParams({ tipo: kindWords[filter.kind].word })
  const add = (name: string, value: string | undefined) => {
    if (value) query.set(name, value)
  }
  add('palavra', filter.text)
  add('meus', filter.mine ? 'sim' : undefined)
  add('grupo', filter.groupId)
  add('geradora', filter.generator)
  add('sinal', signalWords.find(({ kind }) => kind === filter.signal)?.word)
  add('estado', filter.state === 'open' ? undefined : stateWords.find(({ state }) => state === filter.state)?.word)
  add('pagina', filter.page > 1 ? String(filter.page) : undefined)
  return `?${query}`
}
