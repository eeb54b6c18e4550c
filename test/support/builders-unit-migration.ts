import { registerUnit } from '../../src/capabilities/organization/index.ts'
import {
  approveMigration,
  draftMigration,
  simulateMigration,
  startMigration,
} from '../../src/capabilities/unit-migration/index.ts'
import type { LocalDate } from '../../src/platform/calendar/index.ts'
import type { Database } from '../../src/platform/db/index.ts'
import { aGrant, idOf } from './builders-admin.ts'
import { aCaseFile, actorOf, done, legalBasisOf } from './builders-cases.ts'
import type { HouseToFill } from './house.ts'
import { at } from './world.ts'

const everywhere = { agencyId: undefined }

/** A new unit below the cabinet, in which these people may work. Answers its id. */
export async function aUnit(house: HouseToFill, acronym: string, logins: readonly string[] = []): Promise<string> {
  const { id } = await done(
    registerUnit(house.db, {
      acronym,
      name: `Unidade ${acronym}`,
      numberCode: '00190',
      agencyId: await idOf(house, 'organization.agency', 'acronym', 'SET/RN'),
      agencyAcronym: 'SET/RN',
      parentId: await idOf(house, 'organization.unit', 'acronym', 'GS'),
      from: '2020-01-01' as LocalDate,
      address: 'Centro Administrativo',
      city: 'Natal',
      state: 'RN',
      capacities: ['Analista'],
    }),
  )
  for (const login of logins) await aGrant(house, login, { profile: 'Básico', unit: acronym })
  return id
}

export interface MigrationToBuild {
  readonly mode?: 'succession' | 'merge' | 'split' | 'rename'
  readonly from?: readonly string[]
  readonly to?: readonly string[]
  readonly newAcronym?: string
  readonly continuesNumbering?: boolean
}

/** A migration as a draft, proposed by the administrator of the cabinet. Answers its id. */
export async function aMigration(house: HouseToFill, toBuild: MigrationToBuild = {}): Promise<string> {
  const { mode = 'succession', from = ['PROT'], to = ['NOVA'], newAcronym, continuesNumbering = true } = toBuild
  const acting = await aCaseFile(house, { by: 'ana', unit: at.gs, summary: 'Reforma das unidades' })
  const typed = {
    mode,
    fromLabels: from,
    toLabels: mode === 'rename' ? [] : to,
    newAcronym,
    newName: newAcronym && `Unidade ${newAcronym}`,
    formalAct: 'Decreto nº 31.000/2026',
    caseDigits: acting.digits,
    continuesNumbering,
  }
  const now = house.platform.clock()
  const { id } = await done(draftMigration(house.db, await actorOf(house, 'admin', at.gs), typed, everywhere, now))
  return id
}

/** Simulates, approves by another person of the cabinet, and orders the run of a draft. */
export async function orderRun(house: HouseToFill, id: string): Promise<void> {
  const [admin, ivo] = await Promise.all([actorOf(house, 'admin', at.gs), actorOf(house, 'ivo', at.gs)])
  const now = house.platform.clock()
  await done(simulateMigration(house.db, admin, id, everywhere, now))
  await done(approveMigration(house.db, ivo, id, everywhere, now))
  await done(startMigration(house.db, admin, id, everywhere, now))
}

/**
 * Many case files at PROT with all that ties them to it, written at once because there may be ten thousand: assigned,
 * red, suspended, observed, awaited and owed, restricted, confidential with credential, with drafts of which some are being typed;
 * with all that a team keeps about them, and with bundles.
 */
