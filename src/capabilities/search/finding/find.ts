import type { Database } from '../../../platform/db/index.ts'
import { type HighlightTerm, parseQuery, prefixMarker } from '../query-syntax.rules.ts'
import { openSnippets, type SnippetPart } from '../snippet.rules.ts'
import { type FoundCase, type FoundDocument, selectFoundCases, selectFoundDocuments } from './details.queries.ts'
import { hitSearchOf, reachOf } from './hit-search.ts'
import { selectHits } from './hits.queries.ts'
import { type GroundRow, selectGround } from './resolve.queries.ts'
import { resolveNames } from './resolve-names.ts'
import type { Audience, SearchRequest, UnknownName } from './search-request.ts'

/** A found document or case file with the words in which it was found. */
export type Found = (FoundDocument | FoundCase) & { readonly snippet: readonly SnippetPart[] }

/** One stretch of what was found, and what people should be told of the search itself. */
export interface SearchResult {
  readonly found: readonly Found[]
  /** At most `cap + 1`, which stands for "more than `cap`". */
  readonly total: number
  readonly cap: number
  readonly terms: readonly HighlightTerm[]
  /** Nothing but words such as 'de' and 'para' was asked for. */
  readonly onlyCommonWords: boolean
  /** Something of the query was left out, being too long. */
  readonly shortened: boolean
  readonly unknown: readonly UnknownName[]
  /** Changes up to this moment are found (PES-006). */
  readonly indexedUpTo: Date
}

interface Stretch {
  readonly cap: number
  readonly limit: number
  readonly offset: number
  /** Snippets are left out where nobody sees them. */
  readonly snippets: boolean
}

/**
 * What the audience may find by this request, a stretch of it, newest or most relevant first.
 *
 * Results, total and snippets are computed only of what this reader may read: the index narrows, the rows decide.
 */
export async function find(
  db: Database,
  audience: Audience,
  request: SearchRequest,
  now: Date,
  stretch: Stretch,
): Promise<SearchResult> {
  const query = parseQuery(request.text)
  const [ground, names] = await Promise.all([
    selectGround(db, {
      text: query.tsquery,
      summary: parseQuery(request.summary).tsquery,
      tree: parseQuery(request.treeName).tsquery,
      prefixMarker,
      unitId: audience.kind === 'unit' ? audience.actor.unitId : undefined,
    }),
    resolveNames(db, request),
  ])
  const onlyCommonWords = query.tsquery !== '' && ground.words === ''
  const told = {
    cap: stretch.cap,
    terms: query.terms,
    onlyCommonWords,
    shortened: query.shortened,
    unknown: names.unknown,
    indexedUpTo: ground.pendingSince ?? now,
  }
  if (onlyCommonWords || names.unknown.length > 0 || saysNothing(request, ground))
    return { ...told, found: [], total: 0 }
  const reach = reachOf(audience, ground)
  const { hits, total } = await selectHits(db, hitSearchOf(audience, request, ground, names, reach, now), stretch)
  const idsOf = (kind: 'document' | 'case') => hits.flatMap((hit) => (hit.kind === kind ? [hit.id] : []))
  const [documents, cases] = await Promise.all([
    selectFoundDocuments(db, reach, idsOf('document'), { texts: stretch.snippets }),
    selectFoundCases(db, reach, idsOf('case')),
  ])
  const rows = new Map([...documents, ...cases].map((row) => [`${row.kind} ${row.id}`, row]))
  const found = hits.flatMap(({ kind, id }) => rows.get(`${kind} ${id}`) ?? [])
  const snippet = openSnippets(query.terms)
  return {
    ...told,
    total,
    found: found.map((row) => ({ ...row, snippet: stretch.snippets ? snippet(textOf(row)) : [] })),
  }
}

/** Whether there is anything to search by. */
export function asksForSomething(request: SearchRequest): boolean {
  const { text, units, ownAgency, passedHere, caseTypeId, documentTypeId, party, summary, number } = request
  const { typeNumber, treeName, signer, authors, from, to } = request
  const flags = [units.length > 0, ownAgency, passedHere, authors.length > 0]
  const values = [text, caseTypeId, documentTypeId, party, summary, number, typeNumber, treeName, signer, from, to]
  return flags.includes(true) || values.some(Boolean)
}

/** A field of common words alone narrows nothing; together with nothing else it would find everything. */
function saysNothing(request: SearchRequest, ground: GroundRow): boolean {
  return !asksForSomething({
    ...request,
    text: ground.words,
    summary: ground.summaryWords,
    treeName: ground.treeWords,
  })
}

function textOf(row: FoundDocument | FoundCase): string {
  return row.kind === 'document' ? row.text : row.summary
}
