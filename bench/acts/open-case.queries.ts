import type { ReservedSql } from 'postgres'
import type { Ids } from './act.ts'
import { paragraph } from './texts.ts'

interface Who {
  readonly unit: string
  readonly account: string
}

/** A case file with its number, its desk, its passage, its classification and its history, in one statement. */
export async function openByHand(sql: ReservedSql, ids: Ids, { unit, account }: Who, series: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    with taken as (
      insert into cases.number_counter (scope, year, last) values (${`medição ${series}`}, 2000, 1)
      on conflict (scope, year) do update set last = number_counter.last + 1 returning last),
    opened as (
      insert into cases.case_file (number, digits, agency_id, unit_id, case_type_id, summary, filed_on, opened_at, opened_by,
          level, effective_level, news_at, news_unit_id)
      select 'M' || ${series} || lpad(last::text, 11, '0'), ${series} || lpad(last::text, 11, '0'), u.agency_id, u.id, ${ids.caseType},
             'Processo aberto pela medição', now()::date, now(), ${account}, 'public', 'public', now(), u.id
        from taken, organization.unit u where u.id = ${unit}
      returning id, number, unit_id),
    held as (insert into cases.holding (case_file_id, unit_id, origin, opened_at, received_at, received_by)
      select id, unit_id, 'generated', now(), now(), ${account} from opened),
    passed as (insert into cases.passage (case_file_id, unit_id, first_at) select id, unit_id, now() from opened),
    classed as (insert into cases.case_class (case_file_id, record_class_id) select id, ${ids.recordClass} from opened),
    read as (insert into cases.reading (case_file_id, account_id, read_at) select id, ${account}, now() from opened),
    told as (insert into history.event (case_file_id, kind, facts, account_id, unit_id, at)
      select id, 'case-opened', jsonb_build_object('number', number, 'type', 'Medição', 'level', 'public'), ${account}, unit_id, now() from opened)
    select id from opened`
  return row?.id ?? ''
}

/** A document with its first version and its history, in one statement. */
export async function drawDocument(
  sql: ReservedSql,
  ids: Ids,
  { unit, account }: Who,
  caseFileId: string,
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    with held as (select id from cases.case_file where id = ${caseFileId} for update),
    made as (
      insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on, level, version, position)
      select id, 'authored', ${ids.documentType}, ${unit}, now(), ${account}, now()::date, 'public', 1,
             (select coalesce(max(position), 0) + 1 from documents.document where case_file_id = ${caseFileId}) from held
      returning id, case_file_id),
    kept as (insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
      select made.id, 1, t.template, '', sha256(t.template::text::bytea), 'created', now(), ${account}, ${unit}
        from made, classification.document_type t where t.id = ${ids.documentType}),
    told as (insert into history.event (case_file_id, document_id, kind, facts, account_id, unit_id, at)
      select case_file_id, id, 'document-created', jsonb_build_object('document', 'Documento'), ${account}, ${unit}, now() from made),
    noticed as (update cases.case_file set news_at = now(), news_unit_id = ${unit} where id = ${caseFileId})
    select id from made`
  return row?.id ?? ''
}

/** A version with its text, its words and its hash, and its history, in one statement. */
export async function saveByHand(
  sql: ReservedSql,
  { unit, account }: Who,
  caseFileId: string,
  documentId: string,
  text: readonly string[],
): Promise<void> {
  const json = JSON.stringify({
    type: 'doc',
    content: [{ type: 'section', attrs: { key: 'corpo', kind: 'body', locked: false }, content: text.map(paragraph) }],
  })
  await sql`
    with saved as (update documents.document set version = 2, signature_count = 0 where id = ${documentId} returning id),
    kept as (insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
      select id, 2, ${json}::text::json, ${text.join('\n')}, sha256(${json}::text::bytea), 'saved', now(), ${account}, ${unit} from saved)
    insert into history.event (case_file_id, document_id, kind, facts, scope, account_id, unit_id, at)
    select ${caseFileId}, id, 'document-saved', jsonb_build_object('document', 'Documento', 'version', 2), 'unit', ${account}, ${unit}, now()
      from saved`
}
