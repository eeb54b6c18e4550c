import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { BundleKind } from '../moves/moves.rules.ts'

export interface ItemRow {
  readonly id: string
  readonly documentId: string | null
  readonly caseFileId: string | null
  readonly addedAt: Date
  readonly annotations: readonly Annotation[]
}

export interface Annotation {
  readonly unitId: string
  readonly unitAcronym: string
  readonly text: string
  readonly by: string
  readonly at: string
}

/** What is in the bundle, in the order of inclusion; what was deleted meanwhile is left out. */
export async function selectItems(
  db: Database,
  bundleId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number } = { limit: 300, offset: 0 },
): Promise<ItemRow[]> {
  return db<ItemRow[]>`
    select i.id, i.document_id as "documentId", i.case_file_id as "caseFileId", i.added_at as "addedAt",
           (select coalesce(jsonb_agg(jsonb_build_object('unitId', n.unit_id::text, 'unitAcronym', u.acronym, 'text', n.text,
                     'by', coalesce(a.social_name, a.name), 'at', n.at) order by n.at), '[]')
              from bundles.annotation n join organization.unit u on u.id = n.unit_id
              join identity.account a on a.id = n.account_id where n.item_id = i.id) as annotations
      from bundles.item i
      left join documents.document d on d.id = i.document_id
      left join cases.case_file c on c.id = i.case_file_id
     where i.bundle_id = ${bundleId} and coalesce(d.state, c.state) <> 'deleted'
     order by i.id limit ${limit} offset ${offset}`
}

/** Adds what is not there yet; answers the ids of documents or case files that were added. */
export async function insertItems(
  db: Database,
  actor: Actor,
  bundle: { readonly id: string; readonly kind: BundleKind },
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const column = bundle.kind === 'signature' ? db`document_id` : db`case_file_id`
  await db`insert into bundles.item (bundle_id, bundle_kind, ${column}, added_at, added_by)
    select ${bundle.id}, ${bundle.kind}, x.id, ${now}, ${actor.userId}
      from unnest(${[...ids]}::text[]::bigint[]) with ordinality x(id, place) order by x.place`
}

export async function deleteItems(db: Database, bundleId: string, ids: readonly string[]): Promise<ItemRow[]> {
  return db<
    ItemRow[]
  >`delete from bundles.item where bundle_id = ${bundleId} and id = any (${[...ids]}::text[]::bigint[])
    returning id, document_id as "documentId", case_file_id as "caseFileId"`
}

/** The case files of the items, of documents too: each once. */
export async function selectCasesOfItems(db: Database, bundleId: string): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct coalesce(i.case_file_id, d.case_file_id) as id
      from bundles.item i left join documents.document d on d.id = i.document_id where i.bundle_id = ${bundleId}`
  return rows.map(({ id }) => id)
}

/** Documents that are with other units by another bundle than this one, and its number (BLO-028). */
export async function selectTaken(
  db: Database,
  bundleId: string,
  documentIds: readonly string[],
): Promise<{ documentId: string; number: string }[]> {
  return db<{ documentId: string; number: string }[]>`
    select distinct s.document_id as "documentId", b.number::text as number
      from documents.co_signing s join bundles.bundle b on b.id = s.source
     where s.until is null and s.source <> ${bundleId} and s.document_id = any (${[...documentIds]}::text[]::bigint[])`
}

export async function isItemOf(db: Database, bundleId: string, itemId: string): Promise<boolean> {
  const rows = await db`select 1 from bundles.item where bundle_id = ${bundleId} and id = ${itemId}`
  return rows.length > 0
}

/** An empty text takes the annotation of this unit away. */
export async function writeAnnotation(
  db: Database,
  actor: Actor,
  itemId: string,
  text: string,
  now: Date,
): Promise<void> {
  if (text === '') {
    await db`delete from bundles.annotation where item_id = ${itemId} and unit_id = ${actor.unitId}`
    return
  }
  await db`insert into bundles.annotation (item_id, unit_id, text, at, account_id)
    values (${itemId}, ${actor.unitId}, ${text}, ${now}, ${actor.userId})
    on conflict (item_id, unit_id) do update set text = excluded.text, at = excluded.at, account_id = excluded.account_id`
}
