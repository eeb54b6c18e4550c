import type { AccessLevel } from '../../src/capabilities/cases/index.ts'
import { indexPending } from '../../src/capabilities/search/indexing/index-pending.ts'
import type { Transaction } from '../../src/platform/db/index.ts'
import type { TestHouse } from './house.ts'
import type { at, Login } from './world.ts'

type Slug = (typeof at)[keyof typeof at]

/** A document as the search sees it, whatever acts led there. */
export interface DocumentToFind {
  readonly kind?: 'authored' | 'uploaded'
  readonly unit: Slug
  readonly level?: AccessLevel
  readonly signed?: boolean
  readonly state?: 'active' | 'deleted' | 'cancelled'
  readonly text: string
  readonly description?: string
  readonly typeNumber?: string
  readonly treeName?: string
  readonly type?: string
  readonly by?: Login
  /** `YYYY-MM-DD` */
  readonly includedOn?: string
  readonly datedOn?: string
}

export interface CaseToFind {
  readonly unit: Slug
  readonly level?: AccessLevel
  readonly summary?: string
  readonly deleted?: boolean
  readonly passed?: readonly Slug[]
  readonly parties?: readonly string[]
  readonly credentialOf?: { readonly login: Login; readonly unit: Slug }
  readonly type?: string
  /** A meeting bundle has brought it to this unit. */
  readonly meetingAt?: Slug
  /** A signature bundle has brought its first document to this unit. */
  readonly signingAt?: Slug
  readonly documents: readonly DocumentToFind[]
}

export interface BuiltCase {
  readonly id: string
  readonly number: string
  readonly digits: string
  readonly documents: readonly { readonly id: string; readonly number: string }[]
}

let sequence = 0

/**
 * A case file with documents as rows, in one transaction: random worlds need states that take many acts to reach. The
 * triggers that feed the index see them as they see the rows of acts.
 */
export async function aCaseToFind(house: TestHouse, toBuild: CaseToFind): Promise<BuiltCase> {
  const { unit, level = 'public', documents } = toBuild
  sequence += 1
  const number = `99999.${String(sequence).padStart(6, '0')}/2026-${String(Date.now() % 100).padStart(2, '0')}`
  const effective = highest([
    level,
    ...documents.map((one) => (one.state === 'deleted' ? 'public' : (one.level ?? 'public'))),
  ])
  return house.db.begin(async (trx) => {
    const [made] = await trx<{ id: string; number: string; digits: string }[]>`
      insert into cases.case_file (number, digits, agency_id, unit_id, case_type_id, summary, filed_on, opened_at, opened_by,
                                   level, effective_level, legal_basis_id, state, news_at, news_unit_id)
      select ${number}, ${number.replace(/\D/g, '')}, u.agency_id, u.id,
             (select id from classification.case_type where name = ${toBuild.type ?? 'Arrecadação: Pedido de Contribuinte'}),
             ${toBuild.summary ?? ''}, current_date, now(), (select min(id) from identity.account), ${level}, ${effective},
             (select min(id) from classification.legal_basis where level = ${level}),
             ${toBuild.deleted ? 'deleted' : 'normal'}, now(), u.id
        from organization.unit u where u.slug = ${unit} returning id, number, digits`
    if (!made) throw new Error(`no unit ${unit}`)
    await trx`insert into cases.passage (case_file_id, unit_id, first_at)
      select ${made.id}, id, now() from organization.unit where slug = any (${[unit, ...(toBuild.passed ?? [])]}::text[])`
    for (const [position, name] of (toBuild.parties ?? []).entries()) {
      await trx`with k as (insert into people.contact (name) values (${name}) returning id)
        insert into cases.interested_party (case_file_id, contact_id, position) select ${made.id}, id, ${position} from k`
    }
    if (toBuild.credentialOf) {
      await trx`insert into cases.credential (case_file_id, account_id, unit_id, granted_by, granted_unit_id, granted_at)
        select ${made.id}, a.id, u.id, a.id, u.id, now() from identity.account a, organization.unit u
         where a.login = ${toBuild.credentialOf.login} and u.slug = ${toBuild.credentialOf.unit}`
    }
    const built = []
    for (const [position, document] of documents.entries()) {
      built.push(await insertDocument(trx, made.id, position, document))
    }
    if (toBuild.meetingAt) {
      await trx`insert into cases.temporary_reading (case_file_id, unit_id, reason, source, since)
        select ${made.id}, id, 'meeting-bundle', 1, now() from organization.unit where slug = ${toBuild.meetingAt}`
    }
    if (toBuild.signingAt && built[0]) {
      await trx`insert into documents.co_signing (document_id, case_file_id, unit_id, source, since)
        select ${built[0].id}, ${made.id}, id, 1, now() from organization.unit where slug = ${toBuild.signingAt}`
    }
    return { ...made, documents: built }
  })
}

