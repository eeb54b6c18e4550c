import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { AccessLevel } from '../access.rules.ts'

export interface OpeningUnitRow {
  agencyCode: string
  unitCode: string
  numberMask: string
  isMailroom: boolean
  informedNumber: unknown
  informedMask: unknown
}

/** What makes numbers in the actor's unit. */
export async function selectOpeningUnit(db: Database, actor: Actor): Promise<OpeningUnitRow> {
  const [row] = await db<OpeningUnitRow[]>`
    select g.number_code as "agencyCode", u.number_code as "unitCode", g.number_mask as "numberMask", u.is_mailroom as "isMailroom",
           (select value from platform.setting where name = 'informed-number') as "informedNumber",
           (select value from platform.setting where name = 'informed-mask') as "informedMask"
      from organization.unit u join organization.agency g on g.id = u.agency_id where u.id = ${actor.unitId}`
  if (!row) throw new Error(`no unit ${actor.unitId}`)
  return row
}

/**
 * An id for the case file to be. Taken before its number, so that all its rows can be written in one round trip while
 * others wait for theirs; ids may have gaps.
 */
export async function reserveCaseFileId(db: Database): Promise<string> {
  const [row] = await db<{ id: string }[]>`select nextval(pg_get_serial_sequence('cases.case_file', 'id')) as id`
  if (!row) throw new Error('a sequence gave nothing')
  return row.id
}

/** The next number of the sequence. Others wait for it from here until the transaction ends. */
export async function takeSequence(db: Database, scope: string, year: number): Promise<number> {
  const [row] = await db<{ last: number }[]>`
    insert into cases.number_counter (scope, year, last) values (${scope}, ${year}, 1)
    on conflict (scope, year) do update set last = number_counter.last + 1 returning last`
  if (!row) throw new Error('a counter gave nothing')
  return row.last
}

export interface CaseFileToInsert {
  readonly id: string
  readonly number: string
  readonly digits: string
  readonly informed: boolean
  readonly typeId: string
  readonly summary: string
  readonly filedOn: string
  readonly priority: string | undefined
  readonly level: AccessLevel
  readonly legalBasisId: string | undefined
}

/** False where another case file has these digits. */
export async function insertCaseFile(db: Database, actor: Actor, row: CaseFileToInsert, now: Date): Promise<boolean> {
  const inserted = await db`
    insert into cases.case_file (id, number, digits, number_informed, agency_id, unit_id, case_type_id, summary, filed_on,
      opened_at, opened_by, priority, level, effective_level, legal_basis_id, news_at, news_unit_id)
    overriding system value
    values (${row.id}, ${row.number}, ${row.digits}, ${row.informed}, ${actor.agencyId}, ${actor.unitId}, ${row.typeId},
      ${row.summary}, ${row.filedOn}::date, ${now}, ${actor.userId}, ${row.priority ?? null}, ${row.level}, ${row.level},
      ${row.legalBasisId ?? null}, ${now}, ${actor.unitId})
    on conflict (digits) do nothing returning 1`
  return inserted.length > 0
}
