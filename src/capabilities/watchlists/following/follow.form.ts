import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { EntriesAsked } from './entries.queries.ts'
import type { EntryChange } from './follow.ts'

export interface FollowTyped {
  readonly watchlistIds: readonly string[]
  readonly newList: string
  readonly observation: string
}

export const nothingTyped: FollowTyped = { watchlistIds: [], newList: '', observation: '' }

export function readFollow(fields: FormFields): { typed: FollowTyped; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const typed = {
    watchlistIds: idsOf(fieldList(fields, 'grupos')),
    newList: form.line('novo_grupo', { label: 'o nome do grupo', most: 60 }),
    observation: form.text('observacao', { label: 'a observação', most: 500 }),
  }
  return { typed, problems: form.problems }
}

/** What to do with the chosen entries of the list. */
export function readBatch(fields: FormFields): {
  ids: readonly string[]
  removing: boolean
  change: EntryChange
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const group = fieldText(fields, 'mudar_grupo')
  const observation = form.text('mudar_observacao', { label: 'a observação', most: 500 })
  const ids = idsOf(fieldList(fields, 'entrada')).slice(0, 50)
  const removing = fieldText(fields, 'acao') === 'excluir'
  const change = {
    ...(group === 'nenhum' ? { watchlistId: null } : /^\d{1,18}$/.test(group) ? { watchlistId: group } : {}),
    ...(observation ? { observation } : {}),
  }
  if (ids.length === 0) form.note('entrada', 'Marque na lista o que quer alterar ou excluir.')
  else if (!removing && Object.keys(change).length === 0)
    form.note('mudar_grupo', 'Escolha outro grupo ou escreva outra observação.')
  return { ids, removing, change, problems: form.problems }
}

export function readAsked(visit: { query(name: string): string }): EntriesAsked {
  const group = visit.query('grupo')
  return {
    text: visit
      .query('q')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 100),
    watchlist: group === 'nenhum' ? 'none' : /^\d{1,18}$/.test(group) ? group : undefined,
    newsOnly: visit.query('so') === 'novidades',
    page: Math.min(1000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1)),
  }
}

/** The address of the list, leaving out what is the usual. */
export function askedQuery({ text, watchlist, newsOnly, page }: EntriesAsked): string {
  const query = new URLSearchParams()
  if (text) query.set('q', text)
  if (watchlist) query.set('grupo', watchlist === 'none' ? 'nenhum' : watchlist)
  if (newsOnly) query.set('so', 'novidades')
  if (page > 1) query.set('pagina', String(page))
  return query.size > 0 ? `?${query}` : ''
}

function idsOf(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => /^\d{1,18}$/.test(value)))]
}
