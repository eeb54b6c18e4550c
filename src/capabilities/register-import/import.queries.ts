import type { Permission } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { FieldProblem } from '../../platform/form-fields.ts'
import type { Cells, FieldChange } from '../organization/index.ts'
import type { RowToImport } from './read-file.rules.ts'

export type ImportState = 'trying' | 'tried' | 'running' | 'done' | 'failed'
export type RowResult = 'created' | 'changed' | 'unchanged' | 'refused'

export interface ImportRow {
  id: string
  register: string
  fileName: string
  sha256: string
  accountId: string
  unitId: string
  askedAt: Date
  rowCount: number
  state: ImportState
  doneCount: number
  confirmedAt: Date | null
  endedAt: Date | null
  problem: string | null
}

export async function insertImport(
  db: Database,
  file: {
    readonly register: string
    readonly fileName: string
    readonly sha256: string
    readonly accountId: string
    readonly unitId: string
    readonly rows: readonly RowToImport[]
  },
  now: Date,
): Promise<string> {
  const [made] = await db<{ id: string }[]>`
    insert into register_import.import (register, file_name, sha256, account_id, unit_id, asked_at, row_count)
    values (${file.register}, ${file.fileName}, ${file.sha256}, ${file.accountId}, ${file.unitId}, ${now}, ${file.rows.length})
    returning id`
  if (!made) throw new Error('an import was not inserted')
  for (let from = 0; from < file.rows.length; from += insertedAtOnce) {
    const rows = file.rows.slice(from, from + insertedAtOnce).map(({ line, cells, fault, dependsOn }, index) => ({
      position: from + index + 1,
      line,
      cells: {
        ...cells,
        ...(fault ? { [faultCell]: fault } : {}),
        ...(dependsOn ? { [dependenceCell]: String(dependsOn) } : {}),
      },
    }))
    await db`
      insert into register_import.row (import_id, position, line, cells)
      select ${made.id}, r.position, r.line, r.cells
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(position int, line int, cells jsonb)`
  }
  return made.id
}

/** No column has this name: it carries what is wrong with the row as such. */
export const faultCell = ''
/** Nor this one: it carries the line of the same file on which the row depends. */
export const dependenceCell = ' '
const insertedAtOnce = 2000

const columns = (db: Database) => db`i.id, i.register, i.file_name as "fileName", i.sha256, i.account_id as "accountId",
  i.unit_id as "unitId", i.asked_at as "askedAt", i.row_count as "rowCount", i.state, i.done_count as "doneCount",
  i.confirmed_at as "confirmedAt", i.ended_at as "endedAt", i.problem`

/** The import of who sent it, in the unit from which it was sent; for anybody else it is not there. */
export async function selectImport(
  db: Database,
  id: string,
  by?: { readonly userId: string; readonly unitId: string },
): Promise<ImportRow | undefined> {
  const [row] = await db<ImportRow[]>`
    select ${columns(db)} from register_import.import i where i.id = ${id}
     ${by ? db`and i.account_id = ${by.userId} and i.unit_id = ${by.unitId}` : db``}`
  return row
}

export async function selectImports(
  db: Database,
  by: { readonly userId: string; readonly unitId: string },
): Promise<ImportRow[]> {
  return db<ImportRow[]>`
    select ${columns(db)} from register_import.import i
     where i.account_id = ${by.userId} and i.unit_id = ${by.unitId} order by i.id desc limit 50`
}