export async function manyCaseFiles(house: HouseToFill, count: number): Promise<void> {
  const { db } = house
  const prot = await idOf(house, 'organization.unit', 'acronym', 'PROT')
  const asses = await idOf(house, 'organization.unit', 'acronym', 'ASSES')
  const [marina, paulo] = [
    await idOf(house, 'identity.account', 'login', 'marina'),
    await idOf(house, 'identity.account', 'login', 'paulo'),
  ]
  const agency = await idOf(house, 'organization.agency', 'acronym', 'SET/RN')
  const type = await idOf(house, 'classification.case_type', 'name', 'Arrecadação: Pedido de Contribuinte')
  const secrecy = await idOf(house, 'classification.legal_basis', 'name', 'Sigilo fiscal')
  const restriction = await legalBasisOf(db, 'restricted')
  const dispatch = await idOf(house, 'classification.document_type', 'name', 'Despacho')
  const made = '2026-03-02T12:00:00Z'
  await db.begin(async (trx) => {
    await trx`create temporary table bulk on commit drop as select n, null::bigint as id from generate_series(1, ${count}::int) n`
    await trx`insert into cases.case_file (number, digits, agency_id, unit_id, case_type_id, filed_on, opened_at, opened_by,
        level, effective_level, legal_basis_id, state, news_at, news_unit_id, number_informed)
      select 'M-' || (7000000 + n), (7000000 + n)::text, ${agency}::bigint, ${prot}::bigint, ${type}::bigint, '2026-03-02',
             ${made}::timestamptz, ${marina}::bigint, l.level, l.level, case l.level when 'confidential' then ${secrecy}::bigint when 'restricted' then ${restriction}::bigint end,
             case when n % 7 = 0 then 'suspended' else 'normal' end, ${made}, ${prot}, true
        from bulk, lateral (select case when n % 17 = 0 then 'confidential' when n % 19 = 0 then 'restricted' else 'public' end as level) l order by n`
    await trx`update bulk b set id = c.id from cases.case_file c where c.digits = (7000000 + b.n)::text`
    await trx`insert into cases.passage select id, ${prot}, ${made} from bulk order by n`
    await trx`insert into cases.holding (case_file_id, unit_id, origin, opened_at, received_at, received_by, seen_at, assigned_to, suspended)
      select id, ${prot}::bigint, case when n % 5 = 0 then 'received' else 'generated' end, ${made}::timestamptz,
             case when n % 5 <> 0 then ${made}::timestamptz end, case when n % 5 <> 0 then ${marina}::bigint end,
             case when n % 2 = 0 then ${made}::timestamptz end,
             case when n % 3 = 0 then ${marina}::bigint when n % 3 = 1 then ${paulo}::bigint end, n % 7 = 0 from bulk order by n`
    await trx`insert into routing.movement (case_file_id, from_unit_id, to_unit_id, sent_at, sent_by, kept_open, return_due)
      select id, ${asses}::bigint, ${prot}::bigint, ${made}::timestamptz, ${marina}::bigint, true,
             case when n % 10 = 0 then '2026-12-01'::date end from bulk where n % 5 = 0 order by n`
    await trx`insert into routing.movement (case_file_id, from_unit_id, to_unit_id, sent_at, sent_by, kept_open, return_due, received_at)
      select id, ${prot}::bigint, ${asses}::bigint, ${made}::timestamptz, ${marina}::bigint, true, '2026-12-01', ${made}
        from bulk where n % 13 = 0 order by n`
    await trx`insert into cases.suspension (case_file_id, unit_id, reason, started_at, started_by)
      select id, ${prot}, 'Aguarda perícia', ${made}, ${marina} from bulk where n % 7 = 0 order by n`
    await trx`insert into cases.observation (case_file_id, unit_id, text, changed_at, changed_by)
      select id, ${prot}, 'Observado ' || n, ${made}, ${marina} from bulk where n % 11 = 0 order by n`
    await trx`insert into cases.credential (case_file_id, account_id, unit_id, granted_by, granted_unit_id, granted_at)
      select id, ${paulo}, ${prot}, ${marina}, ${prot}, ${made} from bulk where n % 17 = 0 order by n`
    await trx`insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on, level,
        legal_basis_id, position, version, signature_count)
      select b.id, 'authored', ${dispatch}::bigint, ${prot}::bigint, ${made}::timestamptz, ${marina}::bigint, '2026-03-02', 'public',
             null, k, 1, case when k = 2 then 1 else 0 end from bulk b, generate_series(1, 2) k where n % 4 = 0 order by n, k`
    await trx`insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
      select d.id, 1, '{"type":"doc","content":[]}', 'Texto', sha256(convert_to('{"type":"doc","content":[]}', 'UTF8')), 'created', ${made}, ${marina}, ${prot}
        from documents.document d join bulk b on b.id = d.case_file_id order by d.id`
    await trx`insert into documents.draft (document_id, account_id, base_version, content, saved_at)
      select d.id, ${marina}, 1, '{"type":"doc","content":[]}', ${made}
        from documents.document d join bulk b on b.id = d.case_file_id where b.n % 8 = 0 and d.signature_count = 0 order by d.id`
    const who = { prot, asses, marina, paulo, made }
    await keptByTheTeam(trx, who)
    await grantedToSign(trx, who)
    await inBundles(trx, who)
  })
}

