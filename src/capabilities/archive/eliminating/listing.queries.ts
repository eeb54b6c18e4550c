import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { ListingState, Role } from './elimination.rules.ts'

export interface ListingRow {
  id: string
  name: string
  agencyId: string
  agency: string
  unitId: string
  unitAcronym: string
  state: ListingState
  caseFileId: string
  caseNumber: string
  caseDigits: string
  /** The case file of the listing itself became confidential: of its documents nothing is told. */
  confidential: boolean
  listingNumber: string | null
  termNumber: string | null
  madeAt: Date
  madeByName: string
  noticeReference: string | null
  noticeOn: LocalDate | null
  noticeDays: number | null
  orderedBy: string | null
  orderedByName: string | null
  confirmedBy: string | null
  confirmedByName: string | null
  confirmedUnitId: string | null
  executedAt: Date | null
  abandonReason: string | null
  signatures: { role: Role; accountId: string; name: string; at: string }[]
  counts: { listed: number; contested: number; withdrawn: number; eliminated: number }
  total: number
}

const columns = (db: Database) => db`
  l.id, l.number || '/' || l.year as name, l.agency_id as "agencyId", g.acronym as agency, l.unit_id as "unitId", u.acronym as "unitAcronym",
  l.state, l.case_file_id as "caseFileId", c.number as "caseNumber", c.digits as "caseDigits",
  'confidential' in (c.level, c.effective_level) as confidential,
  (select lpad(d.number::text, 7, '0') from documents.document d where d.id = l.listing_document_id) as "listingNumber",
  (select lpad(d.number::text, 7, '0') from documents.document d where d.id = l.term_document_id) as "termNumber",
  l.made_at as "madeAt", coalesce(a.social_name, a.name) as "madeByName", l.notice_reference as "noticeReference",
  l.notice_on::text as "noticeOn", l.notice_days as "noticeDays", l.ordered_by as "orderedBy",
  (select coalesce(o.social_name, o.name) from identity.account o where o.id = l.ordered_by) as "orderedByName",
  l.confirmed_by as "confirmedBy", (select coalesce(o.social_name, o.name) from identity.account o where o.id = l.confirmed_by) as "confirmedByName",
  l.confirmed_unit_id as "confirmedUnitId", l.executed_at as "executedAt", l.abandon_reason as "abandonReason",
  coalesce((select jsonb_agg(jsonb_build_object('role', s.role, 'accountId', s.account_id::text, 'name', s.name, 'at', s.signed_at)
              order by s.signed_at) from archive.listing_signature s where s.listing_id = l.id), '[]') as signatures,
  (select jsonb_build_object('listed', count(*) filter (where i.state = 'listed'), 'contested', count(*) filter (where i.state = 'contested'),
            'withdrawn', count(*) filter (where i.state = 'withdrawn'), 'eliminated', count(*) filter (where i.state = 'eliminated'))
     from archive.listing_item i where i.listing_id = l.id) as counts`

const from = (db: Database) => db`from archive.listing l join organization.agency g on g.id = l.agency_id
  join organization.unit u on u.id = l.unit_id join cases.case_file c on c.id = l.case_file_id
  join identity.account a on a.id = l.made_by`

/** The listings of the actor's agency, the latest first. */
export async function selectListings(db: Database, actor: Actor, page: number): Promise<ListingRow[]> {
  return db<ListingRow[]>`select ${columns(db)}, (count(*) over ())::int as total ${from(db)}
    where l.agency_id = ${actor.agencyId} order by l.id desc limit 50 offset ${(page - 1) * 50}`
}

/** One of the actor's agency, held where something is done to it. */
export async function selectListing(
  db: Database,
  agencyId: string,
  id: string,
  mode: 'reading' | 'locked',
): Promise<ListingRow | undefined> {
  // Held by a statement of its own: what is read afterwards is as others left it.
  if (mode === 'locked') await db`select 1 from archive.listing where id = ${id} for update`
  const [row] = await db<ListingRow[]>`select ${columns(db)}, 1 as total ${from(db)}
    where l.id = ${id} and l.agency_id = ${agencyId}`
  return row
}

export interface ItemRow {
  caseFileId: string
  position: number
  /** Null where this person may not list the case file. */
  number: string | null
  digits: string | null
  typeName: string | null
  restricted: boolean
  classCode: string
  finalOn: LocalDate
  state: 'listed' | 'contested' | 'withdrawn' | 'eliminated'
  reason: string | null
}

/** The items of a listing as this person may know them. */
export async function selectItems(db: Database, actor: Pick<Actor, 'unitId'>, listingId: string): Promise<ItemRow[]> {
  return db<ItemRow[]>`
    select i.case_file_id as "caseFileId", i.position, case when v.shown then c.number end as number,
           case when v.shown then c.digits end as digits, case when v.shown then t.name end as "typeName",
           c.effective_level <> 'public' or c.level <> 'public' as restricted, i.class_code as "classCode",
           i.final_on::text as "finalOn", i.state, i.reason
      from archive.listing_item i join cases.case_file c on c.id = i.case_file_id
      join classification.case_type t on t.id = c.case_type_id
     cross join lateral (select cases.may_list(c, ${actor.unitId}, platform.flag('per-document-internal')) as shown) v
     where i.listing_id = ${listingId} order by i.position limit 500`
}

