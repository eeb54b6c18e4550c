import type { Database } from '../../platform/db/index.ts'
import type { LogFormat, PrintLog } from './print-log.rules.ts'

export async function insertMadePdf(
  db: Database,
  row: { readonly documentId: string; readonly accountId: string; readonly unitId: string },
  now: Date,
): Promise<void> {
  await db`insert into printing.made_pdf (document_id, account_id, unit_id, at)
    values (${row.documentId}, ${row.accountId}, ${row.unitId}, ${now})`
}

interface ImportToInsert {
  readonly agencyId: string
  readonly fileName: string
  readonly sha256: string
  readonly format: LogFormat
  readonly readerVersion: number
  readonly accountId: string
}

/** Undefined where the same file was read before. */
export async function insertImport(db: Database, row: ImportToInsert, now: Date): Promise<string | undefined> {
  const [made] = await db<{ id: string }[]>`
    insert into printing.import (agency_id, file_name, sha256, format, reader_version, imported_at, imported_by)
    values (${row.agencyId}, ${row.fileName}, ${row.sha256}, ${row.format}, ${row.readerVersion}, ${now}, ${row.accountId})
    on conflict do nothing returning id`
  return made?.id
}

/**
 * The jobs of a log, each attributed once: exactly, by the number in its title; probably, by a PDF that the same person
 * made within five minutes; or not at all. Answers how many are new.
 */
export async function insertJobs(
  db: Database,
  importId: string,
  agencyId: string,
  jobs: PrintLog['jobs'],
): Promise<number> {
  const rows = await db`
    insert into printing.job (import_id, agency_id, key, printed_at, login, printer, pages, sheets, attribution, document_id, unit_id)
    select ${importId}, ${agencyId}, encode(sha256(convert_to(j.key, 'UTF8')), 'hex'), j."printedAt", j.login, j.printer, j.pages, j.sheets,
           case when exact.id is not null then 'exact' when probable.id is not null then 'probable' else 'none' end,
           coalesce(exact.id, probable.id), coalesce(exact.unit_id, probable.unit_id)
      from jsonb_to_recordset(${JSON.stringify(jobs)}::text::jsonb)
             as j(key text, "printedAt" timestamptz, login text, printer text, pages int, sheets int, "documentNumber" text)
      left join lateral (
        select d.id, d.unit_id from documents.document d join organization.unit u on u.id = d.unit_id
         where d.number = j."documentNumber"::bigint and u.agency_id = ${agencyId} and d.created_at <= j."printedAt" + interval '1 day'
      ) exact on true
      left join lateral (
        select p.document_id as id, p.unit_id from identity.account a join printing.made_pdf p on p.account_id = a.id
         where a.agency_id = ${agencyId} and a.login = j.login
           and p.at between j."printedAt" - interval '5 minutes' and j."printedAt" + interval '5 minutes'
         order by abs(extract(epoch from p.at - j."printedAt")), p.id limit 1
      ) probable on exact.id is null
    on conflict (agency_id, key) do nothing returning 1`
  return rows.length
}

export async function insertBadLines(db: Database, importId: string, bad: PrintLog['bad']): Promise<void> {
  if (bad.length === 0) return
  await db`insert into printing.bad_line (import_id, line, reason)
    select ${importId}, b.line, b.reason from jsonb_to_recordset(${JSON.stringify(bad)}::text::jsonb) as b(line int, reason text)`
}

export interface PrintedRow {
  name: string
  jobs: number
  pages: number
  sheets: number
  exact: number
  probable: number
  none: number
}

const sums = (db: Database) => db`
  count(*)::int as jobs, sum(j.pages)::int as pages, sum(j.sheets)::int as sheets,
  coalesce(sum(j.pages) filter (where j.attribution = 'exact'), 0)::int as exact,
  coalesce(sum(j.pages) filter (where j.attribution = 'probable'), 0)::int as probable,
  coalesce(sum(j.pages) filter (where j.attribution = 'none'), 0)::int as none`

const ofMonth = (db: Database, agencyId: string, month: string) => db`
  j.agency_id = ${agencyId} and j.printed_at >= ${`${month}-01`}::date::timestamp at time zone 'America/Sao_Paulo'
  and j.printed_at < (${`${month}-01`}::date + interval '1 month') at time zone 'America/Sao_Paulo'`

/** By printer in a month; 500 at most. */
export async function selectByPrinter(db: Database, agencyId: string, month: string): Promise<PrintedRow[]> {
  return db<PrintedRow[]>`select j.printer as name, ${sums(db)} from printing.job j
    where ${ofMonth(db, agencyId, month)} group by 1 order by sum(j.pages) desc, 1 limit 500`
}

/** By the unit of the printed document in a month; what has none is told as such. */
export async function selectByUnit(db: Database, agencyId: string, month: string): Promise<PrintedRow[]> {
  return db<PrintedRow[]>`select coalesce(u.acronym, 'Sem documento do sistema') as name, ${sums(db)}
    from printing.job j left join organization.unit u on u.id = j.unit_id
    where ${ofMonth(db, agencyId, month)} group by u.id, 1 order by sum(j.pages) desc, 1 limit 500`
}

/** Month by month, the year up to the last print, and how many people printed. */
export async function selectByMonth(db: Database, agencyId: string): Promise<(PrintedRow & { people: number })[]> {
  return db<(PrintedRow & { people: number })[]>`
    select to_char(j.printed_at at time zone 'America/Sao_Paulo', 'YYYY-MM') as name, ${sums(db)}, count(distinct j.login)::int as people
      from printing.job j
     where j.agency_id = ${agencyId}
       and j.printed_at > (select max(l.printed_at) from printing.job l where l.agency_id = ${agencyId}) - interval '1 year'
     group by 1 order by 1 desc limit 12`
}

export interface ImportRow {
  id: string
  fileName: string
  importedAt: Date
  jobs: number
  bad: number
}

/** The last twenty logs that were read. */
export async function selectImports(db: Database, agencyId: string): Promise<ImportRow[]> {
  return db<ImportRow[]>`
    select i.id, i.file_name as "fileName", i.imported_at as "importedAt",
           (select count(*)::int from printing.job j where j.import_id = i.id) as jobs,
           (select count(*)::int from printing.bad_line b where b.import_id = i.id) as bad
      from printing.import i where i.agency_id = ${agencyId} order by i.imported_at desc, i.id desc limit 20`
}

/** What could not be read of the last log. */
export async function selectBadLines(db: Database, importId: string): Promise<{ line: number; reason: string }[]> {
  return db<{ line: number; reason: string }[]>`
    select line, reason from printing.bad_line where import_id = ${importId} order by line limit 100`
}