async function insertDocument(trx: Transaction, caseFileId: string, position: number, document: DocumentToFind) {
  const { kind = 'authored', level = 'public', signed = true } = document
  const [row] = await trx<{ id: string; number: string }[]>`
    insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on, type_number,
                                    description, tree_name, level, legal_basis_id, position, version, signature_count, state)
    select ${caseFileId}, ${kind}, (select id from classification.document_type where name = ${document.type ?? 'Despacho'}), u.id,
           coalesce(${document.includedOn ?? null}::date + time '12:00', now()),
           (select coalesce(max(id), (select min(id) from identity.account)) from identity.account where login = ${document.by ?? ''}),
           coalesce(${document.datedOn ?? document.includedOn ?? null}::date, current_date), ${document.typeNumber ?? null},
           ${document.description ?? ''}, ${document.treeName ?? ''}, ${level},
           (select min(id) from classification.legal_basis where level = ${level}), ${position}, ${kind === 'authored' ? 1 : 0},
           ${kind === 'authored' && signed ? 1 : 0}, ${document.state ?? 'active'}
      from organization.unit u where u.slug = ${document.unit} returning id, lpad(number::text, 7, '0') as number`
  if (!row) throw new Error(`no unit ${document.unit}`)
  if (kind === 'authored') {
    await trx`insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
      select ${row.id}, 1, ${contentOf(document.text)}::text::json, ${document.text}, '\\x00', 'created', created_at, created_by, unit_id
        from documents.document where id = ${row.id}`
  } else {
    const sha256 = String(sequence).padStart(32, '0') + String(position).padStart(32, '0')
    await trx`insert into documents.file (document_id, sha256, size_bytes, extension, media_type, file_name, origin, added_at, added_by)
      select ${row.id}, ${sha256}, 10, 'pdf', 'application/pdf', 'arquivo.pdf', 'born-digital', created_at, created_by
        from documents.document where id = ${row.id}`
    await trx`insert into documents.extracted_text (document_id, sha256, text, method, extracted_at)
      values (${row.id}, ${sha256}, ${document.text}, 'pdf', now())`
  }
  return row
}

function contentOf(text: string): string {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] }
  return JSON.stringify({
    type: 'doc',
    content: [{ type: 'section', attrs: { name: 'corpo', kind: 'body' }, content: [paragraph] }],
  })
}

function highest(levels: readonly AccessLevel[]): AccessLevel {
  return levels.includes('confidential') ? 'confidential' : levels.includes('restricted') ? 'restricted' : 'public'
}

/** Indexes everything that waits. Fails where something was put aside. */
export async function indexAll(house: TestHouse): Promise<void> {
  while ((await indexPending(house.db, house.platform.log, house.platform.clock)) > 0);
  const [aside] = await house.db<{ problem: string }[]>`select problem from search.pending limit 1`
  if (aside) throw new Error(`could not be indexed: ${aside.problem}`)
}

/**
 * Many documents as rows at once, for measurements and plans: `common` is a word of all of them, every hundredth also says
 * `rare`, and every thousandth `rarest`. Spread over case files of ten documents, opened by turns in all units.
 */
export async function manyDocuments(
  house: TestHouse,
  count: number,
  words: { common: string; rare: string; rarest: string },
) {
  const { common, rare, rarest } = words
  await house.db.begin(async (trx) => {
    await trx`set local statement_timeout = 0`
    await trx`with units as (select id, agency_id, row_number() over (order by id) - 1 as n, count(*) over () as of from organization.unit)
      insert into cases.case_file (number, digits, agency_id, unit_id, case_type_id, summary, filed_on, opened_at, opened_by,
                                   level, effective_level, legal_basis_id, news_at, news_unit_id)
      select 'M' || g, '888880' || lpad(g::text, 9, '0'), u.agency_id, u.id, (select min(id) from classification.case_type),
             'Pedido em massa ' || g, current_date, now(), (select min(id) from identity.account), l.level, l.level,
             (select min(id) from classification.legal_basis b where b.level = l.level), now(), u.id
        from generate_series(1, ${Math.ceil(count / 10)}::int) g
        join units u on u.n = g % u.of
        cross join lateral (select case when g % 7 = 0 then 'restricted' else 'public' end as level) l`
    await trx`insert into cases.passage (case_file_id, unit_id, first_at)
      select id, unit_id, opened_at from cases.case_file where digits like '888880%'`
    await trx`insert into documents.document (case_file_id, kind, document_type_id, unit_id, created_at, created_by, dated_on, level,
                                              legal_basis_id, position, version, signature_count)
      select c.id, 'authored', (select min(id) from classification.document_type), c.unit_id, now(), c.opened_by, current_date, c.level,
             c.legal_basis_id, g, 1, 1
        from cases.case_file c cross join generate_series(1, 10) g where c.digits like '888880%' order by c.id, g`
    await trx`insert into documents.version (document_id, number, content, plain_text, sha256, kind, saved_at, account_id, unit_id)
      select d.id, 1, '{}', ${common} || ' ' || (case when d.id % 100 = 0 then ${rare} else '' end) || ' '
             || (case when d.id % 1000 = 0 then ${rarest} else '' end) || ' palavra' || (d.id % 5000) || ' ' || repeat('assunto de rotina ', 10),
             '\\x00', 'created', now(), d.created_by, d.unit_id
        from documents.document d join cases.case_file c on c.id = d.case_file_id where c.digits like '888880%'`
  })
  await house.db.unsafe('analyze')
}
