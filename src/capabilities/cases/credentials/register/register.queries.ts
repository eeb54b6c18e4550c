import type { Actor } from '../../../../platform/actor.ts'
import type { Database } from '../../../../platform/db/index.ts'
import type { CaseState } from '../../case-file.ts'

/** In force; in force of somebody who may do nothing in the unit any more; ended; or nobody of the unit ever had one. */
export type RegisterState = 'active' | 'inactive' | 'finished' | 'none'

export interface RegisterRow {
  caseFileId: string
  number: string
  digits: string
  typeName: string
  filedOn: string
  credentialId: string | null
  person: string | null
  grantedAt: Date | null
  endedAt: Date | null
  state: RegisterState
}

/**
 * The confidential case files that the unit generated or received, with every credential in it (PRO-089): what they are
 * about is not in it. A case file that stands alone has one row.
 */
export async function selectRegister(
  db: Database,
  unitId: string,
  today: string,
  wanted: { readonly state: RegisterState | undefined; readonly limit: number; readonly offset: number },
): Promise<(RegisterRow & { total: number })[]> {
  return db<(RegisterRow & { total: number })[]>`
    select *, (count(*) over ())::int as total from (
      select c.id as "caseFileId", c.number, c.digits, t.name as "typeName", c.filed_on::text as "filedOn",
             k.id as "credentialId", coalesce(a.social_name, a.name) as person, k.granted_at as "grantedAt",
             k.ended_at as "endedAt",
             case when k.id is null then 'none' when k.ended_at is not null then 'finished'
                  when a.disabled_at is not null or cardinality(identity.permissions_in(a.id, k.unit_id, ${today}::date)) = 0 then 'inactive'
                  else 'active' end as state
        from cases.case_file c
        join classification.case_type t on t.id = c.case_type_id
        left join cases.credential k on k.case_file_id = c.id and k.unit_id = ${unitId}
        left join identity.account a on a.id = k.account_id
       where c.effective_level = 'confidential' and c.state <> 'deleted'
         and c.id in (select p.case_file_id from cases.passage p where p.unit_id = ${unitId}
                      union all select x.case_file_id from cases.credential x where x.unit_id = ${unitId})
    ) found
     where ${wanted.state ?? null}::text is null or state = ${wanted.state ?? null}
     order by digits, state, person, "credentialId" limit ${wanted.limit} offset ${wanted.offset}`
}

/** Which of these are confidential case files of the unit, as `selectRegister` finds them. */
export async function selectOfRegister(
  db: Database,
  unitId: string,
  caseFileIds: readonly string[],
): Promise<{ id: string; number: string; state: CaseState }[]> {
  return db<{ id: string; number: string; state: CaseState }[]>`
    select c.id, c.number, c.state from cases.case_file c
     where c.id = any (${[...caseFileIds]}::bigint[]) and c.effective_level = 'confidential' and c.state <> 'deleted'
       and (exists (select 1 from cases.passage p where p.case_file_id = c.id and p.unit_id = ${unitId})
            or exists (select 1 from cases.credential k where k.case_file_id = c.id and k.unit_id = ${unitId}))
     order by c.id`
}

/** The case files of credentials in the unit. */
export async function selectCasesOfCredentials(
  db: Database,
  unitId: string,
  credentialIds: readonly string[],
): Promise<{ credentialId: string; caseFileId: string }[]> {
  return db<{ credentialId: string; caseFileId: string }[]>`
    select id as "credentialId", case_file_id as "caseFileId" from cases.credential
     where id = any (${[...credentialIds]}::bigint[]) and unit_id = ${unitId} order by case_file_id, id`
}

export async function upsertRegisterConfirmation(db: Database, actor: Actor, until: Date): Promise<void> {
  await db`insert into cases.register_confirmation (session_hash, unit_id, until)
    values (decode(${actor.sessionHash}, 'hex'), ${actor.unitId}, ${until})
    on conflict (session_hash, unit_id) do update set until = excluded.until`
}

export async function selectRegisterConfirmed(db: Database, actor: Actor, now: Date): Promise<boolean> {
  const rows = await db`select 1 from cases.register_confirmation
    where session_hash = decode(${actor.sessionHash}, 'hex') and unit_id = ${actor.unitId} and until > ${now}`
  return rows.length > 0
}
