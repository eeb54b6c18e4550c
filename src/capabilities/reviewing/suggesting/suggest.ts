import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import {
  anchorAt,
  type ContentProblem,
  canonicalJson,
  parseContent,
  passagesOf,
  proposedChanges,
  type RichText,
  replaceWords,
  sameLockedSections,
} from '../../../rich-text/index.ts'
import { type Document, findDocument, type TextToReview, textToReview } from '../../documents/index.ts'
import { reviewAccess } from '../review-access.ts'
import { countThreads, insertThreads, type ThreadToInsert } from '../threads/threads.queries.ts'
import { longestQuote, mostThreads, type ThreadRefusal } from '../threads/threads.rules.ts'
import { deleteSuggesting, type SuggestingRow, selectSuggesting, upsertSuggesting } from './suggesting.queries.ts'

export type SuggestRefusal =
  | ThreadRefusal
  | { readonly kind: 'content'; readonly problem: ContentProblem }
  | { readonly kind: 'fixed-part' }

export interface OpenedForSuggesting {
  readonly document: Document
  readonly text: TextToReview
  /** What this person wrote and has not sent. */
  readonly kept: (Omit<SuggestingRow, 'content'> & { readonly content: RichText }) | undefined
}

/**
 * Opens a draft in the mode in which what one writes becomes suggestions: a copy, beside the text. Undefined when there is
 * no review of such a document for this actor, or it is over.
 */
export async function openForSuggesting(
  db: Database,
  actor: Actor,
  number: string,
  now: Date,
): Promise<OpenedForSuggesting | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || !reviewAccess(document, actor).speaks) return undefined
  const [text, row] = await Promise.all([textToReview(db, document), selectSuggesting(db, document.id, actor.userId)])
  if (!text) return undefined
  const parsed = row && parseContent(row.content)
  return { document, text, kept: row && parsed?.ok ? { ...row, content: parsed.content } : undefined }
}

export interface KeepRequest {
  readonly number: string
  /** Untrusted: what the editor wrote. */
  readonly content: unknown
  readonly baseVersion: number
  readonly session: string
  readonly sequence: number
}

/** Keeps what is being written in that mode. It is shown to nobody else until it is sent. */
export async function keepSuggesting(
  db: Database,
  actor: Actor,
  request: KeepRequest,
  now: Date,
): Promise<Outcome<{ readonly savedAt: Date }, SuggestRefusal> | undefined> {
  const parsed = parseContent(request.content)
  const document = await findDocument(db, actor, request.number, 'reading', now)
  const access = document && reviewAccess(document, actor)
  if (!document || !access?.sees) return undefined
  if (!access.speaks) return refuse({ kind: 'signed' })
  if (!parsed.ok) return refuse({ kind: 'content', problem: parsed.problem })
  const { baseVersion, session, sequence } = request
  const kept = { documentId: document.id, accountId: actor.userId, json: canonicalJson(parsed.content) }
  await upsertSuggesting(db, { ...kept, baseVersion, session, sequence }, now)
  return done({ savedAt: now })
}

/** Throws away what this person wrote in that mode. Undefined when there is no such document. */
export async function discardSuggesting(
  db: Database,
  actor: Actor,
  number: string,
  now: Date,
): Promise<true | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || !reviewAccess(document, actor).sees) return undefined
  await deleteSuggesting(db, document.id, actor.userId)
  return true
}

export interface Suggested {
  readonly suggestions: number
  /** Changes that could not become suggestions: notes, links and variables stand in their way. */
  readonly leftOut: number
}

/**
 * Makes a suggestion of every change of words between a version and what was written over its copy. The text of the
 * document stays as it is until somebody who may write in it takes one in. The author is the actor, whatever was sent.
 */
export async function sendSuggestions(
  db: Database,
  actor: Actor,
  request: Pick<KeepRequest, 'number' | 'content' | 'baseVersion'>,
  now: Date,
): Promise<Outcome<Suggested, SuggestRefusal> | undefined> {
  const parsed = parseContent(request.content)
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    const access = document && reviewAccess(document, actor)
    if (!document || !access?.sees) return undefined
    if (!access.speaks) return refuse({ kind: 'signed' })
    if (!parsed.ok) return refuse({ kind: 'content', problem: parsed.problem })
    const [base, threads] = await Promise.all([
      textToReview(trx, document, request.baseVersion),
      countThreads(trx, document.id),
    ])
    if (!base) return undefined
    if (sameLockedSections(base.content, parsed.content)) return refuse({ kind: 'fixed-part' })
    const { rows, leftOut } = rowsOf(document, base, parsed.content)
    if (rows.length === 0) return refuse({ kind: leftOut > 0 ? 'not-only-words' : 'no-change' })
    if (threads + rows.length > mostThreads) return refuse({ kind: 'too-many' })
    await Promise.all([insertThreads(trx, actor, rows, now), deleteSuggesting(trx, document.id, actor.userId)])
    return done({ suggestions: rows.length, leftOut })
  })
}

function rowsOf(document: Document, base: TextToReview, edited: RichText) {
  const texts = passagesOf(base.content).map(({ text }) => text)
  const changes = proposedChanges(base.content, edited)
  const rows = changes.flatMap(({ words, ...place }): ThreadToInsert[] => {
    const anchor = anchorAt(texts, place)
    const fits = anchor && anchor.quote.length <= longestQuote && words.length <= longestQuote
    if (!anchor || !fits || !replaceWords(base.content, place, words)) return []
    return [{ ...anchor, documentId: document.id, version: base.version, suggestion: words, text: '' }]
  })
  return { rows, leftOut: changes.length - rows.length }
}
