import type { Database } from '../../../platform/db/index.ts'
import { brazilian } from '../publishing/publication.text.ts'
import { type MarkRow, selectMarks } from './marks.queries.ts'

interface Mark {
  readonly label: string
  readonly tone: 'info' | 'success'
  readonly icon: 'gazette'
}

/** For the desk: in which case files something is on its way to publication, or published. */
export async function publicationMarks(
  db: Database,
  caseFileIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Mark[]>> {
  if (caseFileIds.length === 0) return new Map()
  const marks = (await selectMarks(db, caseFileIds, now)).map((row) => ({
    caseFileId: row.caseFileId,
    mark: markOf(row),
  }))
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
