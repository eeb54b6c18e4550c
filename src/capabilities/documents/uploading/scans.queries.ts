import type { Database } from '../../../platform/db/index.ts'

/** A scan that was taken to be read on. */
export interface ScanRow {
  documentId: string
  sha256: string
  extension: string
  pages: number
  /** 0: whether it is a scan at all has still to be asked. */
  nextPage: number
  attempts: number
  lettersSoFar: number
}

/** Takes the scan that has waited longest; another node may take it when `until` has passed. */
export async function claimScan(db: Database, now: Date, until: Date): Promise<ScanRow | undefined> {
  const [row] = await db<ScanRow[]>`
    with waiting as materialized (
      select w.document_id, g.extension from documents.extracted_text w
        join documents.document d on d.id = w.document_id and d.state = 'active'
        cross join lateral (select f.extension from documents.file f
                             where f.document_id = w.document_id and f.replaced_at is null and f.sha256 = w.sha256 offset 0) g
       where w.next_page is not null and (w.claimed_until is null or w.claimed_until < ${now})
       order by w.extracted_at, w.document_id limit 1 for update of w skip locked)
    update documents.extracted_text e set claimed_until = ${until}, attempts = e.attempts + 1
      from waiting where e.document_id = waiting.document_id
    returning e.document_id as "documentId", e.sha256, waiting.extension, coalesce(e.pages, 1) as pages,
              e.next_page as "nextPage", e.attempts, length(e.text) as "lettersSoFar"`
  return row
}

/** What a turn gave; without `nextPage` the scan is read. */
export interface TurnOfScan {
  readonly text: string
  readonly unread: number
  readonly nextPage: number | undefined
}

/**
 * Adds the words of some pages, unless somebody else went on meanwhile or the file is another one. Who has had a turn waits
 * behind all others: a book does not keep a page waiting.
 */
export async function saveTurn(db: Database, scan: ScanRow, turn: TurnOfScan, now: Date): Promise<void> {
  const { documentId, sha256, nextPage } = scan
  const left = { nextPage: turn.nextPage ?? null, unread: turn.unread }
  const which = db`document_id = ${documentId} and sha256 = ${sha256} and next_page = ${nextPage}`
  // Only new words are told to the search.
  if (turn.text === '')
    await db`update documents.extracted_text set next_page = ${left.nextPage}, unread_pages = unread_pages + ${left.unread},
      claimed_until = null, attempts = 0, extracted_at = ${now} where ${which}`
  else
    await db`update documents.extracted_text set next_page = ${left.nextPage}, unread_pages = unread_pages + ${left.unread},
      claimed_until = null, attempts = 0, extracted_at = ${now}, method = 'ocr',
      text = case when text = '' then ${turn.text} else text || e'\n' || ${turn.text} end where ${which}`
}
