import { type FieldProblem, type FormFields, fieldList, fieldText } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { FavouritesAsked } from './favourites.queries.ts'

export function readGroup(fields: FormFields): { groupName: string; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const groupName = form.line('grupo', { label: 'o nome do grupo', most: 60 })
  return { groupName, problems: form.problems }
}

/** What to do with the chosen favourites. */
export function readFavouritesBatch(fields: FormFields): {
  ids: readonly string[]
  removing: boolean
  groupName: string
  problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const ids = [...new Set(fieldList(fields, 'favorito').filter((id) => /^\d{1,18}$/.test(id)))].slice(0, 50)
  const groupName = form.line('mudar_grupo', { label: 'o nome do grupo', most: 60 })
  if (ids.length === 0) form.note('favorito', 'Marque na lista o que quer mudar ou retirar.')
  return { ids, removing: fieldText(fields, 'acao') === 'retirar', groupName, problems: form.problems }
}

export function readFavouritesAsked(visit: { query(name: string): string }): FavouritesAsked {
  const clean = (name: string, most: number) =>
    visit
      .query(name)
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, most)
  const page = Math.min(1000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
  return { text: clean('q', 100), group: clean('grupo', 60) || undefined, page }
}

/** The address of the list, leaving out what is the usual. */
export function favouritesQuery({ text, group, page }: FavouritesAsked): string {
  const query = new URLSearchParams()
  if (text) query.set('q', text)
  if (group) query.set('grupo', group)
  if (page > 1) query.set('pagina', String(page))
  return query.size > 0 ? `?${query}` : ''
}
