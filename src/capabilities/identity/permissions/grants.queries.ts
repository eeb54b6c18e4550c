import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, type Reach, rowsPerPage } from '../../organization/index.ts'
import { userWithin } from '../users/users.queries.ts'

export interface GrantRow {
  id: string
  accountId: string
  name: string
  login: string
  profile: string
  place: string
  extendsToSubunits: boolean
  from: LocalDate
  until: LocalDate | null
  state: 'in-force' | 'to-come' | 'over'
  /** Whether who administrates here opens the person's page. */
  withinReach: boolean
  /** Whose place the person takes, and in what office; null where it was granted by name. */
  bySubstitution: { readonly officeId: string; readonly office: string; readonly holder: string | null } | null
  total: number
}

/** One page of what was granted within reach, by person, profile or place. In use is what is in force, or yet to come. */
export async function selectGrants(
  db: Database,
  reach: Reach,
  asked: ListRequest,
  today: LocalDate,
): Promise<GrantRow[]> {
  return db<GrantRow[]>`
    select x.id, x.account_id as "accountId", coalesce(a.social_name, a.name) as name, a.login, p.name as profile,
           coalesce(u.acronym || ' (' || ug.acronym || ')', 'Todas as unidades de ' || xg.acronym) as place,
           x.extends_to_subunits as "extendsToSubunits", lower(x.valid)::text as "from", (upper(x.valid) - 1)::text as until,
           case when x.valid @> ${today}::date then 'in-force'
                when lower(x.valid) > ${today}::date then 'to-come' else 'over' end as state,
           ${userWithin(db, reach, today)} as "withinReach", x.by_substitution as "bySubstitution", (count(*) over ())::int as total
      from (
        select i.id::text as id, i.id as place, i.account_id, i.profile_id, i.unit_id, i.agency_id, i.extends_to_subunits, i.valid,
               null::jsonb as by_substitution
          from identity.assignment i
        union all
        select 's' || s.id || '-' || d.profile_id, s.id, d.account_id, d.profile_id, d.unit_id, null, false, d.valid,
               jsonb_build_object('officeId', o.id::text, 'office', o.title, 'holder', coalesce(h.social_name, h.name))
          from identity.profiles_by_substitution(${today}::date) d
          join identity.substitution s on s.id = d.substitution_id
          join identity.office o on o.id = s.office_id
          left join identity.tenure t on t.id = s.tenure_id
          left join identity.account h on h.id = t.account_id
         where not isempty(d.valid)
      ) x
      join identity.account a on a.id = x.account_id
      join identity.profile p on p.id = x.profile_id
      left join organization.unit u on u.id = x.unit_id
      left join organization.agency ug on ug.id = u.agency_id
      left join organization.agency xg on xg.id = x.agency_id
     where ${within(db, reach)}
       ${asked.agencyId === undefined ? db`` : db`and coalesce(u.agency_id, x.agency_id) = ${asked.agencyId}`}
       ${asked.state === 'all' ? db`` : db`and (x.valid @> ${today}::date or lower(x.valid) > ${today}::date) = ${asked.state === 'active'}`}
       and platform.plain(lower(concat_ws(' ', coalesce(a.social_name, a.name), a.login, p.name, u.acronym, xg.acronym))) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by platform.plain(lower(coalesce(a.social_name, a.name))), a.id, x.place desc, x.id
     limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

/** A local administrator sees what is of the units within reach; what is of a whole agency is for who keeps that. */
function within(db: Database, { agencyId, unitIds }: Reach) {
  if (agencyId === undefined) return db`true`
  return unitIds
    ? db`x.unit_id = any (${[...unitIds]}::bigint[])`
    : db`coalesce(u.agency_id, x.agency_id) = ${agencyId}`
}
