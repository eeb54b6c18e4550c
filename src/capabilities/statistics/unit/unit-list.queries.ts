import type { Database } from '../../../platform/db/index.ts'
import { boundsOf } from '../looking/bounds.queries.ts'
import type { Period } from '../looking/period.form.ts'
import type { Measure } from './measure.text.ts'

export interface CaseLineRow {
  /** Null where the case file is not public: it is counted and not named. */
  number: string | null
  digits: string | null
  typeName: string
  openedAt: Date
  /** Whether it is open in the unit at the end of the period. */
  open: boolean
  seconds: number
}

interface Asked {
  readonly unitId: string
  readonly period: Period
  readonly typeId: string | undefined
  readonly now: Date
  readonly limit: number
  readonly offset: number
}

/** The case files behind a figure. Confidential ones are not listed at all; of restricted ones the number is masked. */
export async function selectCaseLines(
  db: Database,
  measure: Exclude<Measure, 'documentos' | 'externos'>,
  asked: Asked,
): Promise<CaseLineRow[]> {
  const found =
    measure === 'gerados'
      ? db`select o.case_file_id, false as open, 0::numeric as seconds from bounds b, statistics.opened_case o
            where o.unit_id = ${asked.unitId} and o.opened_at >= b.first and o.opened_at < b.beyond`
      : db`select s.case_file_id, bool_or(s.closed_at >= b.beyond) as open,
                  sum(extract(epoch from greatest(least(s.closed_at, b.beyond, ${asked.now}::timestamptz) - greatest(s.opened_at, b.first), interval '0'))) as seconds
             from bounds b, statistics.stay s
            where s.unit_id = ${asked.unitId} and s.closed_at >= b.first and s.opened_at < b.beyond group by 1
           having ${measure === 'tramitados' ? db`true` : measure === 'abertos' ? db`bool_or(s.closed_at >= b.beyond)` : db`not bool_or(s.closed_at >= b.beyond)`}`
  return db<CaseLineRow[]>`
    with ${boundsOf(db, asked.period)}, found as (${found})
    select c.number, c.digits, t.name as "typeName", c.opened_at as "openedAt", f.open, f.seconds::float8 as seconds
      from found f join statistics.named_case c using (case_file_id) join classification.case_type t on t.id = c.case_type_id
     where (${asked.typeId ?? null}::bigint is null or c.case_type_id = ${asked.typeId ?? null})
     order by c.opened_at desc, case_file_id desc limit ${asked.limit} offset ${asked.offset}`
}

export interface DocumentLineRow {
  number: string | null
  typeName: string
  caseNumber: string | null
  caseDigits: string | null
  createdAt: Date
  cancelled: boolean
  draft: boolean
}

/**
 * The documents behind a figure. Those of confidential case files, and drafts of which the reader's unit is not the
 * author, are not listed at all; of what else is not public the numbers are masked.
 */
export async function selectDocumentLines(
  db: Database,
  kind: 'authored' | 'uploaded',
  asked: Asked & { readonly readerUnitId: string },
): Promise<DocumentLineRow[]> {
  return db<DocumentLineRow[]>`
    with ${boundsOf(db, asked.period)}
    select n.number, t.name as "typeName", n.case_number as "caseNumber", n.case_digits as "caseDigits",
           m.created_at as "createdAt", n.cancelled, n.draft
      from bounds b, statistics.made_document m
      join statistics.named_document n using (document_id)
      join classification.document_type t on t.id = n.document_type_id
     where m.unit_id = ${asked.unitId} and m.created_at >= b.first and m.created_at < b.beyond and m.kind = ${kind}
       and (not n.draft or n.unit_id in (select organization.lineage(${asked.readerUnitId})))
       and (${asked.typeId ?? null}::bigint is null or m.case_type_id = ${asked.typeId ?? null})
     order by m.created_at desc, document_id desc limit ${asked.limit} offset ${asked.offset}`
}
