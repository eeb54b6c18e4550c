import type { Actor } from '../../../platform/actor.ts'
import type { Database, Transaction } from '../../../platform/db/index.ts'
import { isOfUnit } from '../authorities/calendars.queries.ts'
import type { Occupied } from './commitment.rules.ts'
import type { CommitmentState, CommitmentTerms } from './commitment.ts'

export interface BookingRow {
  readonly officeId: string
  readonly terms: CommitmentTerms
  readonly day: string
  readonly caseFileId: string | null
  readonly requestId: string | null
}

/**
 * Who attends is looked up in the same statement: who stands in on that day, else the holder. Undefined: something is in
 * the way, or the office has no agenda here. The database alone decides which of many at once is confirmed (AG-02).
 */
export async function insertCommitment(
  db: Database,
  actor: Actor,
  { officeId, terms, day, caseFileId, requestId }: BookingRow,
  now: Date,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into agenda.commitment (office_id, agency_id, account_id, capacity, request_id, kind, subject, place, books_room, during,
           participants, representative, represented, interests, reserved_basis, disclose_on, words_are_public, case_file_id, registered_at,
           registered_by, changed_at, changed_by)
    select k.office_id, u.agency_id, t.account_id, coalesce(t.capacity, o.title), ${requestId}::bigint, ${terms.kind}, ${terms.subject},
           ${terms.place}, ${terms.booksRoom}, tstzrange(${terms.from}, ${terms.to}),
           ${JSON.stringify(terms.participants)}::text::jsonb, ${terms.representative}, ${terms.represented}, ${terms.interests},
           ${terms.reserved?.basis ?? null}, ${terms.reserved?.discloseOn ?? null}::date, ${terms.wordsArePublic}, ${caseFileId}::bigint,
           ${now}, ${actor.userId}, ${now}, ${actor.userId}
      from agenda.calendar k
      join identity.office o on o.id = k.office_id and o.deactivated_at is null and ${isOfUnit(db, actor)}
      join organization.unit u on u.id = o.unit_id
      left join lateral agenda.attendant(k.office_id, ${day}::date) t on true
     where k.office_id = ${officeId}
    on conflict do nothing
    returning id`
  return row?.id
}

/** False: something is in the way, and nothing was changed. */
export async function updateCommitment(
  trx: Transaction,
  actor: Actor,
  id: string,
  { terms, day, caseFileId, state }: Omit<BookingRow, 'officeId' | 'requestId'> & { readonly state: CommitmentState },
  now: Date,
): Promise<boolean> {
  try {
    await trx.savepoint(
      (db) => db`
      update agenda.commitment x set kind = ${terms.kind}, subject = ${terms.subject}, place = ${terms.place},
             books_room = ${terms.booksRoom}, during = tstzrange(${terms.from}, ${terms.to}),
             participants = ${JSON.stringify(terms.participants)}::text::jsonb, representative = ${terms.representative},
             represented = ${terms.represented}, interests = ${terms.interests}, reserved_basis = ${terms.reserved?.basis ?? null},
             disclose_on = ${terms.reserved?.discloseOn ?? null}::date, words_are_public = ${terms.wordsArePublic}, case_file_id = ${caseFileId}::bigint, state = ${state},
             account_id = case when x.state in ('held', 'no-show') then x.account_id else t.account_id end,
             capacity = case when x.state in ('held', 'no-show') then x.capacity else coalesce(t.capacity, o.title) end,
             changed_at = ${now}, changed_by = ${actor.userId}
        from identity.office o left join lateral agenda.attendant(o.id, ${day}::date) t on true
       where x.id = ${id} and o.id = x.office_id`,
    )
    return true
  } catch (error) {
    if ((error as { code?: string } | null)?.code === '23P01') return false
    throw error
  }
}

/** What it was that stood in the way. */
export async function selectOccupying(
  db: Database,
  { officeId, terms, day }: Pick<BookingRow, 'officeId' | 'terms' | 'day'>,
  exceptId: string | undefined,
): Promise<Occupied> {
  const [row] = await db<{ what: Occupied['what']; from: Date; to: Date }[]>`
    select case when x.office_id = ${officeId} then 'authority' when x.account_id = t.account_id then 'person' else 'room' end as what,
           lower(x.during) as from, upper(x.during) as to
      from agenda.commitment x
      join identity.office o on o.id = ${officeId} join organization.unit u on u.id = o.unit_id
      left join lateral agenda.attendant(o.id, ${day}::date) t on true
     where x.state <> 'cancelled' and x.during && tstzrange(${terms.from}, ${terms.to}) and x.id is distinct from ${exceptId ?? null}::bigint
       and (x.office_id = o.id or x.account_id = t.account_id
            or (x.books_room and ${terms.booksRoom} and x.agency_id = u.agency_id and x.room = lower(${terms.place}::text)))
     order by x.office_id = ${officeId} desc, x.account_id = t.account_id desc nulls last, lower(x.during) limit 1`
  return { kind: 'occupied', what: row?.what ?? 'authority', from: row?.from, to: row?.to }
}

export async function updateOutcome(
  db: Database,
  actor: Actor,
  told: {
    readonly id: string
    readonly state: CommitmentState
    readonly outcome: string
    readonly caseFileId: string | null
  },
  now: Date,
): Promise<void> {
  await db`update agenda.commitment set state = ${told.state}, outcome = ${told.outcome}, case_file_id = ${told.caseFileId}::bigint,
      changed_at = ${now}, changed_by = ${actor.userId} where id = ${told.id}`
}
