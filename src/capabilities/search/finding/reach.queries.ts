import type { PendingQuery, Row } from 'postgres'
import type { Database } from '../../../platform/db/index.ts'

/** How far a reader reaches, as SQL needs it. */
export type Reach =
  | {
      readonly kind: 'unit'
      readonly unitId: string
      readonly lineage: readonly string[]
      readonly perDocument: boolean
    }
  | { readonly kind: 'public'; readonly hiddenTypes: readonly string[]; readonly contentFrom: string | undefined }

/** A piece of a statement. */
export type Sql = PendingQuery<Row[]>

/**
 * Whether a document may stand in results: `documents.may_read` written out, because PostgreSQL does not look into
 * functions that ask other tables, and without what is confidential, even for who holds a credential (PES-005). Drafts
 * that a bundle shows to other units are read there and not searched for (PRO-067). A property test holds this together with the rules over random worlds. Expects `d` and `c`.
 */
export function documentWithin(db: Database, reach: Reach): Sql {
  if (reach.kind === 'public') {
    return db`search.public_document(d) and search.public_case(c, ${[...reach.hiddenTypes]}::bigint[])
      and search.content_shown(d, ${reach.contentFrom ?? null}::date)`
  }
  const level = reach.perDocument ? db`c.level` : db`c.effective_level`
  return db`d.state = 'active' and c.state <> 'deleted' and 'confidential' not in (d.level, ${level})
    and case when d.kind = 'authored' and d.signature_count = 0 then d.unit_id = any (${[...reach.lineage]}::bigint[])
             when 'restricted' in (d.level, ${level}) then ${passed(db, reach.lineage)} or ${readsForNow(db, reach.unitId)}
               or ${coSigns(db, reach.unitId)}
             else true end`
}

/** Whether a case file may stand in results: `cases.may_list` written out. Expects `c`. */
export function caseWithin(db: Database, reach: Reach): Sql {
  if (reach.kind === 'public') return db`search.public_case(c, ${[...reach.hiddenTypes]}::bigint[])`
  const level = reach.perDocument ? db`c.level` : db`c.effective_level`
  return db`c.state <> 'deleted' and case ${level} when 'public' then true
    when 'restricted' then ${passed(db, reach.lineage)} or ${readsForNow(db, reach.unitId)} else false end`
}

/** Whether the case file passed through one of these units. */
export function passed(db: Database, unitIds: readonly string[]): Sql {
  return db`exists (select 1 from cases.passage w where w.case_file_id = c.id and w.unit_id = any (${[...unitIds]}::bigint[]))`
}

/** Whether a meeting bundle lets the unit read the case file now. */
function readsForNow(db: Database, unitId: string): Sql {
  return db`exists (select 1 from cases.temporary_reading r
    where r.case_file_id = c.id and r.unit_id = ${unitId}::bigint and r.until is null)`
}

/** Whether a signature bundle has brought a document of the case file to the unit now. */
function coSigns(db: Database, unitId: string): Sql {
  return db`exists (select 1 from documents.co_signing s
    where s.case_file_id = c.id and s.unit_id = ${unitId}::bigint and s.until is null)`
}
