import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import {
  canonicalJson,
  fillVariables,
  parseContent,
  type RichText,
  sameLockedSections,
  variablesIn,
} from '../../../rich-text/index.ts'
import type { Document } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { selectNumbering } from '../drafting/numbering.queries.ts'
import { gatherVariableSources, variableValues } from '../drafting/variable-facts.ts'
import { findDocument } from '../find-document.ts'
import { keptText } from '../versions/add-version.ts'
import { replaceText } from '../versions/replace-text.ts'
import { deleteDraft, selectVersion } from '../versions/versions.queries.ts'
import { claimImages } from './images.queries.ts'
import { imagesOf } from './images.rules.ts'
import { otherHolder } from './pen-holder.ts'
import { conflictWith, type SaveRefusal } from './save-refusal.text.ts'

export interface SaveRequest {
  /** The nº SEI. */
  readonly number: string
  /** Untrusted: what the editor wrote. */
  readonly content: unknown
  /** The version that the text grew from. */
  readonly baseVersion: number
}

export interface Saved {
  readonly version: number
  readonly savedAt: Date
}

/**
 * Saves a text as a new version of a document: only over the version it grew from, with the locked sections untouched,
 * and with known variables filled in. Signatures of the text before lose their effect (DOC-070). The same text again
 * makes no version. Undefined when there is no such document for this actor.
 */
export async function saveVersion(
  db: Database,
  actor: Actor,
  request: SaveRequest,
  now: Date,
): Promise<Outcome<Saved, SaveRefusal> | undefined> {
  const parsed = parseContent(request.content)
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    if (!document || !isOpenForWriting(document)) return undefined
    if (!parsed.ok) return refuse({ kind: 'content', problem: parsed.problem })
    const [base, holder] = await Promise.all([
      selectVersion(trx, document.id, document.version),
      otherHolder(trx, actor, document.id, now),
    ])
    if (!base) throw new Error(`document ${document.number} has no version ${document.version}`)
    const current = keptText(base.content)
    const refusals: SaveRefusal[] = [
      ...refusalsOfAct('edit-content', 'include-document', document, actor.unitId).map(
        (why) => ({ kind: 'act', why }) as const,
      ),
      ...(holder ? [{ kind: 'held', ...holder } as const] : []),
      ...(request.baseVersion === document.version ? [] : [conflictWith(base)]),
      ...lockedSections(current, parsed.content),
      ...(await unknownImages(trx, actor, document, parsed.content)),
    ]
    const refusal = refused(refusals)
    if (refusal) return refusal
    const content = await withVariables(trx, document, parsed.content)
    if (canonicalJson(content) === canonicalJson(current)) {
      await deleteDraft(trx, document.id, actor.userId)
      return done({ version: document.version, savedAt: base.savedAt })
    }
    const { version } = await replaceText(trx, actor, document, { content }, now)
    return done({ version, savedAt: now })
  })
}

/** Authored in the editor, and its text may be read here: of anything else the editor says nothing, not even why. */
export function isOpenForWriting(document: Document): boolean {
  return document.kind === 'authored' && document.formVersionId === null && document.readRefusals.length === 0
}

function lockedSections(current: RichText, next: RichText): SaveRefusal[] {
  const difference = sameLockedSections(current, next)
  return difference ? [{ kind: 'locked-section', difference }] : []
}

async function unknownImages(
  db: Database,
  actor: Actor,
  document: Document,
  content: RichText,
): Promise<SaveRefusal[]> {
  const wanted = imagesOf(content)
  if (wanted.length === 0) return []
  const known = await claimImages(db, document.id, wanted, actor)
  return wanted.every((sha256) => known.includes(sha256)) ? [] : [{ kind: 'unknown-image' }]
}

/** Variables that were typed or came with a standard text become what they stand for. */
async function withVariables(db: Database, document: Document, content: RichText): Promise<RichText> {
  if (variablesIn(content).length === 0) return content
  const [sources, numbering] = await Promise.all([
    gatherVariableSources(db, document.unitId, document.caseFile.id),
    selectNumbering(db, document.typeId),
  ])
  return fillVariables(
    content,
    variableValues(sources, document.caseFile, { ...document, numbering: numbering.numbering }),
  ).content
}
