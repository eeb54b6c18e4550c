import type { Database } from '../../../platform/db/index.ts'
import type { Document } from '../document.ts'

/** How the words of a scan came to be known: by recognition, so far, and of which pages not at all. */
export interface WordsOfScan {
  readonly isRecognized: boolean
  readonly isUnderWay: boolean
  readonly pages: number
  /** 0 before the first. */
  readonly readSoFar: number
  readonly unread: number
}

/** Undefined for what may not be read, and for files whose words needed no recognition. */
export async function wordsOfScan(
  db: Database,
  { id, file, readRefusals }: Pick<Document, 'id' | 'file' | 'readRefusals'>,
): Promise<WordsOfScan | undefined> {
  if (!file || readRefusals.length > 0) return undefined
  const [row] = await db<WordsOfScan[]>`
    select method = 'ocr' as "isRecognized", next_page is not null as "isUnderWay", coalesce(pages, 1) as pages,
           greatest(coalesce(next_page, 1) - 1, 0) as "readSoFar", unread_pages as unread
      from documents.extracted_text where document_id = ${id} and sha256 = ${file.sha256}`
  return row && (row.isRecognized || row.isUnderWay || row.unread > 0) ? row : undefined
}
