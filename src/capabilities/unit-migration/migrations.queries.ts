import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Migration, MigrationState, Mode, Simulation } from './migration.ts'

/** Within reach: every unit is of the agency. Undefined: all agencies. */
interface Within {
  readonly agencyId: string | undefined
}

const signed = (db: Database, moment: string, account: string) => db`
  case when ${db(`m.${moment}`)} is not null then jsonb_build_object('at', ${db(`m.${moment}`)}, 'name',
    (select coalesce(a.social_name, a.name) from identity.account a where a.id = ${db(`m.${account}`)})) end`

const units = (db: Database, role: 'from' | 'to') => db`
  (select coalesce(jsonb_agg(jsonb_build_object('id', u.id::text, 'acronym', u.acronym, 'name', u.name,
            'agencyId', u.agency_id::text) order by x.position), '[]')
     from unit_migration.migration_unit x join organization.unit u on u.id = x.unit_id
    where x.migration_id = m.id and x.role = ${role})`

const within = (db: Database, { agencyId }: Within) =>
  agencyId === undefined
    ? db`true`
    : db`not exists (select 1 from unit_migration.migration_unit x join organization.unit u on u.id = x.unit_id
                      where x.migration_id = m.id and u.agency_id <> ${agencyId})`

export async function selectMigration(db: Database, id: string, reach: Within): Promise<Migration | undefined> {
  const [row] = await db<Migration[]>`
    select m.id, m.mode, m.state, m.formal_act as "formalAct", m.case_number as "caseNumber", m.new_acronym as "newAcronym",
           m.new_name as "newName", m.continues_numbering as "continuesNumbering", m.created_by as "createdBy",
           m.started_by as "startedBy", m.started_unit_id as "startedUnitId", m.finished_at as "finishedAt", m.problem, m.simulation,
           ${signed(db, 'created_at', 'created_by')} as created, ${signed(db, 'simulated_at', 'simulated_by')} as simulated,
           ${signed(db, 'approved_at', 'approved_by')}
             || jsonb_build_object('unit', (select acronym from organization.unit where id = m.approved_unit_id)) as approved,
           ${signed(db, 'started_at', 'started_by')} as started,
           ${units(db, 'from')} as "from", ${units(db, 'to')} as "to",
           (select coalesce(jsonb_agg(jsonb_build_object('id', r.id::text, 'caseFileId', r.case_file_id::text,
                     'accountId', r.account_id::text, 'caseTypeId', r.case_type_id::text, 'toUnitId', r.to_unit_id::text,
                     'label', coalesce('Processo ' || c.number, 'Atribuídos a ' || coalesce(a.social_name, a.name),
                                       'Tipo ' || t.name)) order by r.id), '[]')
              from unit_migration.rule r
              left join cases.case_file c on c.id = r.case_file_id
              left join identity.account a on a.id = r.account_id
              left join classification.case_type t on t.id = r.case_type_id where r.migration_id = m.id) as rules
      from unit_migration.migration m where m.id = ${id} and ${within(db, reach)}`
  return row && withDates(row)
}

/** Moments inside of JSON come as text. */
function withDates(row: Migration): Migration {
  const dated = <Part extends { readonly at: Date }>(part: Part | null) => part && { ...part, at: new Date(part.at) }
  return {
    ...row,
    created: { ...row.created, at: new Date(row.created.at) },
    simulated: dated(row.simulated),
    approved: dated(row.approved),
    started: dated(row.started),
  }
}

export interface MigrationLine {
  id: string
  mode: Mode
  state: MigrationState
  formalAct: string
  createdAt: Date
  from: string
  to: string
  total: number
}

