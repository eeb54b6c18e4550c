import type { PendingQuery, Row } from 'postgres'
import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { AccessLevel } from '../cases/index.ts'
import type { Redaction, ReviewState } from './document.ts'

export interface DocumentRow {
  id: string
  number: string
  caseFileId: string
  kind: 'authored' | 'uploaded'
  typeId: string
  typeName: string
  typeNumber: string | null
  unitId: string
  unitSlug: string
  unitAcronym: string
  unitName: string
  createdAt: Date
  createdBy: string
  createdByName: string
  datedOn: string
  description: string
  treeName: string
  level: AccessLevel
  legalBasisId: string | null
  version: number
  formVersionId: string | null
  signatureCount: number
  lockedAt: Date | null
  lockCause: string | null
  state: 'active' | 'cancelled' | 'eliminated'
  role: 'email' | 'circular-base' | null
  redactions?: Redaction[]
  review?: ReviewState | null
  vehicle?: string | null
  removalReason: string | null
  eliminatedBy: string | null
  isOurs: boolean
  inSignatureBundle: boolean
  signsHere: boolean
  signsInCase: boolean
  signsByCredential: boolean
  reviewsHere: boolean
  ownDraftAt: Date | null
  sha256: string | null
  sizeBytes: string | null
  extension: string | null
  mediaType: string | null
  fileName: string | null
  origin: 'born-digital' | 'digitized' | null
  conferenceKindName: string | null
  certifiable: boolean | null
  includedIn: string | null
  inPublication: boolean
  publishedFrom: Date | null
  publicationStamp: string | null
}

/** Acronym and name of the unit are those in force on the document's date (EST-004). */
const columns = (db: Database, actor: Actor) => db`
  d.id, lpad(d.number::text, 7, '0') as number, d.case_file_id as "caseFileId", d.kind, d.document_type_id as "typeId",
  t.name as "typeName", d.type_number as "typeNumber", d.unit_id as "unitId", u.slug as "unitSlug",
  coalesce(un.acronym, u.acronym) as "unitAcronym", coalesce(un.name, u.name) as "unitName", d.created_at as "createdAt",
  d.created_by as "createdBy", coalesce(a.social_name, a.name) as "createdByName", d.dated_on::text as "datedOn",
  d.description, d.tree_name as "treeName", d.level, d.legal_basis_id as "legalBasisId", d.version, d.form_version_id as "formVersionId",
  d.signature_count as "signatureCount", d.locked_at as "lockedAt", d.lock_cause as "lockCause", d.state, d.role,
  r.reason || coalesce(' (termo de cancelamento ' || lpad(rt.number::text, 7, '0') || ')', '') as "removalReason", el.term as "eliminatedBy",
  (d.unit_id = ${actor.unitId} or d.unit_id in (select organization.lineage(${actor.unitId}))) as "isOurs",
  (select true from documents.co_signing s where s.document_id = d.id and s.until is null limit 1) is not null as "inSignatureBundle",
  documents.co_signs(d.id, ${actor.unitId}) as "signsHere",
  documents.co_signs_in(d.case_file_id, ${actor.unitId}) as "signsInCase",
  documents.may_sign_by_credential(d.id, ${actor.userId}, ${actor.unitId}) as "signsByCredential",
  documents.reviews(d.id, ${actor.userId}, ${actor.unitId}) as "reviewsHere",
  (select w.saved_at from documents.draft w where w.document_id = d.id and w.account_id = ${actor.userId}) as "ownDraftAt",
  f.sha256, f.size_bytes as "sizeBytes", f.extension, f.media_type as "mediaType", f.file_name as "fileName", f.origin,
  k.name as "conferenceKindName", k.certifiable, f.included_in as "includedIn",
  d.in_publication as "inPublication", d.published_from as "publishedFrom", d.publication_stamp as "publicationStamp"`

const sources = (db: Database) => joined(db, db`from documents.document d`)

