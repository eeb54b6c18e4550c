import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { canonicalJson, parseContent, type RichText } from '../../../rich-text/index.ts'
import type { ActRefusal } from '../act-refusal.text.ts'
import { type Document, isAtHand } from '../document.ts'
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
  readonly draft: OwnDraft | undefined
  /** Why it may not be changed now. */
  readonly refusals: readonly ActRefusal[]
  readonly holder: Holder | undefined
}

export type OwnDraft = Omit<DraftRow, 'content'> & { readonly content: RichText }

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
  const content = keptText(version.content)
  return {
    document,
    content,
    savedAt: version.savedAt,
    savedBy: version.savedBy,
    draft: draftThatDiffers(draft, content),
    refusals: refusalsOfAct('edit-content', 'include-document', document, actor.unitId),
    holder,
  }
}

/** What somebody typed into a document that can no longer be written in. */
export interface StrandedText {
  readonly document: Document
  readonly draft: OwnDraft | undefined
  readonly refusals: readonly ActRefusal[]
}

/**
 * What this person typed and can never save, because the document was cancelled meanwhile: its content is closed to all,
 * the person's own words are not. Undefined where it is closed for any other reason.
 */
export async function openCancelled(db: Database, actor: Actor, document: Document): Promise<StrandedText | undefined> {
  if (!holdsOwnWords(document) || document.readRefusals.length === 0) return undefined
  const draft = await selectDraft(db, document.id, actor.userId)
  return {
    document,
    draft: draftThatDiffers(draft, undefined),
    refusals: refusalsOfAct('edit-content', 'include-document', document, actor.unitId),
  }
}

/**
 * Throws away what this person typed and did not save, whatever became of the document since. Answers whether one may go
 * on writing in it. Undefined when there is no such document.
 */
export async function discardDraft(
  db: Database,
  actor: Actor,
  number: string,
  now: Date,
): Promise<{ readonly mayWrite: boolean } | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || !(isOpenForWriting(document) || holdsOwnWords(document))) return undefined
  await deleteDraft(db, document.id, actor.userId)
  return { mayWrite: refusalsOfAct('edit-content', 'include-document', document, actor.unitId).length === 0 }
}

/** Written in the editor, by people who had it at hand, and closed by nothing but having been cancelled. */
function holdsOwnWords(document: Document): boolean {
  const { kind, formVersionId, readRefusals } = document
  return (
    kind === 'authored' &&
    formVersionId === null &&
    isAtHand(document) &&
    readRefusals.every((refusal) => refusal.kind === 'cancelled')
  )
}

/** A draft is read back with care: the schema may have changed since. One that says what the version says is none. */
function draftThatDiffers(draft: DraftRow | undefined, version: RichText | undefined): OwnDraft | undefined {
  if (!draft) return undefined
  const parsed = parseContent(draft.content)
  if (!parsed.ok) return undefined
  if (version && canonicalJson(parsed.content) === canonicalJson(version)) return undefined
  return { ...draft, content: parsed.content }
}