interface Who {
  readonly prot: string
  readonly asses: string
  readonly marina: string
  readonly paulo: string
  readonly made: string
}

/** Deadlines, reopenings, notes, labels, follow-up, checkpoints. */
async function keptByTheTeam(trx: Database, { prot, marina, paulo, made }: Who): Promise<void> {
  await trx`insert into deadlines.deadline (case_file_id, unit_id, text, due_on, set_at, set_by, concluded_at, concluded_by)
    select id, ${prot}::bigint, 'Responder ' || n, '2026-12-01', ${made}::timestamptz, ${marina}::bigint,
           case when n % 12 = 0 then ${made}::timestamptz end, case when n % 12 = 0 then ${marina}::bigint end
      from bulk where n % 6 = 0 order by n`
  await trx`insert into deadlines.reminder_setting (unit_id, days_before, changed_at, changed_by) values (${prot}, 3, ${made}, ${marina})`
  await trx`insert into routing.scheduled_reopening (case_file_id, unit_id, due_on, set_at, set_by)
    select id, ${prot}, '2030-01-01', ${made}, ${marina} from bulk where n % 9 = 0 order by n`
  await trx`insert into watchlists.note (case_file_id, unit_id, account_id, text, priority, changed_at, changed_by)
    select id, ${prot}::bigint, case when n % 17 = 0 then ${paulo}::bigint end, 'Anotado ' || n, n % 16 = 0, ${made}::timestamptz, ${paulo}::bigint
      from bulk where n % 8 = 0 or n % 17 = 0 order by n`
  await trx`insert into watchlists.label (unit_id, name, colour, created_at, created_by)
    select ${prot}, x, 'wine', ${made}, ${marina} from unnest(array['Urgente', 'Conferir', 'Sem uso']) x`
  await trx`insert into watchlists.labelling (label_id, unit_id, case_file_id, text, changed_at, changed_by)
    select l.id, ${prot}, b.id, 'Texto ' || n, ${made}, ${marina} from bulk b join watchlists.label l
        on l.unit_id = ${prot} and l.name = case when n % 10 = 0 then 'Urgente' else 'Conferir' end where n % 5 = 0 order by n`
  await trx`insert into watchlists.labelling_event (label_id, unit_id, case_file_id, kind, text, at, account_id)
    select label_id, unit_id, case_file_id, 'included', text, changed_at, changed_by from watchlists.labelling where unit_id = ${prot} order by case_file_id`
  await trx`insert into watchlists.watchlist (unit_id, name) values (${prot}, 'Do secretário'), (${prot}, 'Vazio')`
  await trx`insert into watchlists.entry (unit_id, case_file_id, watchlist_id, observation, added_at, added_by, changed_at)
    select ${prot}, b.id, w.id, 'Pede notícias', ${made}, ${marina}, ${made}
      from bulk b left join watchlists.watchlist w on w.unit_id = ${prot} and w.name = 'Do secretário' and n % 14 = 0 where n % 7 = 0 order by n`
  await trx`insert into checkpoints.checkpoint (unit_id, name, position, created_at, created_by)
    select ${prot}, x, n, ${made}, ${marina} from unnest(array['Em análise', 'Em minuta']) with ordinality p(x, n)`
  await trx`insert into checkpoints.standing (unit_id, case_file_id, checkpoint_id, since, set_by)
    select ${prot}, b.id, p.id, ${made}, ${marina} from bulk b join checkpoints.checkpoint p on p.unit_id = ${prot} and p.position = b.n % 2 + 1
     where n % 3 = 0 order by n`
  await trx`insert into checkpoints.step (unit_id, case_file_id, checkpoint_id, at, account_id)
    select unit_id, case_file_id, checkpoint_id, since, set_by from checkpoints.standing where unit_id = ${prot} order by case_file_id`
}

/** In confidential case files, somebody at PROT may sign one document. */
async function grantedToSign(trx: Database, { prot, asses, paulo, marina, made }: Who): Promise<void> {
  await trx`insert into documents.signature_credential (document_id, account_id, unit_id, granted_by, granted_unit_id, granted_at)
    select d.id, ${paulo}, ${prot}, ${marina}, ${asses}, ${made} from documents.document d join bulk b on b.id = d.case_file_id
     where n % 17 = 0 and d.signature_count = 0 order by d.id`
}

