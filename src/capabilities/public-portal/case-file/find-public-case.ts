import type { Database } from '../../../platform/db/index.ts'
import { maskCpfs } from '../mask-cpfs.rules.ts'
import type { PublicSettings } from '../settings/public-settings.ts'
import { publicKinds, tellPublicly } from './movements.text.ts'
import {
  type ListedDocumentRow,
  type PublicCaseRow,
  selectPublicCase,
  selectPublicDocuments,
  selectPublicMovements,
} from './public-case.queries.ts'

export interface PublicMovement {
  readonly id: string
  readonly at: Date
  readonly unit: string | undefined
  readonly text: string
}

export interface PublicCase extends PublicCaseRow {
  readonly documents: Listed<ListedDocumentRow>
  readonly movements: Listed<PublicMovement>
}

/** One page of a list, and how many it has in all. */
export interface Listed<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
}

const documentsOfPage = 100
const movementsOfPage = 50

/** A case file as the public may see it, by the digits of its number; undefined where it is not there or not public. */
export async function findPublicCase(
  db: Database,
  settings: PublicSettings,
  digits: string,
  pages: { readonly documents: number; readonly movements: number },
): Promise<PublicCase | undefined> {
  if (!settings.open || !/^\d{5,30}$/.test(digits)) return undefined
  const row = await selectPublicCase(db, digits, settings)
  if (!row) return undefined
  const [documents, movements] = await Promise.all([
    selectPublicDocuments(db, row.id, settings, stretch(pages.documents, documentsOfPage)),
    selectPublicMovements(db, row.id, publicKinds, stretch(pages.movements, movementsOfPage)),
  ])
  const told = movements.rows.map(({ id, at, unit, kind, facts }) => ({
    id,
    at,
    unit: unit ?? undefined,
    text: tellPublicly(kind, facts),
  }))
  return {
    ...row,
    summary: maskCpfs(row.summary),
    parties: row.parties.map(maskCpfs),
    documents: listed(documents.rows, documents.total, pages.documents, documentsOfPage),
    movements: listed(told, movements.total, pages.movements, movementsOfPage),
  }
}

function stretch(page: number, size: number) {
  return { limit: size, offset: (page - 1) * size }
}

function listed<Row>(rows: readonly Row[], total: number, page: number, size: number): Listed<Row> {
  return { rows, total, page, pageCount: Math.max(1, Math.ceil(total / size)) }
}
