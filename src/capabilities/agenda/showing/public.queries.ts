import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CommitmentKind, CommitmentState } from '../commitments/commitment.ts'
import { isInAgenda } from '../commitments/commitments.queries.ts'
import type { Participant } from '../participants/participant.ts'
import type { Version } from './trail.text.ts'

export interface PublicCalendar {
  officeId: string
  title: string
  unit: string
  agency: string
}

/** The agendas that everybody may read; at most 200. */
export async function selectPublicCalendars(db: Database): Promise<PublicCalendar[]> {
  return db<PublicCalendar[]>`
    select k.office_id as "officeId", o.title, u.acronym as unit, g.acronym as agency
      from agenda.calendar k join identity.office o on o.id = k.office_id
      join organization.unit u on u.id = o.unit_id join organization.agency g on g.id = u.agency_id
     where k.is_public order by g.position, g.acronym, o.title, o.id limit 200`
}

export interface PublicRow {
  uid: string
  title: string
  isOwn: boolean
  attendant: string | null
  capacity: string
  kind: CommitmentKind
  subject: string
  place: string
  from: Date
  to: Date
  participants: readonly Participant[]
  representative: string
  represented: string
  interests: string
  basis: string | null
  discloseOn: LocalDate | null
  state: CommitmentState
  sequence: number
  registeredAt: Date
  publishedAt: Date
  changedAt: Date
  isHidden: boolean
  isLate: boolean
  /** The state in which it was published, and every one since. */
  versions: readonly Version[]
}

/**
 * A part of what of a public agenda is published between two instants: of the office, and what its holder does meanwhile in place of
 * others whose agenda is public too. No word of what is reserved or about a case file that is not public leaves the database,
 * nor of the states in which it was so.
 */
export async function selectPublic(
  db: Database,
  asked: { readonly officeId: string; readonly from: Date; readonly to: Date; readonly today: LocalDate },
  part: { readonly most: number; readonly skip: number },
): Promise<PublicRow[]> {
  const rows = await db<(Omit<PublicRow, 'versions'> & { versions: (Omit<Version, 'at'> & { at: string })[] })[]>`
    select s.uid, s.title, s.is_own as "isOwn", s.attendant, s.capacity, s.kind, s."from", s."to", s.state, s.sequence,
           s.registered_at as "registeredAt", s.published_at as "publishedAt", s.changed_at as "changedAt", s.hidden as "isHidden",
           s.published_at > s."to" + interval '7 days' as "isLate",
           case when s.hidden then 'Compromisso reservado' else s.subject end as subject,
           case when s.hidden then '' else s.place end as place,
           case when s.hidden then '[]' else s.participants end as participants,
           case when s.hidden then '' else s.representative end as representative,
           case when s.hidden then '' else s.represented end as represented,
           case when s.hidden then '' else s.interests end as interests,
           case when s.hidden then coalesce(s.reserved_basis, 'Informação protegida por sigilo legal') end as basis,
           case when s.hidden then s.disclose_on::text end as "discloseOn",
           (select coalesce(jsonb_agg(jsonb_build_object('sequence', v.sequence, 'at', v.at,
                     'shown', case when s.hidden or (v.shown ->> 'isReserved')::boolean then '{"isReserved": true}'::jsonb else v.shown end)
                     order by v.sequence), '[]')
              from agenda.version v where v.commitment_id = s.id
               and v.sequence >= (select max(w.sequence) from agenda.version w where w.commitment_id = s.id and (w.at <= s.published_at or w.sequence = 0)))
             as versions
      from (select x.*, o.title, x.office_id = ${asked.officeId} as is_own, coalesce(a.social_name, a.name) as attendant,
                   lower(x.during) as "from", upper(x.during) as "to",
                   (x.reserved_basis is not null and x.disclose_on > ${asked.today}::date)
                     or coalesce(c.level = 'confidential' or c.effective_level = 'confidential'
                       or (not x.words_are_public and (c.level <> 'public' or c.effective_level <> 'public')), false) as hidden
              from agenda.commitment x
              join agenda.calendar k on k.office_id = x.office_id and k.is_public
              join identity.office o on o.id = x.office_id
              left join cases.case_file c on c.id = x.case_file_id
              left join identity.account a on a.id = x.account_id
             where x.published_at is not null and ${isInAgenda(db, asked)}) s
     order by s."from", s.id limit ${part.most} offset ${part.skip}`
  return rows.map((row) => ({
    ...row,
    versions: row.versions.map((version) => ({ ...version, at: new Date(version.at) })),
  }))
}

/** How many there are in all. */
export async function countPublic(
  db: Database,
  asked: { readonly officeId: string; readonly from: Date; readonly to: Date },
): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from agenda.commitment x
      join agenda.calendar k on k.office_id = x.office_id and k.is_public
     where x.published_at is not null and ${isInAgenda(db, asked)}`
  return row?.count ?? 0
}

/** What has its day by now, in public agendas, and was not cancelled before. Answers how many were published. */
export async function publishUntil(db: Database, until: Date, now: Date): Promise<number> {
  const rows = await db`
    update agenda.commitment x set published_at = ${now}
      from agenda.calendar k
     where k.office_id = x.office_id and k.is_public and x.published_at is null and x.state <> 'cancelled'
       and lower(x.during) < ${until}`
  return rows.count
}

export async function publishOne(db: Database, id: string, now: Date): Promise<void> {
  await db`update agenda.commitment set published_at = ${now} where id = ${id} and published_at is null`
}
