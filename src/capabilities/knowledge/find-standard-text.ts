import type { Database } from '../../platform/db/index.ts'
import type { RichText } from '../../rich-text/index.ts'
import {
  type BeginningRow,
  selectBeginnings,
  selectDistributedText,
  selectText,
  selectTextNames,
  selectTextsWithContent,
} from './knowledge.queries.ts'

/** A text that a unit keeps to begin documents with, variables and all. @term texto padrão */
export interface StandardText {
  readonly id: string
  readonly name: string
  readonly content: RichText
}

/** What a document of the type may begin with in a unit: its groups first, then its texts, then the institution's. */
export async function beginningsFor(
  db: Database,
  unitId: string,
  documentTypeId: string,
): Promise<readonly BeginningRow[]> {
  return selectBeginnings(db, unitId, documentTypeId)
}

/** A text of the institution as it is distributed to a unit now. */
export interface DistributedText {
  readonly kind: 'text' | 'model'
  readonly content: RichText
  /** The document that a model was taken from, for its images. */
  readonly documentId: string | undefined
}

/** Undefined when it is not distributed to the unit, or not any more. */
export async function findDistributedText(
  db: Database,
  unitId: string,
  id: string,
): Promise<DistributedText | undefined> {
  const row = /^[1-9]\d{0,17}$/.test(id) ? await selectDistributedText(db, unitId, id) : undefined
  return row && { kind: row.kind, content: row.content as RichText, documentId: row.documentId ?? undefined }
}

/** The texts of a unit, its own and those distributed to it, with what they say. */
export async function standardTextsWithContent(db: Database, unitId: string): Promise<StandardText[]> {
  const rows = await selectTextsWithContent(db, unitId)
  return rows.map(asText)
}

/** The names of a unit's own texts. */
export async function standardTextsOf(db: Database, unitId: string): Promise<{ id: string; name: string }[]> {
  return selectTextNames(db, unitId)
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