export async function selectMigrations(
  db: Database,
  reach: Within,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<MigrationLine[]> {
  const acronyms = (role: 'from' | 'to') => db`
    (select coalesce(string_agg(u.acronym, ', ' order by x.position), '') from unit_migration.migration_unit x
       join organization.unit u on u.id = x.unit_id where x.migration_id = m.id and x.role = ${role})`
  return db<MigrationLine[]>`
    select m.id, m.mode, m.state, m.formal_act as "formalAct", m.created_at as "createdAt",
           ${acronyms('from')} as "from", coalesce(m.new_acronym, ${acronyms('to')}) as "to", (count(*) over ())::int as total
      from unit_migration.migration m where ${within(db, reach)} order by m.id desc limit ${limit} offset ${offset}`
}

export interface MigrationToInsert {
  readonly mode: Mode
  readonly formalAct: string
  readonly caseNumber: string
  readonly newAcronym: string | undefined
  readonly newName: string | undefined
  readonly continuesNumbering: boolean
  readonly fromIds: readonly string[]
  readonly toIds: readonly string[]
}

export async function insertMigration(db: Database, actor: Actor, made: MigrationToInsert, now: Date): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into unit_migration.migration (mode, formal_act, case_number, new_acronym, new_name, continues_numbering,
      created_at, created_by, created_unit_id)
    values (${made.mode}, ${made.formalAct}, ${made.caseNumber}, ${made.newAcronym ?? null}, ${made.newName ?? null},
      ${made.continuesNumbering}, ${now}, ${actor.userId}, ${actor.unitId}) returning id`
  if (!row) throw new Error('a migration was not kept')
  await db`insert into unit_migration.migration_unit (migration_id, unit_id, role, position)
    select ${row.id}::bigint, f.id::bigint, 'from', f.place from unnest(${[...made.fromIds]}::text[]) with ordinality f(id, place)
    union all
    select ${row.id}::bigint, t.id::bigint, 'to', t.place from unnest(${[...made.toIds]}::text[]) with ordinality t(id, place)`
  return row.id
}

/** Holds the migration until the transaction ends, so that two acts on it come one after the other. */
export async function lockMigration(db: Database, id: string): Promise<MigrationState | undefined> {
  const [row] = await db<{ state: MigrationState }[]>`
    select state from unit_migration.migration where id = ${id} for update`
  return row?.state
}

export async function deleteMigration(db: Database, id: string): Promise<void> {
  await db`delete from unit_migration.migration where id = ${id}`
}

export async function updateSimulated(
  db: Database,
  id: string,
  by: string,
  simulation: Simulation,
  now: Date,
): Promise<void> {
  await db`update unit_migration.migration set state = 'simulated', simulated_at = ${now}, simulated_by = ${by},
    simulation = ${JSON.stringify(simulation)}::text::jsonb where id = ${id}`
}

export async function updateApproved(db: Database, id: string, actor: Actor, now: Date): Promise<void> {
  await db`update unit_migration.migration set state = 'approved', approved_at = ${now}, approved_by = ${actor.userId},
    approved_unit_id = ${actor.unitId} where id = ${id}`
}

/** Back to a draft: what was simulated and approved is no more. */
export async function updateDraft(db: Database, id: string): Promise<void> {
  await db`delete from unit_migration.item where migration_id = ${id}`
  await db`update unit_migration.migration set state = 'draft', simulated_at = null, simulated_by = null, simulation = null,
    approved_at = null, approved_by = null, approved_unit_id = null where id = ${id}`
}

export async function updateStarted(db: Database, id: string, actor: Actor, now: Date): Promise<void> {
  await db`update unit_migration.migration set state = 'running', started_at = coalesce(started_at, ${now}),
    started_by = coalesce(started_by, ${actor.userId}), started_unit_id = coalesce(started_unit_id, ${actor.unitId}),
    finished_at = null, problem = null, run_token = null, beat_at = ${now} where id = ${id}`
}

/** False where the migration already has a rule for the same thing. */
export async function insertRule(
  db: Database,
  id: string,
  rule: {
    readonly subject: 'case-file' | 'account' | 'case-type'
    readonly subjectId: string
    readonly toUnitId: string
  },
): Promise<boolean> {
  const of = (subject: typeof rule.subject) => (rule.subject === subject ? rule.subjectId : null)
  const rows = await db`
    insert into unit_migration.rule (migration_id, case_file_id, account_id, case_type_id, to_unit_id)
    values (${id}, ${of('case-file')}, ${of('account')}, ${of('case-type')}, ${rule.toUnitId})
    on conflict do nothing returning 1`
  return rows.length > 0
}

export async function deleteRule(db: Database, id: string, ruleId: string): Promise<boolean> {
  const rows = await db`delete from unit_migration.rule where id = ${ruleId} and migration_id = ${id} returning 1`
  return rows.length > 0
}
