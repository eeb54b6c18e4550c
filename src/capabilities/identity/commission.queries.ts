import type { Database } from '../../platform/db/index.ts'

/** Somebody of the commission of evaluation of documents (CPAD) of an agency: the mandate is the time of the permission. */
export interface CommissionMember {
  name: string
  unitAcronym: string
  presides: boolean
  from: string
  /** The last day of the mandate; null where it has none. */
  until: string | null
  inOffice: boolean
}

/** The members of the commission of an agency, with past and coming mandates (PRO-050); those in office first. */
export async function commissionOf(db: Database, agencyId: string, today: string): Promise<CommissionMember[]> {
  return db<CommissionMember[]>`
    select coalesce(a.social_name, a.name) as name, coalesce(u.acronym, g.acronym) as "unitAcronym",
           bool_or(p.permission = 'archive.preside') as presides, lower(s.valid)::text as from,
           (upper(s.valid) - 1)::text as until, s.valid @> ${today}::date as "inOffice"
      from identity.assignment s
      join identity.profile_permission p on p.profile_id = s.profile_id and p.permission in ('archive.preside', 'case-types.request')
      join identity.account a on a.id = s.account_id
      left join organization.unit u on u.id = s.unit_id
      join organization.agency g on g.id = coalesce(s.agency_id, u.agency_id)
     where g.id = ${agencyId} and s.profile_id = any (array(
             select m.profile_id from identity.profile_permission m where m.permission in ('archive.preside', 'case-types.request')))
     group by s.id, a.social_name, a.name, u.acronym, g.acronym, s.valid
     order by s.valid @> ${today}::date desc, presides desc, name, lower(s.valid) limit 200`
}
