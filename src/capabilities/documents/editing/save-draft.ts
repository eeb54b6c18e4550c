import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { canonicalJson, parseContent } from '../../../rich-text/index.ts'
import type { Document } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { selectVersion } from '../versions/versions.queries.ts'
import {
  type DraftToKeep,
  deleteUndoneDraft,
  type KeptRow,
  upsertDraft,
  upsertDraftIfAllowed,
} from './editing.queries.ts'
import { aliveSince, otherHolder } from './pen-holder.ts'
import { conflictWith, type SaveRefusal } from './save-refusal.text.ts'
import { isOpenForWriting, type Saved, type SaveRequest } from './save-version.ts'

export interface SaveDraftRequest extends SaveRequest {
  /** Which open page sends it, and its how-manieth sending this is: one that comes late changes nothing. */
  readonly session: string
  readonly sequence: number
}

/** `sameAsVersion`: what was typed is the text of the version again, whose number it bears; no draft waits. */
export interface SavedDraft extends Saved {
  readonly sameAsVersion?: true
  readonly number?: number
}

/**
 * Keeps what is being typed, which is not yet a version (DOC-027). One statement where all is well; where it is not, or
 * where the matter is confidential, the gate is passed and the reasons are gathered.
 */
export async function saveDraft(
  db: Database,
  actor: Actor,
  request: SaveDraftRequest,
  now: Date,
): Promise<Outcome<SavedDraft, SaveRefusal> | undefined> {
  const { number, baseVersion, session, sequence } = request
  const parsed = parseContent(request.content)
  const json = parsed.ok ? canonicalJson(parsed.content) : undefined
  const about = { accountId: actor.userId, unitId: actor.unitId, baseVersion, session, sequence }
  const draft: DraftToKeep | undefined = json === undefined ? undefined : { ...about, json, sha256: sha256Hex(json) }
  const kept = draft && (await upsertDraftIfAllowed(db, number, draft, now, aliveSince(now)))
  if (kept) return done(savedDraft(baseVersion, kept))

  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || !isOpenForWriting(document)) return undefined
  if (!parsed.ok) return refuse({ kind: 'content', problem: parsed.problem })
  const refusal = refused(await refusalsToKeep(db, actor, document, baseVersion, now))
  if (refusal || !draft) return refusal
  const version = await selectVersion(db, document.id, document.version)
  if (version?.sha256 === draft.sha256) {
    await deleteUndoneDraft(db, document.id, draft)
    return done(savedDraft(baseVersion, { savedAt: version.savedAt, isVersion: true }))
  }
  const row = await upsertDraft(db, document.id, draft, now)
  // No row: what is there came later from the same page, and holds this one.
  return done(savedDraft(baseVersion, { savedAt: row?.savedAt ?? now, isVersion: false }))
}

const savedDraft = (version: number, { savedAt, isVersion }: KeptRow): SavedDraft =>
  isVersion ? { version, savedAt, sameAsVersion: true, number: version } : { version, savedAt }

async function refusalsToKeep(
  db: Database,
  actor: Actor,
  document: Document,
  baseVersion: number,
  now: Date,
): Promise<SaveRefusal[]> {
  const [current, holder] = await Promise.all([
    baseVersion === document.version ? undefined : selectVersion(db, document.id, document.version),
    otherHolder(db, actor, document.id, now),
  ])
  return [
    ...refusalsOfAct('edit-content', 'include-document', document, actor.unitId).map(
      (why) => ({ kind: 'act', why }) as const,
    ),
    ...(holder ? [{ kind: 'held', ...holder } as const] : []),
    ...(current ? [conflictWith(current)] : []),
  ]
}
