import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type Anchor, anchorAt, locate, passagesOf, type RichText, replaceWords } from '../../../rich-text/index.ts'
import { findDocument, textToReview } from '../../documents/index.ts'
import { reviewAccess } from '../review-access.ts'
import { countThreads, insertThreads } from './threads.queries.ts'
import { refusalsToWrite, type ThreadRefusal } from './threads.rules.ts'

/** The passage somebody means: a paragraph and words of it, or, from the editor, words with what stands around them. */
export type PassageMeant =
  | { readonly passage: number; readonly quote: string }
  | Pick<Anchor, 'passage' | 'quote' | 'before' | 'after'>

export interface ThreadRequest {
  /** The nº SEI. */
  readonly number: string
  readonly meant: PassageMeant
  readonly text: string
  /** Other words for the passage; undefined: a comment. Empty: it should go. */
  readonly suggestion: string | undefined
}

/**
 * Comments on a passage of a draft, or suggests other words for it. The text itself is not touched: what is said stands
 * beside it. Undefined when there is no review of such a document for this actor.
 */
export async function writeThread(
  db: Database,
  actor: Actor,
  request: ThreadRequest,
  now: Date,
): Promise<Outcome<true, ThreadRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    const access = document && reviewAccess(document, actor)
    if (!document || !access?.sees) return undefined
    const [text, threads] = await Promise.all([textToReview(trx, document), countThreads(trx, document.id)])
    if (!text) return undefined
    const anchor = anchorOf(text.content, request.meant)
    const passages = passagesOf(text.content)
    const place =
      anchor &&
      locate(
        passages.map((one) => one.text),
        anchor,
      )
    const { suggestion } = request
    const words = request.text.trim()
    const refusal = refused(
      refusalsToWrite({
        speaks: access.speaks,
        placed: anchor !== undefined && (suggestion === undefined || place?.state === 'same'),
        locked: (place && passages[place.passage]?.locked) ?? false,
        suggestion,
        quote: anchor?.quote ?? '',
        fits: suggestion === undefined || (place && replaceWords(text.content, place, suggestion)) !== undefined,
        textLength: words.length,
        threads,
      }),
    )
    if (refusal || !anchor) return refusal ?? refuse<ThreadRefusal>({ kind: 'not-in-passage' })
    const { passage, quote, before, after } = anchor
    const row = { documentId: document.id, version: text.version, passage, quote, before, after }
    await insertThreads(trx, actor, [{ ...row, suggestion, text: words }], now)
    return done(true)
  })
}

/**
 * By number: the words must be in that paragraph; without words, all of it is meant. From the editor: what stands around
 * them comes with them, since the editor may be ahead of what is saved.
 */
function anchorOf(content: RichText, meant: PassageMeant): Anchor | undefined {
  if ('before' in meant) return meant.quote.trim() === '' ? undefined : meant
  const texts = passagesOf(content).map(({ text }) => text)
  const text = texts[meant.passage] ?? ''
  const quote = meant.quote.trim()
  const start = quote === '' ? 0 : text.indexOf(quote)
  if (start < 0) return undefined
  return anchorAt(texts, { passage: meant.passage, start, end: quote === '' ? text.length : start + quote.length })
}