export async function insertListing(
  db: Database,
  actor: Actor,
  listing: {
    readonly caseFileId: string
    readonly year: number
    readonly items: readonly { readonly caseFileId: string; readonly classCode: string; readonly finalOn: string }[]
  },
  now: Date,
): Promise<{ id: string; name: string }> {
  await db`select pg_advisory_xact_lock(hashtextextended('archive.listing ' || ${actor.agencyId}::text, 0))`
  const [row] = await db<{ id: string; name: string }[]>`
    insert into archive.listing (agency_id, unit_id, year, number, case_file_id, made_at, made_by)
    select ${actor.agencyId}, ${actor.unitId}, ${listing.year}::int,
           coalesce((select max(number) from archive.listing where agency_id = ${actor.agencyId} and year = ${listing.year}), 0) + 1,
           ${listing.caseFileId}, ${now}, ${actor.userId}
    returning id, number || '/' || year as name`
  if (!row) throw new Error('a listing was not inserted')
  await db`
    insert into archive.listing_item (listing_id, case_file_id, position, class_code, final_on)
    select ${row.id}, i."caseFileId", i.position, i."classCode", i."finalOn"
      from jsonb_to_recordset(${JSON.stringify(listing.items.map((item, index) => ({ ...item, position: index + 1 })))}::text::jsonb)
        as i("caseFileId" bigint, position int, "classCode" text, "finalOn" date)`
  return row
}

export async function updateItem(
  db: Database,
  item: { readonly listingId: string; readonly caseFileId: string },
  to: { readonly state: 'contested' | 'withdrawn' | 'eliminated'; readonly reason: string | null; readonly by: string },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update archive.listing_item set state = ${to.state}, reason = ${to.reason}, decided_at = ${now}, decided_by = ${to.by}
     where listing_id = ${item.listingId} and case_file_id = ${item.caseFileId} and state = 'listed' returning 1`
  return rows.length > 0
}

export async function insertSignature(db: Database, actor: Actor, listingId: string, role: Role, now: Date) {
  await db`insert into archive.listing_signature (listing_id, role, account_id, name, signed_at)
    values (${listingId}, ${role}, ${actor.userId}, ${actor.name}, ${now})`
}

/** Changes only what is given. */
export async function updateListing(
  db: Database,
  id: string,
  to: {
    readonly state?: ListingState
    readonly listingDocumentId?: string
    readonly termDocumentId?: string
    readonly notice?: { readonly reference: string; readonly on: string; readonly days: number }
    readonly ordered?: { readonly by: string; readonly at: Date }
    readonly confirmed?: { readonly by: string; readonly unitId: string; readonly at: Date }
    readonly executedAt?: Date
    readonly abandonReason?: string
  },
): Promise<void> {
  await db`update archive.listing set state = coalesce(${to.state ?? null}, state),
      listing_document_id = coalesce(${to.listingDocumentId ?? null}::bigint, listing_document_id),
      term_document_id = coalesce(${to.termDocumentId ?? null}::bigint, term_document_id),
      notice_reference = coalesce(${to.notice?.reference ?? null}, notice_reference),
      notice_on = coalesce(${to.notice?.on ?? null}::date, notice_on), notice_days = coalesce(${to.notice?.days ?? null}::int, notice_days),
      ordered_by = coalesce(${to.ordered?.by ?? null}::bigint, ordered_by), ordered_at = coalesce(${to.ordered?.at ?? null}::timestamptz, ordered_at),
      confirmed_by = coalesce(${to.confirmed?.by ?? null}::bigint, confirmed_by),
      confirmed_unit_id = coalesce(${to.confirmed?.unitId ?? null}::bigint, confirmed_unit_id),
      confirmed_at = coalesce(${to.confirmed?.at ?? null}::timestamptz, confirmed_at),
      executed_at = coalesce(${to.executedAt ?? null}::timestamptz, executed_at),
      abandon_reason = coalesce(${to.abandonReason ?? null}, abandon_reason)
    where id = ${id}`
}

/** An abandoned listing leaves its case files free for another. */
export async function withdrawAll(
  db: Database,
  listingId: string,
  reason: string,
  by: string,
  now: Date,
): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    update archive.listing_item set state = 'withdrawn', reason = ${reason}, decided_at = ${now}, decided_by = ${by}
     where listing_id = ${listingId} and state in ('listed', 'contested') returning case_file_id as id`
  return rows.map(({ id }) => id)
}

/** The id of a document, by its nº SEI. */
export async function selectDocumentIds(db: Database, number: string): Promise<string[]> {
  const rows = await db<{ id: string }[]>`select id from documents.document where number = ${number}`
  return rows.map(({ id }) => id)
}
