import type { Database } from '../../../platform/db/index.ts'
import type { LabelSets } from './labels.rules.ts'
import { caseWithin, documentWithin, passed, type Reach, type Sql } from './reach.queries.ts'

/** A search once everything in it is known. */
export interface HitSearch {
  readonly reach: Reach
  /** As PostgreSQL writes it; '' for filters alone. */
  readonly words: string
  readonly summaryWords: string
  readonly treeWords: string
  /** Undefined: none are asked for. */
  readonly documents: { readonly bands: readonly string[]; readonly labels: LabelSets } | undefined
  readonly cases: { readonly bands: readonly string[]; readonly labels: LabelSets } | undefined
  readonly passedUnitIds: readonly string[] | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly dateOf: 'inclusion' | 'document'
  readonly order: 'date' | 'relevance'
}

export interface Hit {
  readonly kind: 'document' | 'case'
  readonly id: string
}

/** Beyond so many candidates of the index nothing is looked at: no search, however unlucky, stops the house. */
export const mostExamined = 50_000

/**
 * One page of hits, and how many there are up to `cap` (more are told as `cap + 1`). The newest are found first: bands
 * of ids are looked through one after the other, and everything ends as soon as there are enough.
 */
export async function selectHits(
  db: Database,
  search: HitSearch,
  { cap, limit, offset }: { readonly cap: number; readonly limit: number; readonly offset: number },
): Promise<{ hits: Hit[]; total: number }> {
  const rows = await db<{ total: number; kind: Hit['kind'] | null; id: string | null }[]>`
    with found as materialized (
      ${search.documents ? documentHits(db, search, search.documents, cap) : nothing(db)}
      union all
      ${search.cases ? caseHits(db, search, search.cases, cap) : nothing(db)}),
    newest as materialized (select * from found order by at desc, kind, id desc limit ${cap})
    select t.total, p.kind, p.id
      from (select count(*)::int as total from found) t
      left join lateral (
        select n.kind, n.id, row_number() over (order by ${order(db, search)}) as place from newest n
         order by place limit ${limit} offset ${offset}) p on true
     order by p.place`
  return {
    total: rows[0]?.total ?? 0,
    hits: rows.flatMap(({ kind, id }) => (kind && id ? [{ kind, id }] : [])),
  }
}

function nothing(db: Database): Sql {
  return db`select null::text as kind, null::bigint as id, null::timestamptz as at where false`
}

/** Relevance is asked of the newest alone: it reads every text it weighs. */
function order(db: Database, search: HitSearch): Sql {
  const newest = db`n.at desc, n.kind, n.id desc`
  if (search.order === 'date' || !search.words) return newest
  const words = search.reach.kind === 'public' ? db`x.public_words` : db`x.words`
  return db`case n.kind
      when 'document' then (select ts_rank_cd(x.words, ${search.words}::tsquery, 1) from search.document_text x where x.document_id = n.id)
      else (select ts_rank_cd(${words}, ${search.words}::tsquery, 1) from search.case_text x where x.case_file_id = n.id)
    end desc, ${newest}`
}

function documentHits(db: Database, search: HitSearch, index: NonNullable<HitSearch['documents']>, cap: number): Sql {
  return db`(select 'document' as kind, d.id, d.created_at as at
    from (select x.document_id
            from unnest(${[...index.bands]}::text[]) b(label)
            cross join lateral (
              select x.document_id from search.document_text x
               where ${matching(db, search, db`x.words`, index.labels)}
               order by x.document_id desc offset 0) x
           limit ${mostExamined}) h
    cross join lateral (select * from documents.document d where d.id = h.document_id offset 0) d
    cross join lateral (select * from cases.case_file c where c.id = d.case_file_id offset 0) c
   where ${documentWithin(db, search.reach)}
     ${search.passedUnitIds ? db`and ${passed(db, search.passedUnitIds)}` : db``}
     ${search.summaryWords ? db`and ${says(db, db`d.description`, search.summaryWords)}` : db``}
     ${search.treeWords ? db`and ${says(db, db`d.tree_name`, search.treeWords)}` : db``}
     ${within(db, search, db`(d.created_at at time zone 'America/Sao_Paulo')::date`, db`d.dated_on`)}
   limit ${cap + 1})`
}

function caseHits(db: Database, search: HitSearch, index: NonNullable<HitSearch['cases']>, cap: number): Sql {
  const words = search.reach.kind === 'public' ? db`x.public_words` : db`x.words`
  return db`(select 'case' as kind, c.id, c.opened_at as at
    from (select x.case_file_id
            from unnest(${[...index.bands]}::text[]) b(label)
            cross join lateral (
              select x.case_file_id from search.case_text x
               where ${matching(db, search, words, index.labels)}
               order by x.case_file_id desc offset 0) x
           limit ${mostExamined}) h
    cross join lateral (select * from cases.case_file c where c.id = h.case_file_id offset 0) c
   where ${caseWithin(db, search.reach)}
     ${search.passedUnitIds ? db`and ${passed(db, search.passedUnitIds)}` : db``}
     ${search.summaryWords ? db`and ${says(db, db`c.summary`, search.summaryWords)}` : db``}
     ${within(db, search, db`(c.opened_at at time zone 'America/Sao_Paulo')::date`, db`c.filed_on`)}
   limit ${cap + 1})`
}

/** What the index answers by itself: the words, the band, and a label of each list. */
function matching(db: Database, search: HitSearch, words: Sql, labels: LabelSets): Sql {
  // What one field must not say, the others may: a negation narrows nothing here.
  const parts = [search.summaryWords, search.treeWords].filter((one) => !one.includes('!'))
  const all = [search.words, ...parts].filter(Boolean)
  const together = (parts: readonly Sql[]) => parts.reduce((sql, part) => db`${sql} and ${part}`, db`true`)
  return db`x.labels @> array[b.label] and ${together(labels.map((list) => db`x.labels && ${[...list]}::text[]`))}
    and ${together(all.map((one) => db`${words} @@ ${one}::tsquery`))}`
}

function says(db: Database, text: Sql, words: string): Sql {
  return db`to_tsvector('portuguese', platform.norm_pt(${text})) @@ ${words}::tsquery`
}

function within(db: Database, { from, to, dateOf }: HitSearch, included: Sql, dated: Sql): Sql {
  const day = dateOf === 'inclusion' ? included : dated
  return db`${from ? db`and ${day} >= ${from}::date` : db``} ${to ? db`and ${day} <= ${to}::date` : db``}`
}
