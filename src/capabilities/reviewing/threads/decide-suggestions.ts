import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { canonicalJson, locate, passagesOf, type RichText, replaceWords } from '../../../rich-text/index.ts'
import { findDocument, type SaveRefusal, saveVersion, textToReview } from '../../documents/index.ts'
import { type ReviewAccess, reviewAccess } from '../review-access.ts'
import { selectThreads, settleThreads, type ThreadRow } from './threads.queries.ts'
import { refusalsToDecide, type ThreadRefusal } from './threads.rules.ts'

export interface DecideRequest {
  /** The nº SEI. */
  readonly number: string
  /** Threads by id; undefined: all suggestions that wait. */
  readonly threads: readonly string[] | undefined
  readonly decision: 'accepted' | 'rejected'
}

/** What became of one suggestion. */
export interface Decided {
  readonly thread: ThreadRow
  readonly outcome: Outcome<true, ThreadRefusal>
}

export type DecideRefusal = { readonly kind: 'save'; readonly why: SaveRefusal } | ThreadRefusal

/**
 * Takes suggestions into the text, or leaves them, each by itself. All that are taken make one new version, by the very
 * way by which the editor makes one, so that its rules are asked. Each is looked for in the text as the ones before left
 * it. Undefined when there is no review of such a document for this actor.
 */
export async function decideSuggestions(
  db: Database,
  actor: Actor,
  request: DecideRequest,
  now: Date,
): Promise<Outcome<readonly Decided[], DecideRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    const access = document && reviewAccess(document, actor)
    if (!document || !access?.sees) return undefined
    const [text, all] = await Promise.all([textToReview(trx, document), selectThreads(trx, document.id)])
    if (!text) return undefined
    const chosen = all.filter(
      ({ id, suggestion, state }) =>
        suggestion !== null && (request.threads ? request.threads.includes(id) : state === 'open'),
    )
    if (chosen.length === 0) return refuse<DecideRefusal>({ kind: 'settled' })
    const ownDraft = document.ownDraftAt !== null
    const { content, decided } = judge(text.content, chosen, request.decision, { access, actor, ownDraft })
    const ids = decided.filter(({ outcome }) => outcome.done).map(({ thread }) => thread.id)
    if (request.decision === 'accepted' && canonicalJson(content) !== canonicalJson(text.content)) {
      const saved = await saveVersion(trx, actor, { number: document.number, content, baseVersion: text.version }, now)
      if (!saved) return undefined
      const refusal = saved.done ? undefined : refused(saved.refusals.map((why) => ({ kind: 'save', why }) as const))
      if (refusal) return refusal
    }
    await settleThreads(trx, actor, ids, request.decision, now)
    return done(decided)
  })
}

interface Judge {
  readonly access: ReviewAccess
  readonly actor: Actor
  readonly ownDraft: boolean
}

function judge(
  base: RichText,
  chosen: readonly ThreadRow[],
  decision: DecideRequest['decision'],
  { access, actor, ownDraft }: Judge,
): { readonly content: RichText; readonly decided: readonly Decided[] } {
  let content = base
  const decided = chosen.map((thread): Decided => {
    const next = decision === 'accepted' ? withSuggestion(content, thread) : undefined
    const refusal = refused(
      refusalsToDecide(decision, {
        ...access,
        isAuthor: thread.authorId === actor.userId,
        isOpen: thread.state === 'open',
        applies: next !== undefined,
        ownDraft,
      }),
    )
    if (!refusal && next) content = next
    return { thread, outcome: refusal ?? done(true) }
  })
  return { content, decided }
}

/** The text with one suggestion in it. Undefined where its passage is no longer there word for word. */
export function withSuggestion(
  content: RichText,
  thread: Pick<ThreadRow, 'passage' | 'quote' | 'before' | 'after' | 'suggestion'>,
): RichText | undefined {
  const texts = passagesOf(content).map(({ text }) => text)
  const place = locate(texts, thread)
  if (place?.state !== 'same' || thread.suggestion === null) return undefined
  return replaceWords(content, place, thread.suggestion)
}
