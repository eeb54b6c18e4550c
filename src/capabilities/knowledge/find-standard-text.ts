import type { Database } from '../../platform/db/index.ts'
import type { RichText } from '../../rich-text/index.ts'
import { type StandardTextRow, selectText, selectTexts, selectTextsWithContent } from './knowledge.queries.ts'

/** A text that a unit keeps to begin documents with, variables and all. @term texto padrão */
export interface StandardText {
  readonly id: string
  readonly name: string
  readonly content: RichText
}

/** The standard texts of a unit by name, to choose from. At most 500. */
export async function standardTextsOf(db: Database, unitId: string): Promise<readonly StandardTextRow[]> {
  return selectTexts(db, unitId)
}

/** The standard texts of a unit with what they say. */
export async function standardTextsWithContent(db: Database, unitId: string): Promise<StandardText[]> {
  const rows = await selectTextsWithContent(db, unitId)
  return rows.map(asText)
}

/** One standard text of that unit; undefined when it is gone, or another unit's. */
export async function findStandardText(db: Database, unitId: string, id: string): Promise<StandardText | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined
  const row = await selectText(db, unitId, id)
  return row && asText(row)
}

/** It passed the schema when it was kept. */
function asText({ id, name, content }: { id: string; name: string; content: unknown }): StandardText {
  return { id, name, content: content as RichText }
}
