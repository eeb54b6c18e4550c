import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { impliedDocuments } from './implied-documents.rules.ts'
import { insertPublication } from './published.queries.ts'
import type { PublishedFigures } from './published-figures.ts'

/** Loads figures that another installation published, to be compared with. They are never changed; a name is used once. */
export async function loadPublished(
  db: Database,
  figures: PublishedFigures,
  by: string | undefined,
  now: Date,
): Promise<Outcome<{ readonly id: string }, 'name-taken'>> {
  const { name, source, houses } = figures
  const agencies = figures.agencies.map((agency) => ({ ...agency, impliedDocuments: impliedDocuments(agency) }))
  const rows = houses.map((house, position) => ({ ...house, position }))
  const id = await insertPublication(db, { name, source, agencies, houses: rows }, by, now)
  return id === undefined ? refuse('name-taken') : done({ id })
}
