import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isLinkKnown, isLinkNamed, isOpened, joinLinkedCase } from '../../cases/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import type { LetterFormat, LetterStep, Service } from './letter.ts'

export interface LetterRow {
  id: string
  number: number
  year: number
  unitId: string
  unit: string
  expeditionUnitId: string
  expedition: string
  /** Of the unit that asks, or one that succeeds it. */
  isOurs: boolean
  /** Of the unit that posts. */
  isToPost: boolean
  documentId: string
  caseFileId: string
  /** `Ofício 12/2026 (0000123)`; null where the case file is not named here. */
  document: string | null
  documentNumber: string | null
  caseNumber: string | null
  caseDigits: string | null
  service: Service
  withReceipt: boolean
  receiptDays: number
  format: LetterFormat
  addressee: string
  address: string
  city: string
  state: string
  postalCode: string
  notes: string
  departure: string
  askedAt: Date
  askedBy: string
  askedById: string
  listId: string | null
  trackingCode: string | null
  step: LetterStep
  postedOn: LocalDate | null
  deliveredOn: LocalDate | null
  receiver: string
  returnReason: string
  receiptNumber: string | null
  /** The AR was due before today and is not back. */
  receiptIsLate: boolean
  total: number
}

const label = (db: Database) => db`concat_ws(' ', t.name, d.type_number, '(' || lpad(d.number::text, 7, '0') || ')')`

/** The addressee stands on the envelope that the expedition has in its hands; of what became confidential, behind the password. */
const columns = (db: Database, actor: Actor, now: Date) => {
  const shown = isOpened(db, actor, now)
  const name = isLinkNamed(db, actor)
  return db`
  x.id, x.number, x.year, x.unit_id as "unitId", u.acronym as unit, x.expedition_unit_id as "expeditionUnitId", e.acronym as expedition,
  x.unit_id in (select organization.lineage(${actor.unitId})) as "isOurs",
  x.expedition_unit_id in (select organization.lineage(${actor.unitId})) as "isToPost",
  x.document_id as "documentId", x.case_file_id as "caseFileId",
  case when ${name} then ${label(db)} end as document, case when ${name} then lpad(d.number::text, 7, '0') end as "documentNumber",
  case when ${name} then c.number end as "caseNumber", case when ${name} then c.digits end as "caseDigits",
  x.service, x.with_receipt as "withReceipt", x.receipt_days as "receiptDays", x.format,
  case when ${shown} then x.addressee else '(reservado)' end as addressee, case when ${shown} then x.address else '' end as address,
  case when ${shown} then x.city else '' end as city, case when ${shown} then x.state else '' end as state,
  case when ${shown} then x.postal_code else '' end as "postalCode", case when ${shown} then x.notes else '' end as notes,
  case when ${shown} then x.departure else '' end as departure, x.asked_at as "askedAt", x.asked_by as "askedById",
  coalesce(k.social_name, k.name) as "askedBy", x.posting_list_id as "listId", x.tracking_code as "trackingCode", x.step,
  x.posted_on::text as "postedOn", x.delivered_on::text as "deliveredOn",
  case when ${shown} then x.receiver else '' end as receiver, case when ${shown} then x.return_reason else '' end as "returnReason",
  case when ${name} then lpad(r.number::text, 7, '0') end as "receiptNumber", ${isLate(db, now)} as "receiptIsLate"`
}

/** What is out: posted, and neither come home nor settled. */
const isOut = (db: Database) => db`x.step in ('posted', 'in-transit', 'delivered', 'lost')`

/** The days of the AR are over, on the clock of Brasília. */
const isLate = (db: Database, now: Date) => db`
  (x.with_receipt and ${isOut(db)} and x.posted_on + x.receipt_days < ${dayOf(now)}::date)`

const dayOf = (now: Date) => new Date(now.getTime() - 3 * 3_600_000).toISOString().slice(0, 10)

const letters = (db: Database) => db`
  from mailroom.letter x ${joinLinkedCase(db)}
  join documents.document d on d.id = x.document_id
  join classification.document_type t on t.id = d.document_type_id
  join organization.unit u on u.id = x.unit_id
  join organization.unit e on e.id = x.expedition_unit_id
  join identity.account k on k.id = x.asked_by
  left join documents.document r on r.id = x.receipt_document_id`

/** Which letters a list shows: those that the unit asked for, or that it posts. */
export type LetterFilter =
  | { readonly side: 'asked' | 'posting'; readonly step?: LetterStep | undefined }
  | { readonly side: 'asked' | 'posting'; readonly only: 'late' | 'out' }

