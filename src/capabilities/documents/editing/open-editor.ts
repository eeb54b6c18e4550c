import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { parseContent, type RichText } from '../../../rich-text/index.ts'
import type { ActRefusal } from '../act-refusal.text.ts'
import type { Document } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { keptText } from '../versions/add-version.ts'
import { deleteDraft, selectVersion } from '../versions/versions.queries.ts'
import { type DraftRow, selectDraft } from './editing.queries.ts'
import { type Holder, otherHolder } from './pen-holder.ts'
import { isOpenForWriting } from './save-version.ts'

export interface OpenedText {
  readonly document: Document
  readonly content: RichText
  readonly savedAt: Date
  readonly savedBy: string
  /** What this person typed and has not saved as a version. */
  readonly draft: (Omit<DraftRow, 'content'> & { readonly content: RichText }) | undefined
  /** Why it may not be changed now. */
  readonly refusals: readonly ActRefusal[]
  readonly holder: Holder | undefined
}

/** Opens the text of a document of this unit for writing. Undefined when there is no such text for this actor. */
export async function openText(db: Database, actor: Actor, number: string, now: Date): Promise<OpenedText | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || !isOpenForWriting(document)) return undefined
  const [version, draft, holder] = await Promise.all([
    selectVersion(db, document.id, document.version),
    selectDraft(db, document.id, actor.userId),
    otherHolder(db, actor, document.id, now),
  ])
  if (!version) return undefined
  // A draft is read back with care: the schema may have changed since it was typed.
  const parsed = draft && parseContent(draft.content)
  return {
    document,
    content: keptText(version.content),
    savedAt: version.savedAt,
    savedBy: version.savedBy,
    draft: draft && parsed?.ok ? { ...draft, content: parsed.content } : undefined,
    refusals: refusalsOfAct('edit-content', 'include-document', document, actor.unitId),
    holder,
  }
}

/** Throws away what this person typed and did not save. Undefined when there is no such document. */
export async function discardDraft(db: Database, actor: Actor, number: string, now: Date): Promise<true | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || !isOpenForWriting(document)) return undefined
  await deleteDraft(db, document.id, actor.userId)
  return true
}