const joined = (db: Database, documents: PendingQuery<Row[]>) => db`
  ${documents}
  join classification.document_type t on t.id = d.document_type_id
  join organization.unit u on u.id = d.unit_id
  join identity.account a on a.id = d.created_by
  left join organization.unit_name un on un.unit_id = d.unit_id and un.valid @> d.created_at::date
  left join documents.removal r on r.document_id = d.id
  left join documents.elimination el on el.document_id = d.id
  left join documents.document rt on rt.id = r.term_id
  left join documents.file f on f.document_id = d.id and f.replaced_at is null
  left join classification.conference_kind k on k.id = f.conference_kind_id`

export async function selectDocument(
  db: Database,
  actor: Actor,
  number: string,
  locked: boolean,
): Promise<DocumentRow | undefined> {
  const [row] = await db<DocumentRow[]>`select ${columns(db, actor)}, ${redactions(db)} as redactions,
    case when d.kind = 'authored' then reviewing.state_of(d.id, d.version) end as review,
    ${vehicle(db, actor)} as vehicle ${sources(db)}
    where d.number = ${number} and d.state <> 'deleted' ${locked ? db`for update of d` : db``}`
  return row
}

/** Where the actor's agency would publish it first: the bulletin, if that takes its type. */
const vehicle = (db: Database, actor: Actor) => db`
  (select v.name from publishing.vehicle_type t join publishing.vehicle v on v.id = t.vehicle_id
    where d.kind = 'authored' and not d.in_publication and t.document_type_id = d.document_type_id
      and v.deactivated_at is null and (v.agency_id is null or v.agency_id = ${actor.agencyId})
    order by v.kind desc, v.agency_id nulls last, v.acronym limit 1)`

/** Of which document this one is the version with stripes, and which versions with stripes it has. */
const redactions = (db: Database) => db`
  coalesce((select jsonb_agg(jsonb_build_object('originalNumber', lpad(xo.number::text, 7, '0'),
                     'number', lpad(xd.number::text, 7, '0'), 'legalBasis', x.legal_basis, 'isOriginal', x.original_id = d.id)
                   order by x.document_id)
              from documents.redaction x
              join documents.document xd on xd.id = x.document_id and xd.state <> 'deleted'
              join documents.document xo on xo.id = x.original_id
             where x.document_id = d.id or x.original_id = d.id), '[]')`

