import { brazilian } from '../publishing/publication.text.ts'
import { type MarkRow, rowsForDesk } from './marks.queries.ts'

interface Mark {
  readonly label: string
  readonly tone: 'info' | 'success'
  readonly icon: 'gazette'
}

/** For the desk: in which case files something is on its way to publication, or published. */
export const publicationMarks = { rows: rowsForDesk, told: publicationMarksOf } as const

function publicationMarksOf(rows: readonly MarkRow[]): ReadonlyMap<string, readonly Mark[]> {
  const marks = rows.map((row) => ({ caseFileId: row.caseFileId, mark: markOf(row) }))
  const grouped = Map.groupBy(marks, ({ caseFileId }) => caseFileId)
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ mark }) => mark)]))
}

function markOf({ state, on, count }: MarkRow): Mark {
  const day = on === null ? '' : brazilian(on)
  if (state === 'published') {
    const label = count === 1 ? `Publicado em ${day}` : `${count} documentos publicados, o último em ${day}`
    return { label, tone: 'success', icon: 'gazette' }
  }
  const label = state === 'scheduled' ? `Publicação agendada para ${day}` : 'A caminho de diário externo'
  return { label, tone: 'info', icon: 'gazette' }
}