/** A signature bundle that PROT made and ASSES has, one the other way round, and a meeting bundle that PROT received. */
async function inBundles(trx: Database, { prot, asses, marina, paulo, made }: Who): Promise<void> {
  await trx`insert into bundles.bundle (number, kind, unit_id, description, created_at, created_by, changed_at)
    values (9001, 'signature', ${prot}, 'Despachos', ${made}, ${marina}, ${made}), (9002, 'meeting', ${asses}, 'Reunião', ${made}, ${marina}, ${made}),
           (9003, 'internal', ${prot}, 'Da unidade', ${made}, ${marina}, ${made}),
           (9004, 'signature', ${asses}, 'Pareceres', ${made}, ${marina}, ${made})`
  const theirs = await trx<{ id: string }[]>`
    insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on, level, position, version, signature_count)
    select b.id, 'authored', t.id, ${asses}::bigint, ${made}::timestamptz, ${marina}::bigint, '2026-03-02', 'public', 3, 1, 0
      from bulk b join classification.document_type t on t.name = 'Despacho' where n % 40 = 0 order by n returning id`
  const theirIds = theirs.map(({ id }) => id)
  await trx`insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
    select d::bigint, 1, '{"type":"doc","content":[]}', 'Texto', sha256(convert_to('{"type":"doc","content":[]}', 'UTF8')), 'created', ${made}, ${marina}, ${asses} from unnest(${theirIds}::text[]) d`
  await trx`insert into bundles.item (bundle_id, bundle_kind, document_id, added_at, added_by)
    select u.id, u.kind, d.id, ${made}, ${marina} from bundles.bundle u, documents.document d join bulk b on b.id = d.case_file_id
     where d.signature_count = 0 and case u.number when 9001 then n % 20 = 0 and d.unit_id = ${prot} when 9004 then d.unit_id = ${asses} else false end
     order by d.id`
  await trx`insert into bundles.item (bundle_id, bundle_kind, case_file_id, added_at, added_by)
    select u.id, u.kind, b.id, ${made}, ${marina} from bundles.bundle u, bulk b where u.number = 9002 and n % 25 = 0 and n % 17 <> 0 order by b.id`
  await trx`insert into bundles.destination select id, case when number = 9001 then ${asses}::bigint else ${prot}::bigint end, 1
      from bundles.bundle where number in (9001, 9002, 9004)`
  await trx`insert into bundles.availability (bundle_id, unit_id, position, made_at, made_by, begun_at)
    select bundle_id, unit_id, position, ${made}, ${marina}, ${made} from bundles.destination order by 1`
  await trx`update bundles.bundle set state = 'available' where number in (9001, 9002, 9004)`
  await trx`insert into documents.co_signing (document_id, case_file_id, unit_id, source, since)
    select d.id, d.case_file_id, case when d.unit_id = ${prot} then ${asses}::bigint else ${prot}::bigint end, i.bundle_id, ${made}
      from bundles.item i join documents.document d on d.id = i.document_id`
  await trx`insert into cases.temporary_reading (case_file_id, unit_id, reason, source, since)
    select case_file_id, ${prot}, 'meeting-bundle', bundle_id, ${made} from bundles.item where case_file_id is not null`
  await trx`insert into bundles.annotation select id, ${prot}, 'Visto', ${made}, ${paulo} from bundles.item`
  await trx`insert into bundles.bundle_group (unit_id, name, created_at) values (${prot}, 'Pauta', ${made})`
  await trx`insert into bundles.filing select b.id, ${prot}, g.id, ${paulo}, ${made}, ${paulo}
      from bundles.bundle b, bundles.bundle_group g where g.unit_id = ${prot}`
}

/** Every column that names a unit: by foreign key, or by its name. */
export async function tiedToUnits(db: Database): Promise<{ table: string; column: string }[]> {
  return db<{ table: string; column: string }[]>`
    select c.table_schema || '.' || c.table_name as "table", c.column_name as "column"
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
       and (c.column_name ~ '(^|_)unit_ids?$' or exists (
         select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
          where k.contype = 'f' and k.confrelid = 'organization.unit'::regclass and a.attname = c.column_name
            and k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass))
     order by 1, 2`
}