export async function countUnfinished(db: Database, accountId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from register_import.import
     where account_id = ${accountId} and state in ('trying', 'running')`
  return row?.count ?? 0
}

export interface RowToWork {
  position: number
  line: number
  cells: Cells
}

export async function selectRows(db: Database, importId: string, after: number, limit: number): Promise<RowToWork[]> {
  return db<RowToWork[]>`
    select position, line, cells from register_import.row
     where import_id = ${importId} and position > ${after} order by position limit ${limit}`
}

/** Which of these lines were refused by the run so far. */
export async function selectRefusedLines(
  db: Database,
  importId: string,
  lines: readonly number[],
): Promise<readonly number[]> {
  const rows = await db<{ line: number }[]>`
    select line from register_import.row
     where import_id = ${importId} and line = any (${[...lines]}::int[]) and result = 'refused'`
  return rows.map(({ line }) => line)
}

export interface WorkedRow {
  readonly position: number
  readonly kind: RowResult
  readonly details: readonly (FieldChange | FieldProblem)[]
}

/** What the trial said of rows, or what was done with them. */
export async function updateRows(
  db: Database,
  importId: string,
  pass: 'trial' | 'result',
  rows: readonly WorkedRow[],
): Promise<void> {
  await db`
    update register_import.row r set ${db(pass)} = w.kind, details = w.details
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as w(position int, kind text, details jsonb)
     where r.import_id = ${importId} and r.position = w.position`
}

export async function updateProgress(db: Database, importId: string, doneCount: number): Promise<void> {
  await db`update register_import.import set done_count = ${doneCount} where id = ${importId}`
}

/** Takes the import further, only from the state in which it was; false where somebody else did already. */
export async function moveOn(
  db: Database,
  importId: string,
  from: ImportState,
  to: { readonly state: ImportState; readonly problem?: string; readonly doneCount?: number },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update register_import.import set state = ${to.state}, problem = ${to.problem ?? null},
           done_count = coalesce(${to.doneCount ?? null}, done_count),
           confirmed_at = case when ${to.state} = 'running' then ${now} else confirmed_at end,
           ended_at = case when ${to.state} in ('done', 'failed') then ${now}::timestamptz end
     where id = ${importId} and state = ${from} returning 1`
  return rows.length > 0
}

/** How far the run is, with the import held until the transaction ends; undefined where it is not running. */
export async function lockRunning(db: Database, importId: string): Promise<number | undefined> {
  const [row] = await db<{ doneCount: number }[]>`
    select done_count as "doneCount" from register_import.import where id = ${importId} and state = 'running' for update`
  return row?.doneCount
}

export type Counts = Readonly<Record<RowResult, number>>

/** How many rows of each kind, of the latest pass that has an answer. */
export async function selectCounts(db: Database, importId: string, pass: 'trial' | 'result'): Promise<Counts> {
  const rows = await db<{ kind: RowResult | null; count: number }[]>`
    select ${db(pass)} as kind, count(*)::int as count from register_import.row where import_id = ${importId} group by 1`
  const of = (kind: RowResult) => rows.find((row) => row.kind === kind)?.count ?? 0
  return { created: of('created'), changed: of('changed'), unchanged: of('unchanged'), refused: of('refused') }
}

export interface TellingRow extends RowToWork {
  kind: RowResult | null
  details: (FieldChange | FieldProblem)[]
  total: number
}

/** One page of rows in the order of the file, of one kind or all. */
export async function selectTellingRows(
  db: Database,
  importId: string,
  asked: {
    readonly pass: 'trial' | 'result'
    readonly kind: RowResult | undefined
    readonly limit: number
    readonly offset: number
  },
): Promise<TellingRow[]> {
  return db<TellingRow[]>`
    select position, line, cells, ${db(asked.pass)} as kind, details, (count(*) over ())::int as total
      from register_import.row where import_id = ${importId}
       ${asked.kind ? db`and ${db(asked.pass)} = ${asked.kind}` : db``}
     order by line limit ${asked.limit} offset ${asked.offset}`
}

export interface SenderRow {
  name: string
  login: string
  unitSlug: string
  unitAcronym: string
  unitName: string
  agencyId: string
  permissions: Permission[]
}

/** Who sent it, with the permissions of today; undefined where the account was closed. */
export async function selectSender(
  db: Database,
  by: { readonly accountId: string; readonly unitId: string },
  today: string,
): Promise<SenderRow | undefined> {
  const [row] = await db<SenderRow[]>`
    select coalesce(a.social_name, a.name) as name, a.login, u.slug as "unitSlug", u.acronym as "unitAcronym",
           u.name as "unitName", u.agency_id as "agencyId",
           identity.permissions_in(a.id, u.id, ${today}::date) as permissions
      from identity.account a, organization.unit u
     where a.id = ${by.accountId} and u.id = ${by.unitId} and a.disabled_at is null`
  return row
}

/** What files said of people is not kept longer than the report of it is of use. */
export async function deleteOldImports(db: Database, before: Date): Promise<number> {
  const rows = await db`
    delete from register_import.import where asked_at < ${before} and state not in ('trying', 'running') returning 1`
  return rows.length
}
