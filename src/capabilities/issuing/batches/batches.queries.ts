import type { Actor, Permission } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { ListRow } from './list.rules.ts'
import type { BatchRequest } from './prepare-batch.ts'

export interface BatchRow {
  id: string
  unitId: string
  accountId: string
  at: Date
  fileName: string
  request: BatchRequest
  state: 'prepared' | 'running' | 'done'
  rows: number
  problems: number
  made: number
}

export async function insertBatch(
  db: Database,
  actor: Actor,
  batch: { readonly fileName: string; readonly request: BatchRequest; readonly rows: readonly ListRow[] },
  now: Date,
): Promise<string> {
  const rows = batch.rows.map((row) => ({ ...row, problem: row.problem ?? null }))
  const [made] = await db<{ id: string }[]>`
    with made as (
      insert into issuing.batch (unit_id, account_id, at, file_name, request)
      values (${actor.unitId}, ${actor.userId}, ${now}, ${batch.fileName}, ${JSON.stringify(batch.request)}::text::jsonb) returning id),
    filled as (
      insert into issuing.batch_row (batch_id, line, case_digits, fields, problem)
      select made.id, r.line, r."caseDigits", r.fields, r.problem
        from made, jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
          as r(line int, "caseDigits" text, fields jsonb, problem text))
    select id from made`
  return made?.id ?? ''
}

/** A list of this person in this unit: it is nobody else's. */
export async function selectBatch(
  db: Database,
  of: { readonly userId: string; readonly unitId: string },
  id: string,
): Promise<BatchRow | undefined> {
  const [row] = await db<BatchRow[]>`
    select b.id, b.unit_id as "unitId", b.account_id as "accountId", b.at, b.file_name as "fileName", b.request, b.state,
           r.rows, r.problems, r.made
      from issuing.batch b,
           lateral (select count(*)::int as rows, count(problem)::int as problems, count(document_number)::int as made
                      from issuing.batch_row where batch_id = b.id) r
     where b.id = ${id} and b.unit_id = ${of.unitId} and b.account_id = ${of.userId}`
  return row
}

export interface BatchItemRow {
  line: number
  caseDigits: string
  fields: Record<string, string>
  problem: string | null
  documentNumber: string | null
}

/** Those with a problem first, then in the order of their lines. */
export async function selectItems(
  db: Database,
  batchId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<BatchItemRow[]> {
  return db<BatchItemRow[]>`
    select line, case_digits as "caseDigits", fields, problem, document_number as "documentNumber"
      from issuing.batch_row where batch_id = ${batchId}
     order by problem is null, line limit ${page.limit} offset ${page.offset}`
}

/** Begins what was looked through and has no problem; false where it has begun already. */
export async function beginBatch(db: Database, id: string, now: Date): Promise<boolean> {
  const { count } = await db`
    update issuing.batch b set state = 'running', begun_at = ${now}
     where b.id = ${id} and b.state = 'prepared'
       and not exists (select 1 from issuing.batch_row r where r.batch_id = b.id and r.problem is not null)`
  return count === 1
}

export async function selectRunning(
  db: Database,
  id: string,
): Promise<{ request: BatchRequest; accountId: string; unitId: string; at: Date } | undefined> {
  const [row] = await db<{ request: BatchRequest; accountId: string; unitId: string; at: Date }[]>`
    select request, account_id as "accountId", unit_id as "unitId", begun_at as at
      from issuing.batch where id = ${id} and state = 'running'`
  return row
}

/** The next row that nothing has become of, held until the transaction ends; one that another worker holds is passed over. */
export async function takeNextRow(db: Database, batchId: string): Promise<BatchItemRow | undefined> {
  const [row] = await db<BatchItemRow[]>`
    select line, case_digits as "caseDigits", fields, problem, document_number as "documentNumber"
      from issuing.batch_row where batch_id = ${batchId} and problem is null and document_number is null
     order by line limit 1 for update skip locked`
  return row
}

export async function settleRow(
  db: Database,
  row: { readonly batchId: string; readonly line: number },
  result: { readonly problem?: string; readonly documentNumber?: string },
): Promise<void> {
  await db`update issuing.batch_row set problem = ${result.problem ?? null}, document_number = ${result.documentNumber ?? null}
    where batch_id = ${row.batchId} and line = ${row.line} and document_number is null`
}

export async function endBatch(db: Database, id: string, now: Date): Promise<void> {
  await db`update issuing.batch b set state = 'done', ended_at = ${now}
    where b.id = ${id} and b.state = 'running'
      and not exists (select 1 from issuing.batch_row r
                       where r.batch_id = b.id and r.problem is null and r.document_number is null)`
}

/** Who asked, with the permissions of today; undefined where the account was closed. */
export async function selectAsker(
  db: Database,
  by: { readonly accountId: string; readonly unitId: string },
  today: string,
): Promise<Actor | undefined> {
  const [row] = await db<(Omit<Actor, 'permissions'> & { permissions: Permission[] })[]>`
    select a.id as "userId", coalesce(a.social_name, a.name) as name, a.login, u.id as "unitId", u.slug as "unitSlug",
           u.acronym as "unitAcronym", u.name as "unitName", u.agency_id as "agencyId", '' as "sessionHash",
           identity.permissions_in(a.id, u.id, ${today}::date) as permissions
      from identity.account a, organization.unit u
     where a.id = ${by.accountId} and u.id = ${by.unitId} and a.disabled_at is null`
  return row && { ...row, permissions: new Set(row.permissions) }
}
