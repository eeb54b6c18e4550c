import type { Pool, Transaction } from '../../src/platform/db/index.ts'
import { oneLongIn } from './bodies.queries.ts'
import { at } from './registers.ts'

/** One stretch of case files to make, all alike. */
export interface Stretch {
  /** Their numbers begin with this digit, which no real number has so long. */
  readonly series: 1 | 2 | 3
  readonly from: number
  readonly to: number
  /** Address of the unit that has them; absent: the archives, one after the other. */
  readonly unit?: string
  /** Whether all lie open on its desk; of archives, one in fifty does. */
  readonly open: boolean
  readonly documents: number
}

/** Digits of a case file of the measured world. */
export const digitsOf = (series: number, n: number) => `9${series}${String(n).padStart(13, '0')}`

/** Five thousand people who may be interested in something. */
export async function insertContacts(db: Pool): Promise<void> {
  await db`insert into people.contact (name)
    select (array['Maria','José','Ana','João','Antônia','Francisco','Rita','Severino'])[1 + n % 8] || ' ' ||
           (array['Silva','Santos','Oliveira','Souza','Lima','Pereira','Ferreira','Costa'])[1 + (n / 8) % 8] || ' ' || n
      from generate_series(1, 5000) n`
}

/** Case files with documents, passages, desks, parties, movements and history, by a few statements over the whole stretch. */
export async function insertStretch(trx: Transaction, stretch: Stretch, bodies: number): Promise<void> {
  // What triggers would note in the queue is indexed afterwards, all at once; foreign keys hold by construction.
  await trx`set local session_replication_role = replica`
  await trx`create temporary table batch on commit drop as
    select n, nextval(pg_get_serial_sequence('cases.case_file', 'id')) as id, u.id as unit_id, u.agency_id, t.id as type_id, t.name as type_name,
           a.id as account_id, now() - interval '5 minutes' - (n % 112000) * interval '9 minutes' as at,
           '9' || ${stretch.series}::text || lpad(n::text, 13, '0') as digits,
           ${stretch.open} or hashint4(n + 17) % 50 = 0 as open,
           case when n % 20 = 7 then 'restricted' when ${!stretch.open} and n % 200 = 3 then 'confidential' else 'public' end as level
      from generate_series(${stretch.from}::int, ${stretch.to}::int) n
      cross join lateral (select (hashint4(n) & 16777215) / 16777216.0 as chance, (hashint4(n + 7) & 16777215) / 16777216.0 as other) r
      join organization.unit u on u.slug = coalesce(${stretch.unit ?? null}::text, 'medida-acervo-' || floor(power(21, r.chance)))
      join (select id, name, row_number() over (order by id) - 1 as place, count(*) over () as total
              from classification.case_type where deactivated_at is null and not one_per_party) t on t.place = floor(power(t.total + 1, r.other)) - 1
      join (select id, row_number() over (order by id) - 1 as place, count(*) over () as total
              from identity.account where login like 'medida%') a on a.place = n % a.total`
  await trx`insert into cases.case_file (id, number, digits, agency_id, unit_id, case_type_id, summary, filed_on, opened_at, opened_by,
      level, effective_level, legal_basis_id, news_at, news_unit_id) overriding system value
    select id, 'M' || digits, digits, agency_id, unit_id, type_id, left((select text from medicao.paragraph p where p.n = batch.n % 1000), 80),
           at::date, at, account_id, level, level,
           (select min(b.id) from classification.legal_basis b where b.level = batch.level), at, unit_id
      from batch`
  await insertWhereabouts(trx)
  if (stretch.documents > 0) await insertTexts(trx, stretch.documents, bodies)
}

