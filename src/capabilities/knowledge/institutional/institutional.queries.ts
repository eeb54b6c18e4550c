import type { Database } from '../../../platform/db/index.ts'
import type { Keeper, KeeperLevel } from './keeper.ts'

export type TextKind = 'text' | 'model'

export interface InstitutionalRow {
  id: string
  kind: TextKind
  name: string
  version: number
  scope: 'installation' | 'agency' | 'units'
  agencyId: string | null
  agencyAcronym: string | null
  level: KeeperLevel
  documentTypeId: string | null
  documentTypeName: string | null
  /** Labels as people write them: `GS (SET/RN)`. */
  units: string[]
  changedAt: Date
  changedBy: string
  withdrawn: boolean
}

export interface InstitutionalContentRow extends InstitutionalRow {
  content: unknown
}

/** Who keeps the whole installation keeps everything; an agency, what is of it and of its units; a unit, its own. */
const within = (db: Database, { level, actor }: Keeper) => {
  if (level === 'installation') return db`true`
  if (level === 'agency') return db`t.owner_agency_id = ${actor.agencyId} and t.level <> 'installation'`
  return db`t.owner_agency_id = ${actor.agencyId} and t.owner_unit_id = ${actor.unitId} and t.level = 'local'`
}

const columns = (db: Database) => db`
  t.id, t.kind, t.name, t.version, t.scope, t.agency_id as "agencyId", g.acronym as "agencyAcronym", t.level,
  t.document_type_id as "documentTypeId", y.name as "documentTypeName", t.changed_at as "changedAt",
  coalesce(a.social_name, a.name) as "changedBy", t.withdrawn_at is not null as withdrawn,
  array(select u.acronym || ' (' || ug.acronym || ')' from knowledge.distribution d
          join organization.unit u on u.id = d.unit_id join organization.agency ug on ug.id = u.agency_id
         where d.text_id = t.id order by 1) as units`

const sources = (db: Database) => db`
  from knowledge.institutional_text t
  join identity.account a on a.id = t.changed_by
  left join organization.agency g on g.id = t.agency_id
  left join classification.document_type y on y.id = t.document_type_id`

/** What a keeper keeps, in use first. At most 500. */
export async function selectKept(db: Database, keeper: Keeper): Promise<InstitutionalRow[]> {
  return db<InstitutionalRow[]>`
    select ${columns(db)} ${sources(db)} where ${within(db, keeper)}
     order by t.withdrawn_at is not null, lower(platform.plain(t.name)), t.id limit 500`
}

/** Models of one document type that a keeper keeps and that are in use, to renew one of them. */
export async function selectKeptModels(db: Database, keeper: Keeper, typeId: string): Promise<InstitutionalRow[]> {
  return db<InstitutionalRow[]>`
    select ${columns(db)} ${sources(db)}
     where ${within(db, keeper)} and t.document_type_id = ${typeId} and t.withdrawn_at is null
     order by lower(platform.plain(t.name)), t.id limit 100`
}

/** One that this keeper keeps; held where it is to be changed. */
export async function selectKeptOne(
  db: Database,
  keeper: Keeper,
  id: string,
  locked: boolean,
): Promise<InstitutionalContentRow | undefined> {
  const [row] = await db<InstitutionalContentRow[]>`
    select ${columns(db)}, v.content ${sources(db)}
      join knowledge.institutional_version v on v.text_id = t.id and v.number = t.version
     where t.id = ${id} and ${within(db, keeper)} ${locked ? db`for update of t` : db``}`
  return row
}

export interface TextToDistribute {
  readonly kind: TextKind
  readonly documentTypeId: string | null
  readonly name: string
  readonly scope: 'installation' | 'agency' | 'units'
  readonly agencyId: string | null
}

/** Undefined: the unit already distributes a text of this name. */
export async function insertInstitutional(
  db: Database,
  { level, actor }: Keeper,
  text: TextToDistribute,
  now: Date,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into knowledge.institutional_text (kind, document_type_id, name, scope, agency_id, level, owner_agency_id,
        owner_unit_id, version, changed_at, changed_by)
    values (${text.kind}, ${text.documentTypeId}, ${text.name}, ${text.scope}, ${text.agencyId}, ${level},
      ${actor.agencyId}, ${actor.unitId}, 1, ${now}, ${actor.userId})
    on conflict (owner_unit_id, name) where withdrawn_at is null do nothing returning id`
  return row?.id
}

/** False: its unit already distributes another text of this name. */
export async function updateInstitutional(
  db: Database,
  id: string,
  { actor }: Keeper,
  text: Pick<TextToDistribute, 'name' | 'scope' | 'agencyId'> & { readonly version: number },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update knowledge.institutional_text t set name = ${text.name}, scope = ${text.scope}, agency_id = ${text.agencyId},
           version = ${text.version}, changed_at = ${now}, changed_by = ${actor.userId}
     where t.id = ${id} and not exists (
       select 1 from knowledge.institutional_text o
        where o.owner_unit_id = t.owner_unit_id and o.name = ${text.name} and o.id <> t.id and o.withdrawn_at is null)
    returning 1`
  return rows.length > 0
}

export async function insertTextVersion(
  db: Database,
  textId: string,
  version: {
    readonly number: number
    readonly json: string
    readonly note: string
    readonly documentId: string | null
    readonly accountId: string
  },
  now: Date,
): Promise<void> {
  await db`insert into knowledge.institutional_version (text_id, number, content, note, document_id, made_at, made_by)
    values (${textId}, ${version.number}, ${version.json}::text::json, ${version.note}, ${version.documentId}, ${now},
      ${version.accountId})`
}

/** The units of a text are these and no others. */
export async function replaceDistribution(db: Database, textId: string, unitIds: readonly string[]): Promise<void> {
  await db`delete from knowledge.distribution where text_id = ${textId}`
  await db`insert into knowledge.distribution (unit_id, text_id)
    select id, ${textId} from unnest(${[...unitIds]}::text[]::bigint[]) as id on conflict do nothing`
}

export async function markWithdrawn(db: Database, id: string, now: Date): Promise<void> {
  await db`update knowledge.institutional_text set withdrawn_at = ${now} where id = ${id} and withdrawn_at is null`
}

/** Which of these units are neither the unit nor below it. */
export async function selectUnitsNotBelow(
  db: Database,
  unitId: string,
  unitIds: readonly string[],
  today: string,
): Promise<string[]> {
  const rows = await db<{ acronym: string }[]>`
    select u.acronym from organization.unit u
     where u.id = any (${[...unitIds]}::text[]::bigint[])
       and u.id not in (select organization.descendants(${unitId}, ${today}::date)) order by 1`
  return rows.map(({ acronym }) => acronym)
}
