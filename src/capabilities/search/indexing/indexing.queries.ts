import type { PendingQuery, Row } from 'postgres'
import type { Database, Transaction } from '../../../platform/db/index.ts'

/** What has to be indexed again, with the rows of the queue that ask for it. */
export interface Taken {
  readonly pendingIds: readonly string[]
  readonly documentIds: readonly string[]
  readonly caseFileIds: readonly string[]
}

/**
 * Takes what waits longest, leaving what other nodes have taken. Each document and case file is moreover held by a lock
 * of its own: were two nodes to index one at the same time, the slower could write what it read before the change.
 */
export async function takePending(trx: Transaction, limit: number, onlyId?: string): Promise<Taken> {
  const rows = await trx<{ id: string; documentId: string | null; caseFileId: string | null }[]>`
    with taken as materialized (
      select id, document_id, case_file_id from search.pending
       where problem is null ${onlyId === undefined ? trx`` : trx`and id = ${onlyId}`}
       order by id limit ${limit} for update skip locked),
    targets as materialized (select distinct document_id, case_file_id from taken),
    held as materialized (
      select document_id, case_file_id,
             case when document_id is null then pg_try_advisory_xact_lock(7102, (case_file_id % 2147483647)::int)
                  else pg_try_advisory_xact_lock(7101, (document_id % 2147483647)::int) end as mine
        from targets)
    select t.id, t.document_id as "documentId", t.case_file_id as "caseFileId"
      from taken t
      join held h on h.mine and (h.document_id = t.document_id or h.case_file_id = t.case_file_id)
     order by t.id`
  return {
    pendingIds: rows.map(({ id }) => id),
    documentIds: [...new Set(rows.flatMap(({ documentId }) => documentId ?? []))],
    caseFileIds: [...new Set(rows.flatMap(({ caseFileId }) => caseFileId ?? []))],
  }
}

/** The queue without what was just indexed. */
export async function deletePending(trx: Transaction, ids: readonly string[]): Promise<void> {
  await trx`delete from search.pending where id = any (${[...ids]}::bigint[])`
}

/** Puts aside what cannot be indexed, so that it holds up nothing else. */
export async function setProblem(db: Database, id: string, problem: string): Promise<void> {
  await db`update search.pending set problem = ${problem.slice(0, 500)} where id = ${id}`
}

/** The oldest rows of the queue, to be tried one by one. */
export async function selectPendingIds(db: Database, limit: number): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from search.pending where problem is null order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** Up to when everything is indexed: since when the oldest change waits; undefined when none does. */
export async function selectOldestPending(db: Database): Promise<Date | undefined> {
  const [row] = await db<{ since: Date }[]>`
    select since from search.pending where problem is null order by id limit 1`
  return row?.since
}

type Sql = PendingQuery<Row[]>

/** Of a longer text only this much is indexed. */
const mostCharacters = 500_000

const months = (db: Database, prefix: string, day: Sql) =>
  db`array[${prefix}::text || to_char(${day}, 'YYYY'), ${prefix}::text || to_char(${day}, 'YYYY-MM')]`

const bands = (db: Database, id: Sql) =>
  db`array['b0:' || (${id} >> 12), 'b1:' || (${id} >> 15), 'b2:' || (${id} >> 18)]`

/**
 * Indexes documents as they are now. Those deleted, cancelled or confidential are nowhere in the index: no search gives
 * them back. Drafts are in it, and are given to their own unit alone.
 */
