import type { Database } from '../../../platform/db/index.ts'

/** So much of a text is sent to find the words in it. */
const textForSnippet = 200_000

/** Which of these documents, all of which the reader may read, hold the words; and the query as PostgreSQL writes it. */
export async function selectHitsInCase(
  db: Database,
  { tsquery, prefixMarker }: { readonly tsquery: string; readonly prefixMarker: string },
  documentIds: readonly string[],
): Promise<{ words: string; rows: HitInCase[] }> {
  const words = db`replace(to_tsquery('portuguese', ${tsquery})::text, ${`${prefixMarker}':*`}, ${"':*"})`
  const found = await db<({ words: string } & (HitInCase | NoHit))[]>`
    with asked as materialized (select ${words} as words)
    select a.words, d.id, d.text, d."isRecognized"
      from asked a
      left join lateral (
        select d.id, left(coalesce(v.plain_text, e.text, ''), ${textForSnippet}) as text, coalesce(e.method = 'ocr', false) as "isRecognized"
          from documents.document d
          join classification.document_type t on t.id = d.document_type_id
          left join documents.version v on v.document_id = d.id and v.number = d.version
          left join documents.file f on f.document_id = d.id and f.replaced_at is null
          left join documents.extracted_text e on e.document_id = d.id and e.sha256 = f.sha256
          left join search.document_text x on x.document_id = d.id
           and not exists (select 1 from search.pending p where p.document_id = d.id)
         where d.id = any (${[...documentIds]}::bigint[])
           and coalesce(x.words, search.words_of(concat_ws(' ', t.name, d.type_number, d.tree_name, d.description,
                 v.plain_text, e.text))) @@ nullif(a.words, '')::tsquery
      ) d on true`
  return {
    words: found[0]?.words ?? '',
    rows: found.flatMap((row) => (row.id === null ? [] : [row])),
  }
}

/** A document in which the words stand; `isRecognized`: its words were recognized in pictures. */
interface HitInCase {
  id: string
  text: string
  isRecognized: boolean
}

interface NoHit {
  id: null
}