/** One page of letters that this person may know of, the newest first. */
export async function selectLetters(
  db: Database,
  actor: Actor,
  filter: LetterFilter,
  page: number,
  now: Date,
): Promise<LetterRow[]> {
  const side = filter.side === 'asked' ? db`x.unit_id` : db`x.expedition_unit_id`
  const which =
    'only' in filter
      ? filter.only === 'late'
        ? db`and ${isLate(db, now)}`
        : // GT-04: out for more than seven days, and neither delivered nor back.
          db`and ${isOut(db)} and x.step <> 'delivered' and x.posted_on + 7 < ${dayOf(now)}::date`
      : filter.step
        ? db`and x.step = ${filter.step}`
        : db``
  return db<LetterRow[]>`
    select ${columns(db, actor, now)}, (count(*) over ())::int as total ${letters(db)}
     where ${side} in (select organization.lineage(${actor.unitId})) and ${isLinkKnown(db, actor)} ${which}
     order by x.id desc limit ${rowsPerPage} offset ${(page - 1) * rowsPerPage}`
}

/** By its id or by its tracking code. Undefined: there is none, or it is not for this person. */
export async function selectLetter(
  db: Database,
  actor: Actor,
  by: { readonly id: string } | { readonly trackingCode: string },
  mode: 'reading' | 'locked',
  now: Date,
): Promise<LetterRow | undefined> {
  const [row] = await db<LetterRow[]>`
    select ${columns(db, actor, now)}, 1 as total ${letters(db)}
     where ${'id' in by ? db`x.id = ${by.id}` : db`x.tracking_code = ${by.trackingCode}`} and ${isLinkKnown(db, actor)}
       and (x.unit_id in (select organization.lineage(${actor.unitId}))
            or x.expedition_unit_id in (select organization.lineage(${actor.unitId})))
     ${mode === 'locked' ? db`for update of x` : db``}`
  return row
}

/** The letters of a posting list, or those chosen that still wait for one; at most 100. */
export async function selectForList(
  db: Database,
  actor: Actor,
  of: { readonly listId: string } | { readonly ids: readonly string[] },
  now: Date,
): Promise<LetterRow[]> {
  return db<LetterRow[]>`
    select ${columns(db, actor, now)}, 1 as total ${letters(db)}
     where ${'listId' in of ? db`x.posting_list_id = ${of.listId}` : db`x.id = any (${[...of.ids]}::bigint[]) and x.step = 'requested'`}
       and x.expedition_unit_id in (select organization.lineage(${actor.unitId})) and ${isLinkKnown(db, actor)}
     order by x.id limit 100 ${'ids' in of ? db`for update of x` : db``}`
}

export interface LetterStepRow {
  id: string
  step: LetterStep
  note: string
  at: Date
  person: string
  unit: string
}

export async function selectLetterSteps(db: Database, letterId: string): Promise<LetterStepRow[]> {
  return db<LetterStepRow[]>`
    select s.id, s.step, s.note, s.at, coalesce(k.social_name, k.name) as person, u.acronym as unit
      from mailroom.letter_step s join identity.account k on k.id = s.account_id join organization.unit u on u.id = s.unit_id
     where s.letter_id = ${letterId} order by s.id desc limit 100`
}

/** What goes along. The caller has found the letter, and asks whether its case file may be named. */
export async function selectAttachments(db: Database, letterId: string): Promise<{ label: string; number: string }[]> {
  return db<{ label: string; number: string }[]>`
    select ${label(db)} as label, lpad(d.number::text, 7, '0') as number
      from mailroom.letter_attachment a join documents.document d on d.id = a.document_id
      join classification.document_type t on t.id = d.document_type_id
     where a.letter_id = ${letterId} order by d.number limit 20`
}

/** The letters of a document, for its own page; its reader has passed the gate. */
export async function selectOfDocument(
  db: Database,
  actor: Actor,
  documentId: string,
  now: Date,
): Promise<LetterRow[]> {
  return db<LetterRow[]>`
    select ${columns(db, actor, now)}, 1 as total ${letters(db)}
     where x.document_id = ${documentId} and ${isLinkKnown(db, actor)}
       and (x.unit_id in (select organization.lineage(${actor.unitId}))
            or x.expedition_unit_id in (select organization.lineage(${actor.unitId})))
     order by x.id desc limit 20`
}

/** Level of a document, for what comes back to it. */
export async function selectLevelOf(
  db: Database,
  documentId: string,
): Promise<{ level: 'public' | 'restricted' | 'confidential'; legalBasisId: string | null }> {
  const [row] = await db<{ level: 'public' | 'restricted' | 'confidential'; legalBasisId: string | null }[]>`
    select level, legal_basis_id as "legalBasisId" from documents.document where id = ${documentId}`
  if (!row) throw new Error('a letter without its document')
  return row
}