/** The case files of documents, to pass their gate. */
export async function selectCasesOfDocuments(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct case_file_id as id from documents.document
     where id = any (${[...ids]}::text[]::bigint[]) and state <> 'deleted'`
  return rows.map(({ id }) => id)
}

export async function selectDocuments(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  locked: boolean,
): Promise<DocumentRow[]> {
  return db<DocumentRow[]>`select ${columns(db, actor)} ${sources(db)}
    where d.id = any (${[...ids]}::text[]::bigint[]) and d.state <> 'deleted' order by d.id ${locked ? db`for update of d` : db``}`
}

/** The documents of a case file in the order of its tree. */
export async function selectTree(db: Database, actor: Actor, caseFileId: string): Promise<DocumentRow[]> {
  return db<DocumentRow[]>`select ${columns(db, actor)} ${sources(db)}
    where d.case_file_id = ${caseFileId} and d.state <> 'deleted' order by d.position, d.id`
}

export interface TreePartRow extends DocumentRow {
  /** Place in the whole tree, from 0. */
  place: number
  /** Documents in the whole tree. */
  total: number
  shown: boolean
  folderSize: number
}

/** Which documents of a long tree are wanted: a folder by its place, or the one with this document, or the last. */
export interface TreeWish {
  /** Documents in a folder, unless the installation says otherwise (PRO-231). */
  readonly usualFolderSize: number
  readonly folder: number | undefined
  readonly currentNumber: string | undefined
}

/**
 * What is shown of a tree, in its order, with the drafts of the unit wherever they stand. Up to two folders' worth are
 * shown whole; of more, only one folder. The order is read for all documents, everything else for those shown.
 */
export async function selectTreePart(
  db: Database,
  actor: Actor,
  caseFileId: string,
  { usualFolderSize, folder, currentNumber }: TreeWish,
): Promise<TreePartRow[]> {
  return db<TreePartRow[]>`
    -- The parameter as it is stored; what is no sensible number is passed over.
    with setting as materialized (
      select coalesce((select case when jsonb_typeof(value) = 'number' and value::numeric between 10 and 200 and value::numeric % 1 = 0
                                   then value::int end
                         from platform.setting where name = 'tree-folder-size'), ${usualFolderSize}::int) as size),
    ordered as materialized (
      select x.id, x.number, (row_number() over (order by x.position, x.id) - 1)::int as place, (count(*) over ())::int as total,
             x.unit_id, x.state = 'active' and documents.is_draft(x) as draft
        from documents.document x where x.case_file_id = ${caseFileId} and x.state <> 'deleted'),
    last as (select max(place) / min(size) as folder from ordered, setting),
    -- A folder beyond the last one is the last one; LEAST passes over what is not asked for.
    wish as materialized (
      select least(last.folder, coalesce(${folder ?? null}::int,
               (select place / size from ordered, setting where number = ${currentNumber ?? null}::bigint))) as folder from last),
    -- Chosen before anything is joined to it: what is not shown costs its place in the order and no more.
    chosen as materialized (
      select o.id, o.place, o.total, size as folder_size, o.total <= 2 * size or o.place / size = wish.folder as shown
        from ordered o, wish, setting
       where o.total <= 2 * size or o.place / size = wish.folder
          or o.draft and o.unit_id = any (array(select organization.lineage(${actor.unitId}))))
    select ${columns(db, actor)}, o.place, o.total, o.shown, o.folder_size as "folderSize"
      from chosen o
      ${joined(db, db`join documents.document d on d.id = o.id`)}
     order by o.place`
}

/**
 * Documents that this unit, or one it succeeds, deleted since then, the latest first: its bin (DOC-082). What was
 * confidential stays it there, though its case file is no longer.
 */
export async function selectDeleted(
  db: Database,
  actor: Actor,
  since: Date,
  page: { readonly limit: number; readonly offset: number },
  now: Date,
): Promise<(DocumentRow & { deletedAt: Date; deletedBy: string; total: number })[]> {
  return db<(DocumentRow & { deletedAt: Date; deletedBy: string; total: number })[]>`
    select ${columns(db, actor)}, r.at as "deletedAt", coalesce(x.social_name, x.name) as "deletedBy",
           (count(*) over ())::int as total
      ${sources(db)}
      join identity.account x on x.id = r.account_id
      join cases.case_file c on c.id = d.case_file_id and c.state <> 'deleted'
     where d.state = 'deleted' and r.kind = 'deleted' and r.at > ${since}
       and r.unit_id in (select organization.lineage(${actor.unitId}))
       and (platform.highest_level(cases.governing_level(c, platform.flag('per-document-internal')), d.level) <> 'confidential'
         or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId})
           and exists (select 1 from identity.confirmation k where k.session_hash = decode(${actor.sessionHash}, 'hex')
                        and k.case_file_id = c.id and k.until > ${now}))
     order by r.at desc, d.id desc limit ${page.limit} offset ${page.offset}`
}

/** One of them; held until the transaction ends when it is to be brought back. */
export async function selectDeletedDocument(
  db: Database,
  actor: Actor,
  number: string,
  since: Date,
  locked: boolean,
): Promise<DocumentRow | undefined> {
  const [row] = await db<DocumentRow[]>`select ${columns(db, actor)} ${sources(db)}
     where d.number = ${number} and d.state = 'deleted' and r.kind = 'deleted' and r.at > ${since}
       and r.unit_id in (select organization.lineage(${actor.unitId})) ${locked ? db`for update of d` : db``}`
  return row
}
