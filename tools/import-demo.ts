import { parseArgs } from 'node:util'
import { readConfig } from '../src/platform/config/index.ts'
import { migrate, openDatabase, type Pool } from '../src/platform/db/index.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'

/**
 * bin/import-demo --scale N: adds N thousand case files, each with two signed-looking documents of some 2 KB, for
 * measurement. One case file in ten lies on the desk of the first unit, so that a desk of 10,000 comes with --scale 100.
 * Rows are made by set-based SQL, in batches: this is a load to measure by, not the demonstration, which is built by the
 * commands that people use. Texts are indexed by the running program.
 */
const batchSize = 5_000
const vocabulary = `contribuinte despacho ofício licitação contrato pregão servidor processo análise parecer tributo
  imposto restituição parcelamento certidão diligência empenho orçamento convênio portaria requerimento informação
  secretaria gabinete assessoria protocolo prazo decisão recurso audiência intimação documento arquivo município
  fiscalização mercadoria nota cadastro inscrição estadual pagamento débito multa juros prescrição julgamento ação`
const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } })
const scale = Number(values.scale)
if (!Number.isInteger(scale) || scale < 1 || scale > 10_000) {
  process.stderr.write('Diga quantos milhares de processos, de 1 a 10000: bin/import-demo --scale 10\n')
  process.exit(1)
}
const config = readConfig(process.env)
const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataFolder: config.dataFolder })
const db = await openDatabase({
  url: config.databaseUrl ?? embedded?.url ?? '',
  poolSize: 2,
  statementTimeoutMs: 600_000,
  prepare: config.prepareStatements,
})
try {
  await migrate(db)
  await importCaseFiles(db, scale)
} finally {
  await db.end({ timeout: 5 })
  await embedded?.stop()
}

async function importCaseFiles(pool: Pool, thousands: number): Promise<void> {
  const [ready] = await pool`select 1 from identity.account limit 1`
  if (!ready) throw new Error('a casa está vazia: rode npm start uma vez antes')
  const [last] = await pool<{ n: number }[]>`
    select coalesce(max(substr(digits, 2)::bigint), 0)::int as n from cases.case_file where number like 'IMP-%'`
  const first = (last?.n ?? 0) + 1
  const total = thousands * 1_000
  const begun = performance.now()
  for (let done = 0; done < total; done += batchSize) {
    const size = Math.min(batchSize, total - done)
    await insertBatch(pool, first + done, first + done + size - 1)
    const seconds = (performance.now() - begun) / 1_000
    process.stdout.write(`\r${done + size} de ${total} processos (${Math.round((done + size) / seconds)} por segundo)`)
  }
  await pool`analyze`
  process.stdout.write('\n')
}

async function insertBatch(pool: Pool, from: number, to: number): Promise<void> {
  const words = vocabulary.split(/\s+/)
  await pool.begin(async (trx) => {
    await trx`create temporary table batch on commit drop as
      select n, nextval(pg_get_serial_sequence('cases.case_file', 'id')) as case_file_id, u.id as unit_id, u.agency_id, t.id as type_id,
             a.account_id, now() - (random() * interval '700 days') as at, (n % 10 = 0) as on_first_desk
        from generate_series(${from}::int, ${to}::int) n
        cross join lateral (select id, agency_id from organization.unit where n % 10 <> 0 or id = (select min(id) from organization.unit)
                             order by md5(id::text || n::text) limit 1) u
        cross join lateral (select id from classification.case_type order by md5(id::text || n::text) limit 1) t
        cross join lateral (select account_id from identity.assignment order by md5(id::text || n::text) limit 1) a`
    await trx`insert into cases.case_file (id, number, digits, agency_id, unit_id, case_type_id, summary, filed_on, opened_at, opened_by,
        level, effective_level, legal_basis_id, news_at, news_unit_id) overriding system value
      select b.case_file_id, 'IMP-' || lpad(b.n::text, 14, '0'), '9' || lpad(b.n::text, 14, '0'), b.agency_id, b.unit_id, b.type_id,
             'Processo de medição ' || b.n, b.at::date, b.at, b.account_id, l.level, l.level, l.basis, b.at, b.unit_id
        from batch b cross join lateral (
          select case when b.n % 20 = 7 then 'restricted' else 'public' end as level,
                 case when b.n % 20 = 7 then (select min(id) from classification.legal_basis where level = 'restricted') end as basis) l`
    await trx`insert into cases.passage (case_file_id, unit_id, first_at) select case_file_id, unit_id, at from batch`
    await trx`insert into cases.holding (case_file_id, unit_id, origin, opened_at, received_at, received_by, seen_at, closed_at, closed_by, closing)
      select case_file_id, unit_id, 'generated', at, at, account_id, at, case when n % 10 <> 0 then at + interval '7 days' end,
             case when n % 10 <> 0 then account_id end, case when n % 10 <> 0 then 'concluded' end from batch`
    await trx`insert into history.event (case_file_id, kind, facts, account_id, unit_id, at)
      select case_file_id, 'case-opened', jsonb_build_object('number', 'IMP-' || lpad(n::text, 14, '0'), 'type', 'Medição', 'level', 'public'),
             account_id, unit_id, at from batch`
    await trx`create temporary table papers on commit drop as
      select nextval(pg_get_serial_sequence('documents.document', 'id')) as document_id, b.*, p as position,
             (select string_agg((${words}::text[])[1 + (hashint4(b.n * 7919 + p * 104729 + w) & 2147483647) % ${words.length}], ' ' order by w)
                from generate_series(1, 250) w) as words
        from batch b cross join generate_series(1, 2) p`
    await trx`insert into documents.document (id, case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on,
        level, position, version, signature_count, locked_at, lock_cause) overriding system value
      select document_id, case_file_id, 'authored', (select min(id) from classification.document_type where template is not null),
             unit_id, at, account_id, at::date, 'public', position, 1, 1, at, 'carga de medição' from papers`
    await trx`insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
      select document_id, 1, json_build_object('type', 'doc', 'content', json_build_array(json_build_object('type', 'section',
               'attrs', json_build_object('key', 'corpo', 'kind', 'body', 'locked', false),
               'content', json_build_array(json_build_object('type', 'paragraph', 'attrs', json_build_object('style', 'justified'),
                 'content', json_build_array(json_build_object('type', 'text', 'text', words))))))),
             words, sha256(words::bytea), 'created', at, account_id, unit_id from papers`
  })
}
