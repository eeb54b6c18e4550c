import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Stripe, Striping } from './striping.ts'

const striping = (db: Database) => db`
  s.id, s.sha256, s.resolution, s.revision, s.state, s.problem, s.made_sha256 as "madeSha256", s.made_bytes::float8 as "madeBytes",
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id::text, 'page', t.page, 'left', t.left_edge::float8, 'top', t.top_edge::float8,
      'width', t.width::float8, 'height', t.height::float8, 'legalBasis', t.legal_basis) order by t.page, t.id)
    from documents.stripe t where t.striping_id = s.id), '[]') as stripes`

/** What this person, in this unit, is laying over a document. */
export async function selectStriping(
  db: Database,
  actor: Actor,
  documentId: string,
  mode: 'reading' | 'locked',
): Promise<Striping | undefined> {
  const [row] = await db<Striping[]>`
    select ${striping(db)} from documents.striping s
     where s.document_id = ${documentId} and s.account_id = ${actor.userId} and s.unit_id = ${actor.unitId}
       and s.state <> 'included' ${mode === 'locked' ? db`for update of s` : db``}`
  return row
}

/** Begins, or goes on: what was made before is of another revision. Over another file all begins anew. */
export async function touchStriping(
  db: Database,
  actor: Actor,
  of: { readonly documentId: string; readonly sha256: string },
  now: Date,
): Promise<{ id: string; count: number }> {
  const [row] = await db<{ id: string; count: number }[]>`
    with gone as (
      delete from documents.stripe t using documents.striping s
       where s.id = t.striping_id and s.document_id = ${of.documentId} and s.account_id = ${actor.userId}
         and s.unit_id = ${actor.unitId} and s.state <> 'included' and s.sha256 <> ${of.sha256} returning t.id)
    insert into documents.striping as s (document_id, sha256, account_id, unit_id, changed_at)
    values (${of.documentId}, ${of.sha256}, ${actor.userId}, ${actor.unitId}, ${now})
    on conflict (document_id, account_id, unit_id) where state <> 'included' do update set sha256 = excluded.sha256,
       revision = s.revision + 1, state = 'marking', problem = null, made_sha256 = null, made_bytes = null, changed_at = excluded.changed_at
    returning id, (select count(*) from documents.stripe t where t.striping_id = s.id)::int - (select count(*) from gone)::int as count`
  if (!row) throw new Error('stripes were not begun')
  return row
}

export async function insertStripe(db: Database, stripingId: string, stripe: Stripe): Promise<void> {
  await db`insert into documents.stripe (striping_id, page, left_edge, top_edge, width, height, legal_basis)
    values (${stripingId}, ${stripe.page}, ${stripe.left}, ${stripe.top}, ${stripe.width}, ${stripe.height}, ${stripe.legalBasis})`
}

export async function updateStripe(db: Database, stripingId: string, id: string, stripe: Stripe): Promise<boolean> {
  const rows =
    await db`update documents.stripe set page = ${stripe.page}, left_edge = ${stripe.left}, top_edge = ${stripe.top},
      width = ${stripe.width}, height = ${stripe.height}, legal_basis = ${stripe.legalBasis}
    where id = ${id} and striping_id = ${stripingId} returning id`
  return rows.length > 0
}

export async function deleteStripe(db: Database, stripingId: string, id: string): Promise<boolean> {
  const rows = await db`delete from documents.stripe where id = ${id} and striping_id = ${stripingId} returning id`
  return rows.length > 0
}

/** Asks for the version; answers the revision of which it is to be made. */
export async function queueStriping(db: Database, id: string, resolution: number, now: Date): Promise<number> {
  const [row] = await db<{ revision: number }[]>`
    update documents.striping set state = 'waiting', resolution = ${resolution}, revision = revision + 1, problem = null,
           made_sha256 = null, made_bytes = null, changed_at = ${now} where id = ${id} returning revision`
  if (!row) throw new Error('a version with stripes was not asked for')
  return row.revision
}

export interface StripingToMake extends Striping {
  readonly documentId: string
  readonly number: string
  readonly typeName: string
  readonly typeNumber: string | null
  readonly caseNumber: string
  readonly agencyName: string
  readonly agencyAcronym: string
  readonly unitName: string
}

/** What a job needs to make a version: only while it waits for this very revision, and its document stands. */
export async function selectToMake(db: Database, id: string, revision: number): Promise<StripingToMake | undefined> {
  const [row] = await db<StripingToMake[]>`
    select ${striping(db)}, d.id as "documentId", lpad(d.number::text, 7, '0') as number, y.name as "typeName",
           d.type_number as "typeNumber", c.number as "caseNumber", a.name as "agencyName", a.acronym as "agencyAcronym",
           u.name as "unitName"
      from documents.striping s
      join documents.document d on d.id = s.document_id and d.state = 'active'
      join classification.document_type y on y.id = d.document_type_id
      join cases.case_file c on c.id = d.case_file_id
      join organization.unit u on u.id = s.unit_id
      join organization.agency a on a.id = u.agency_id
     where s.id = ${id} and s.revision = ${revision} and s.state = 'waiting'`
  return row
}

/** Says how it ended, unless the stripes have changed meanwhile. */
export async function endMaking(
  db: Database,
  { id, revision }: { readonly id: string; readonly revision: number },
  end: { readonly sha256: string; readonly sizeBytes: number } | { readonly problem: string },
  now: Date,
): Promise<void> {
  const [made, problem] = 'problem' in end ? [null, end.problem] : [end, null]
  await db`update documents.striping set state = ${made ? 'made' : 'failed'}, problem = ${problem}, changed_at = ${now},
      made_sha256 = ${made?.sha256 ?? null}, made_bytes = ${made?.sizeBytes ?? null}
    where id = ${id} and revision = ${revision} and state = 'waiting'`
}

export async function noteIncluded(db: Database, id: string, documentId: string, now: Date): Promise<void> {
  await db`update documents.striping set state = 'included', included_as = ${documentId}, changed_at = ${now} where id = ${id}`
}

export async function sweepStripings(db: Database, before: Date): Promise<void> {
  await db`delete from documents.striping where state <> 'included' and changed_at < ${before}`
}
