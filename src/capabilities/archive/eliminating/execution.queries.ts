import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

/** A confirmed listing, with who confirmed it; undefined where it is not, or was executed. */
export async function selectConfirmed(
  db: Database,
  listingId: string,
): Promise<{ id: string; name: string; term: string; actor: Actor } | undefined> {
  const [row] = await db<
    (Omit<Actor, 'permissions' | 'sessionHash'> & { id: string; listing: string; term: string })[]
  >`
    select l.id, l.number || '/' || l.year as listing, lpad(d.number::text, 7, '0') as term, a.id as "userId",
           coalesce(a.social_name, a.name) as name, a.login, u.id as "unitId", u.slug as "unitSlug", u.acronym as "unitAcronym",
           u.name as "unitName", u.agency_id as "agencyId"
      from archive.listing l join documents.document d on d.id = l.term_document_id
      join identity.account a on a.id = l.confirmed_by join organization.unit u on u.id = l.confirmed_unit_id
     where l.id = ${listingId} and l.state = 'confirmed'`
  if (!row) return undefined
  const { id, listing, term, ...who } = row
  return { id, name: listing, term, actor: { ...who, permissions: new Set(), sessionHash: '' } }
}

export async function selectNextItem(db: Database, listingId: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select i.case_file_id as id from archive.listing_item i join archive.listing l on l.id = i.listing_id and l.state = 'confirmed'
     where i.listing_id = ${listingId} and i.state = 'listed' order by i.position limit 1`
  return row?.id
}

export async function setExecuted(db: Database, listingId: string, now: Date): Promise<void> {
  await db`update archive.listing l set state = 'executed', executed_at = ${now}
    where l.id = ${listingId} and l.state = 'confirmed'
      and not exists (select 1 from archive.listing_item i where i.listing_id = l.id and i.state = 'listed')`
}

/** Confirmed listings that no run has finished. */
export async function selectUnfinished(db: Database): Promise<string[]> {
  const rows = await db<{ id: string }[]>`select id from archive.listing where state = 'confirmed' order by id`
  return rows.map(({ id }) => id)
}

export async function insertFileRemovals(db: Database, files: readonly string[], now: Date): Promise<void> {
  await db`insert into archive.file_removal (sha256, since) select distinct f, ${now}::timestamptz from unnest(${[...files]}::text[]) f
    on conflict (sha256) do update set state = 'waiting', since = excluded.since`
}

export async function selectRemovals(
  db: Database,
  state: 'waiting' | 'aside',
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db<{ sha256: string }[]>`
    select sha256 from archive.file_removal where state = ${state} and since <= ${before} order by since limit ${limit}`
  return rows.map(({ sha256 }) => sha256)
}

export async function updateRemoval(db: Database, sha256: string, now: Date): Promise<void> {
  await db`update archive.file_removal set state = 'aside', since = ${now} where sha256 = ${sha256}`
}

export async function deleteRemoval(db: Database, sha256: string): Promise<void> {
  await db`delete from archive.file_removal where sha256 = ${sha256}`
}

/** Whether the file is now noted as lying aside; not where it is to go anyway. */
export async function insertAside(db: Database, sha256: string, now: Date): Promise<boolean> {
  const rows = await db`
    insert into archive.file_removal (sha256, state, since) values (${sha256}, 'aside', ${now})
    on conflict do nothing returning sha256`
  return rows.length > 0
}

/**
 * Of these files those that no row needs: of a document that was not eliminated, or of anything else that keeps files. A test
 * holds the list in the function against the columns of the database.
 */
export async function selectUnnamed(db: Database, files: readonly string[]): Promise<string[]> {
  const rows = await db<{ sha256: string }[]>`
    select f.sha256 from unnest(${[...files]}::text[]) as f (sha256)
     where not archive.is_named(f.sha256)`
  return rows.map(({ sha256 }) => sha256)
}

/** Whether any row still needs the file. */
export async function isNamed(db: Database, sha256: string): Promise<boolean> {
  return (await selectUnnamed(db, [sha256])).length === 0
}
