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

/** Kinds of file that may hold pictures of words; of all others nothing is asked. */
const pictured: ReadonlySet<string> = new Set(['pdf', 'png', 'jpg', 'gif', 'webp'])

/** Undefined for what may not be read, and for files whose words needed no recognition. */
export async function wordsOfScan(
  db: Database,
  { id, file, role, readRefusals }: Pick<Document, 'id' | 'file' | 'role' | 'readRefusals'>,
): Promise<WordsOfScan | undefined> {
  // An e-mail was drawn here, in letters.
  if (!file || role === 'email' || !pictured.has(file.extension) || readRefusals.length > 0) return undefined
  const [row] = await db<WordsOfScan[]>`
    select method = 'ocr' as "isRecognized", next_page is not null as "isUnderWay", coalesce(pages, 1) as pages,
           greatest(coalesce(next_page, 1) - 1, 0) as "readSoFar", unread_pages as unread
      from documents.extracted_text where document_id = ${id} and sha256 = ${file.sha256}`
  return row && (row.isRecognized || row.isUnderWay || row.unread > 0) ? row : undefined
}
