import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { AccessLevel } from './access.rules.ts'
import type { CaseState } from './case-file.ts'

export interface GateRow {
  id: string
  number: string
  digits: string
  agencyId: string
  agencyAcronym: string
  agencyName: string
  unitId: string
  unitAcronym: string
  typeId: string
  typeName: string
  summary: string
  filedOn: string
  openedAt: Date
  /** Or it came along because what was asked for is annexed to it. */
  asked: boolean
  openedBy: string
  priority: string | null
  level: AccessLevel
  effectiveLevel: AccessLevel
  perDocumentInternal: boolean
  legalBasisId: string | null
  legalBasisName: string | null
  state: CaseState
  passedHere: boolean
  readsForNow: boolean
  hasCredential: boolean
  passwordConfirmed: boolean
  openUnits: number
  suspensionUnitId: string | null
  annexedToNumber: string | null
  annexedToDigits: string | null
  hasAnnexes: boolean
  unread: boolean
  hasDocuments: boolean
  holdingId: string | null
  origin: 'generated' | 'received'
  heldSince: Date
  receivedAt: Date | null
  assignedTo: string | null
  assignedToName: string | null
}

/** How a case file is asked for: the digits of its number, its internal id, or the nº SEI of a document in it. */
export type CaseKey = { readonly digits: string } | { readonly id: string } | { readonly documentNumber: string }

/**
 * Which case files are meant, in one statement whatever the key: that there is no such document, and that its case file
 * is not for this actor, take the same way and the same time.
 */
function isAskedFor(db: Database, keys: readonly CaseKey[]) {
  const digits = keys.flatMap((key) => ('digits' in key ? [key.digits] : []))
  const ids = keys.flatMap((key) => ('id' in key ? [key.id] : []))
  const numbers = keys.flatMap((key) => ('documentNumber' in key ? [key.documentNumber] : []))
  return db`(c.digits = any (${digits}::text[]) or c.id = any (${ids}::bigint[] || array(
    select d.case_file_id from documents.document d where d.number = any (${numbers}::bigint[]) and d.state <> 'deleted')))`
}

/**
 * Holds the case files until the transaction ends, in the order of their ids, so that two acts between the same two
 * never wait for each other.
 *
 * A statement of its own, before what is decided by is read: a statement that waited for a row still sees all other
 * tables as they were before it waited.
 */
export async function lockCaseFiles(db: Database, keys: readonly CaseKey[]): Promise<void> {
  await db`select 1 from cases.case_file c where ${isAskedFor(db, keys)} order by c.id for update`
}

/**
 * Everything the gate decides by, in one statement for any number of case files and for those to which they are annexed,
 * since these decide what may be done with them.
 */
export async function selectForGate(
  db: Database,
  actor: Actor,
  keys: readonly CaseKey[],
  now: Date,
): Promise<GateRow[]> {
  return db<GateRow[]>`
    select ${isAskedFor(db, keys)} as asked, c.id, c.number, c.digits, c.agency_id as "agencyId", g.acronym as "agencyAcronym", g.name as "agencyName",
           c.unit_id as "unitId", u.acronym as "unitAcronym", c.case_type_id as "typeId", t.name as "typeName", c.summary,
           c.filed_on::text as "filedOn", c.opened_at as "openedAt", coalesce(o.social_name, o.name) as "openedBy", c.priority,
           c.level, c.effective_level as "effectiveLevel", platform.flag('per-document-internal') as "perDocumentInternal",
           c.legal_basis_id as "legalBasisId", b.name as "legalBasisName", c.state,
           cases.passed(c.id, ${actor.unitId}) as "passedHere", cases.reads_for_now(c.id, ${actor.unitId}) as "readsForNow",
           cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}) as "hasCredential",
           exists (select 1 from identity.confirmation k
                    where k.session_hash = decode(${actor.sessionHash}, 'hex') and k.case_file_id = c.id and k.until > ${now}) as "passwordConfirmed",
           (select count(*)::int from cases.holding x where x.case_file_id = c.id and x.closed_at is null) as "openUnits",
           s.unit_id as "suspensionUnitId", case when n.hidden then '(sigiloso)' else n.number end as "annexedToNumber",
           case when not n.hidden then n.digits end as "annexedToDigits",
           exists (select 1 from cases.annexation x where x.principal_id = c.id and x.undone_at is null) as "hasAnnexes",
           exists (select 1 from documents.document x where x.case_file_id = c.id and x.state <> 'deleted') as "hasDocuments",
           not exists (select 1 from cases.reading e
                        where e.case_file_id = c.id and e.account_id = ${actor.userId} and e.read_at >= c.news_at) as unread,
           h.id as "holdingId", h.origin, h.opened_at as "heldSince", h.received_at as "receivedAt",
           h.assigned_to as "assignedTo", coalesce(p.social_name, p.name) as "assignedToName"
      from cases.case_file c
      join organization.agency g on g.id = c.agency_id
      join organization.unit u on u.id = c.unit_id
      join classification.case_type t on t.id = c.case_type_id
      join identity.account o on o.id = c.opened_by
      left join classification.legal_basis b on b.id = c.legal_basis_id
      left join cases.suspension s on s.case_file_id = c.id and s.ended_at is null
      left join cases.annexation x on x.annexed_id = c.id and x.undone_at is null
      left join lateral (
        select p.number, p.digits, cases.governing_level(p, platform.flag('per-document-internal')) = 'confidential'
                 and not cases.holds_credential(p.id, ${actor.userId}, ${actor.unitId}) as hidden
          from cases.case_file p where p.id = x.principal_id) n on true
      left join cases.holding h on h.case_file_id = c.id and h.unit_id = ${actor.unitId} and h.closed_at is null
      left join identity.account p on p.id = h.assigned_to
     where (${isAskedFor(db, keys)} or c.id = any (array(
             select a.principal_id from cases.annexation a join cases.case_file c on c.id = a.annexed_id
              where a.undone_at is null and ${isAskedFor(db, keys)})))
       and c.state <> 'deleted'
     order by c.id`
}

/** Of these digits, those of confidential case files to which this actor holds no active credential. */
export async function selectSecretDigits(db: Database, actor: Actor, digits: readonly string[]): Promise<string[]> {
  const rows = await db<{ digits: string }[]>`
    select c.digits from cases.case_file c
     where c.digits = any (${[...digits]}::text[])
       and cases.governing_level(c, platform.flag('per-document-internal')) = 'confidential'
       and not cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId})`
  return rows.map((row) => row.digits)
}