export async function indexDocuments(trx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  await trx`
    with live as materialized (
      select d.* from documents.document d join cases.case_file c on c.id = d.case_file_id
       where d.id = any (${[...ids]}::bigint[]) and d.state = 'active' and c.state <> 'deleted'
         and 'confidential' not in (d.level, c.level)),
    gone as (
      delete from search.document_text x where x.document_id = any (${[...ids]}::bigint[])
         and not exists (select 1 from live where live.id = x.document_id))
    insert into search.document_text (document_id, words, labels, indexed_at)
    select d.id,
           setweight(search.words_of(concat_ws(' ', t.name, d.type_number, d.tree_name, d.description, d.number,
                                               lpad(d.number::text, 7, '0'))), 'A')
           || search.words_of(concat_ws(' ', translate(f.file_name, '._', '  '),
                                        left(coalesce(v.plain_text, e.text), ${mostCharacters}))),
           ${bands(trx, trx`d.id`)}
           || array['k:' || d.kind, 'u:' || d.unit_id, 'g:' || u.agency_id, 't:' || d.document_type_id,
                    'p:' || c.case_type_id, 'a:' || d.created_by, 'n:' || d.number]
           || ${months(trx, 'c:', trx`d.created_at at time zone 'America/Sao_Paulo'`)}
           || ${months(trx, 'd:', trx`d.dated_on`)}
           || case when d.type_number is null then '{}' else array['m:' || lower(d.type_number)] end
           || array(select 'i:' || p.contact_id from cases.interested_party p where p.case_file_id = c.id)
           || array(select 's:' || s.account_id from signatures.signature s
                     where s.document_id = d.id and (s.version = d.version or s.file_id = f.id))
           || case when documents.is_draft(d) then array['draft:' || d.unit_id]
                   else case when platform.highest_level(c.effective_level, d.level) = 'public' then array['e:public'] else '{}' end
                     || case when platform.highest_level(c.level, d.level) = 'public' then array['o:public'] else '{}' end
                     || array(select 'r:' || p.unit_id
                                from (select case_file_id, unit_id from cases.passage union
                                      select case_file_id, unit_id from cases.temporary_reading where until is null union
                                      select case_file_id, unit_id from documents.co_signing where until is null) p
                               where p.case_file_id = c.id and 'restricted' in (d.level, c.level, c.effective_level)) end,
           ${now}
      from live d
      join cases.case_file c on c.id = d.case_file_id
      join organization.unit u on u.id = d.unit_id
      join classification.document_type t on t.id = d.document_type_id
      left join documents.version v on v.document_id = d.id and v.number = d.version
      left join documents.file f on f.document_id = d.id and f.replaced_at is null
      left join documents.extracted_text e on e.document_id = d.id and e.sha256 = f.sha256
    on conflict (document_id) do update
       set words = excluded.words, labels = excluded.labels, indexed_at = excluded.indexed_at`
}

/** Indexes the registration data of case files as they are now. */
export async function indexCaseFiles(trx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  await trx`
    with live as materialized (
      select c.* from cases.case_file c
       where c.id = any (${[...ids]}::bigint[]) and c.state <> 'deleted' and c.level <> 'confidential'),
    gone as (
      delete from search.case_text x where x.case_file_id = any (${[...ids]}::bigint[])
         and not exists (select 1 from live where live.id = x.case_file_id)),
    worded as (
      select c.*, setweight(search.words_of(concat_ws(' ', c.number, c.digits, t.name)), 'A')
                  || setweight(search.words_of(c.summary), 'B')
                  || setweight(search.words_of(coalesce(
                       (select string_agg(k.name, ' ; ' order by p.position) from cases.interested_party p
                          join people.contact k on k.id = p.contact_id where p.case_file_id = c.id), '')), 'C') as public_words
        from live c join classification.case_type t on t.id = c.case_type_id)
    insert into search.case_text (case_file_id, words, public_words, labels, indexed_at)
    select c.id,
           c.public_words || search.words_of(coalesce(
             (select string_agg(o.text, ' ; ' order by o.unit_id) from cases.observation o where o.case_file_id = c.id), '')),
           c.public_words,
           ${bands(trx, trx`c.id`)}
           || array['u:' || c.unit_id, 'g:' || c.agency_id, 'p:' || c.case_type_id, 'a:' || c.opened_by]
           || ${months(trx, 'c:', trx`c.opened_at at time zone 'America/Sao_Paulo'`)}
           || ${months(trx, 'd:', trx`c.filed_on`)}
           || array(select 'i:' || p.contact_id from cases.interested_party p where p.case_file_id = c.id)
           || array(select 'w:' || p.unit_id
                      from (select case_file_id, unit_id from cases.passage union
                            select case_file_id, unit_id from cases.temporary_reading where until is null) p
                     where p.case_file_id = c.id)
           || case when c.effective_level = 'public' then array['e:public'] else '{}' end
           || case when c.level = 'public' then array['o:public'] else '{}' end,
           ${now}
      from worded c
    on conflict (case_file_id) do update
       set words = excluded.words, public_words = excluded.public_words, labels = excluded.labels,
           indexed_at = excluded.indexed_at`
}
