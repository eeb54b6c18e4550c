import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { type Document, documentsOf } from '../../documents/index.ts'
import { parseQuery, prefixMarker } from '../query-syntax.rules.ts'
import { type SnippetPart, snippetOf } from '../snippet.rules.ts'
import { selectHitsInCase } from './within.queries.ts'

/** A document of the case file in which the words were found. */
export interface FoundInCase {
  readonly document: Document
  readonly snippet: readonly SnippetPart[]
  /** Its words were recognized in pictures, and may have mistakes. */
  readonly isRecognized: boolean
}

export interface InCaseResult {
  /** In the order of the tree. */
  readonly found: readonly FoundInCase[]
  /** Nothing but words such as 'de' and 'para' was asked for. */
  readonly onlyCommonWords: boolean
}

/**
 * Looks for words among the documents of one case file that has passed the gate, in the syntax of the whole search
 * (PES-009). Only what this reader may read is looked at, and what the index does not hold (confidential matter, what was
 * changed a moment ago) is read as it stands.
 */
export async function findInCase(db: Database, actor: Actor, caseFile: CaseFile, text: string): Promise<InCaseResult> {
  const query = parseQuery(text)
  const readable = (await documentsOf(db, actor, caseFile)).filter(({ readRefusals }) => readRefusals.length === 0)
  if (query.tsquery === '' || readable.length === 0) return { found: [], onlyCommonWords: query.tsquery === '' }
  const { words, rows } = await selectHitsInCase(
    db,
    { tsquery: query.tsquery, prefixMarker },
    readable.map(({ id }) => id),
  )
  const hits = new Map(rows.map((row) => [row.id, row]))
  return {
    found: readable.flatMap((document) => {
      const hit = hits.get(document.id)
      return hit ? [{ document, snippet: snippetOf(hit.text, query.terms), isRecognized: hit.isRecognized }] : []
    }),
    onlyCommonWords: words === '',
  }
}