async function insertWhereabouts(trx: Transaction): Promise<void> {
  await trx`insert into cases.passage (case_file_id, unit_id, first_at)
    select id, unit_id, at from batch union all
    select b.id, u.id, b.at from batch b join organization.unit u on u.slug = ${at.destination} where b.n % 3 = 0 and b.unit_id <> u.id`
  await trx`insert into cases.holding (case_file_id, unit_id, origin, opened_at, received_at, received_by, assigned_to, closed_at, closed_by, closing,
      case_type_id, confidential)
    select id, unit_id, case when n % 2 = 0 then 'received' else 'generated' end, at, case when not open or n % 33 <> 5 then at end,
           case when not open or n % 33 <> 5 then account_id end, case when n % 5 = 0 then account_id end,
           case when not open then at + interval '7 days' end, case when not open then account_id end,
           case when not open then 'concluded' end, type_id, level = 'confidential' from batch`
  await trx`insert into cases.interested_party (case_file_id, contact_id, position)
    select b.id, c.id, 1 from batch b join (select id, row_number() over (order by id) - 1 as place from people.contact
      order by id desc limit 5000) c on c.place = b.n % 5000`
  await trx`insert into cases.case_class (case_file_id, record_class_id)
    select id, (select min(id) from classification.record_class where not structural) from batch`
  await trx`insert into cases.reading (case_file_id, account_id, read_at) select id, account_id, at from batch`
  await trx`insert into routing.movement (case_file_id, from_unit_id, to_unit_id, sent_at, sent_by, kept_open, return_due, received_at)
    select b.id, u.id, b.unit_id, b.at, b.account_id, false, case when b.n % 20 = 0 then (b.at + interval '800 days')::date end, b.at
      from batch b join organization.unit u on u.slug = ${at.destination} where b.n % 2 = 0 and b.unit_id <> u.id`
  await trx`insert into history.event (case_file_id, kind, facts, account_id, unit_id, at)
    select id, 'case-opened', jsonb_build_object('number', 'M' || digits, 'type', type_name, 'level', 'public'), account_id, unit_id, at
      from batch`
}

/** Every tenth text is a long one. All are signed and locked, as what lies in archives is. */
async function insertTexts(trx: Transaction, documents: number, bodies: number): Promise<void> {
  await trx`create temporary table paper on commit drop as
    select nextval(pg_get_serial_sequence('documents.document', 'id')) as document_id, b.*, p as position,
           1 + ((hashint4(b.n * 31 + p) & 2147483647) % ${bodies / oneLongIn}::int) * ${oneLongIn}::int + (b.n + p) % ${oneLongIn}::int as body
      from batch b cross join generate_series(1, ${documents}::int) p`
  await trx`insert into documents.document (id, case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on,
      level, position, version, signature_count, locked_at, lock_cause) overriding system value
    select document_id, id, 'authored', (select min(id) from classification.document_type where template is not null),
           unit_id, at, account_id, at::date, 'public', position, 1, 1, at, 'carga de medição' from paper`
  await trx`insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
    select document_id, 1, b.content, b.plain, b.sha256, 'created', at, account_id, unit_id from paper join medicao.body b on b.n = paper.body`
  await trx`insert into signatures.signature (document_id, version, account_id, unit_id, signer_name, capacity, unit_acronym, agency_acronym,
      sha256, signed_at, statement_sha256, crc)
    select document_id, 1, account_id, unit_id, 'Pessoa', 'Analista', 'ACERVO', 'MEDIDA', sha256('x'), at, sha256('y'), '00000000' from paper`
}

/** Ids of documents and case files that the index does not have yet. */
export async function selectUnindexed(db: Pool, kind: 'document' | 'case'): Promise<string[]> {
  const rows =
    kind === 'document'
      ? await db<{ id: string }[]>`select d.id from documents.document d
          where not exists (select 1 from search.document_text x where x.document_id = d.id) and d.state = 'active' order by d.id`
      : await db<{ id: string }[]>`select c.id from cases.case_file c
          where not exists (select 1 from search.case_text x where x.case_file_id = c.id) and c.level <> 'confidential' order by c.id`
  return rows.map(({ id }) => id)
}

/** Rows that came past the triggers are not in the counts of desks yet. */
export async function recountDesks(db: Pool): Promise<void> {
  await db`select cases.recount_desks()`
}
