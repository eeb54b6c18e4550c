import type { Database } from '../../../platform/db/index.ts'

export interface GroundRow {
  /** The query as PostgreSQL writes it, ready to be cast to `tsquery`; '' where only stop words were asked for. */
  words: string
  summaryWords: string
  treeWords: string
  highestDocument: string
  highestCase: string
  perDocument: boolean
  /** The unit and all that it succeeds; empty on the public face. */
  lineage: string[]
  pendingSince: Date | null
}

/**
 * All that a search stands on, in one statement. `to_tsquery` gives '' for queries of stop words alone; the marker that
 * kept prefixes from being stemmed is taken off.
 */
export async function selectGround(
  db: Database,
  asked: {
    readonly text: string
    readonly summary: string
    readonly tree: string
    readonly unitId: string | undefined
    readonly prefixMarker: string
  },
): Promise<GroundRow> {
  const words = (tsquery: string) =>
    db`replace(to_tsquery('portuguese', ${tsquery})::text, ${`${asked.prefixMarker}':*`}, ${"':*"})`
  const [row] = await db<GroundRow[]>`
    select ${words(asked.text)} as words, ${words(asked.summary)} as "summaryWords", ${words(asked.tree)} as "treeWords",
           (select coalesce(max(document_id), 0) from search.document_text) as "highestDocument",
           (select coalesce(max(case_file_id), 0) from search.case_text) as "highestCase",
           platform.flag('per-document-internal') as "perDocument",
           array(select organization.lineage(${asked.unitId ?? null}::bigint) where ${asked.unitId ?? null}::bigint is not null) as lineage,
           (select since from search.pending where problem is null order by id limit 1) as "pendingSince"`
  if (!row) throw new Error('a statement without a source gives one row')
  return row
}

/** The units with these acronyms, in whatever agency; `SET/RN/GS` names the agency too. Several share one: all are meant. */
export async function selectUnits(db: Database, acronyms: readonly string[]): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select u.id, a.name
      from unnest(${[...acronyms]}::text[]) a(name)
      join organization.unit u on platform.plain(lower(a.name)) in (platform.plain(lower(u.acronym)), u.slug,
             (select platform.plain(lower(g.acronym || '/' || u.acronym)) from organization.agency g where g.id = u.agency_id))
     limit 200`
}

/** The accounts whose login is this, or whose name has all these words. */
export async function selectAccounts(db: Database, names: readonly string[]): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select x.id, a.name
      from unnest(${[...names]}::text[]) a(name)
      cross join lateral (
        select k.id from identity.account k
         where platform.plain(lower(coalesce(k.social_name, k.name) || ' ' || k.login))
               like all (select '%' || word || '%' from regexp_split_to_table(platform.plain(lower(a.name)), '[\\s%_\\\\]+') word
                          where word <> '')
         order by k.id limit 200) x`
}

/** The contacts whose name has all these words. */
export async function selectContacts(db: Database, name: string): Promise<string[]> {
  const words = name
    .split(/[\s%_\\]+/)
    .filter(Boolean)
    .slice(0, 10)
  if (words.length === 0) return []
  const rows = await db<{ id: string }[]>`
    select id from people.contact
     where ${words.map((word) => db`platform.plain(lower(name)) like '%' || platform.plain(lower(${word})) || '%'`).reduce((all, one) => db`${all} and ${one}`)}
     order by id desc limit 1000`
  return rows.map(({ id }) => id)
}

/** The types to choose from: those in use. */
export async function selectTypes(db: Database): Promise<{ kind: 'case' | 'document'; id: string; name: string }[]> {
  return db<{ kind: 'case' | 'document'; id: string; name: string }[]>`
    select 'case' as kind, id, name from classification.case_type
    union all
    select 'document', id, name from classification.document_type
    order by 1, 3 limit 2000`
}
