import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type Comparison, compareContents } from '../../../rich-text/index.ts'
import type { Document } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { showNumber } from '../reading/show-number.ts'
import { keptText } from './add-version.ts'
import { selectVersion, selectVersions, type VersionContentRow, type VersionRow } from './versions.queries.ts'

export const versionsPerPage = 50

export interface VersionList {
  readonly document: Document
  readonly versions: readonly VersionRow[]
  readonly mayChange: boolean
}

/**
 * The versions of a document, for the unit that writes it: what was struck out before signing is nobody else's matter.
 * Undefined for all others, as if there were none.
 */
export async function listVersions(
  db: Database,
  actor: Actor,
  number: string,
  page: number,
  now: Date,
): Promise<VersionList | undefined> {
  const document = await findOwnText(db, actor, number, now)
  if (!document) return undefined
  const versions = await selectVersions(db, document.id, versionsPerPage, (page - 1) * versionsPerPage)
  const mayChange = refusalsOfAct('edit-content', 'include-document', document, actor.unitId).length === 0
  return { document, versions, mayChange }
}

export interface VersionToShow {
  readonly document: Document
  readonly version: VersionContentRow
  readonly mayChange: boolean
}

export async function findVersion(
  db: Database,
  actor: Actor,
  number: string,
  version: number,
  now: Date,
): Promise<VersionToShow | undefined> {
  const document = await findOwnText(db, actor, number, now)
  const row = document && isVersion(version) ? await selectVersion(db, document.id, version) : undefined
  if (!document || !row) return undefined
  const mayChange = refusalsOfAct('edit-content', 'include-document', document, actor.unitId).length === 0
  return { document, version: row, mayChange }
}

export interface ComparedVersions {
  readonly document: Document
  readonly older: VersionRow
  readonly newer: VersionRow
  readonly comparison: Comparison
}

/** Two versions, the older one first whatever the order asked for. */
export async function compareVersions(
  db: Database,
  actor: Actor,
  number: string,
  pair: readonly [number, number],
  now: Date,
): Promise<ComparedVersions | undefined> {
  const document = await findOwnText(db, actor, number, now)
  if (!document || !pair.every(isVersion)) return undefined
  const [older, newer] = await Promise.all([
    selectVersion(db, document.id, Math.min(...pair)),
    selectVersion(db, document.id, Math.max(...pair)),
  ])
  if (!older || !newer) return undefined
  const shown = ({ content }: VersionContentRow) => showNumber(keptText(content), document.typeNumber)
  return { document, older, newer, comparison: compareContents(shown(older), shown(newer)) }
}

async function findOwnText(db: Database, actor: Actor, number: string, now: Date): Promise<Document | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  const isOurText = document?.kind === 'authored' && document.isOurs && document.readRefusals.length === 0
  return isOurText ? document : undefined
}

/** Whether a text may have so many versions: what an address says may be any number. */
function isVersion(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number <= 1_000_000
}
