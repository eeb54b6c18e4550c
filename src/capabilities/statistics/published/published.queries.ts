import type { Database } from '../../../platform/db/index.ts'

export interface PublishedRow {
  id: string
  name: string
  source: string
}

/** The publications, by name; 200 at most. */
export async function selectPublished(db: Database): Promise<PublishedRow[]> {
  return db<PublishedRow[]>`select id, name, source from statistics.published order by name limit 200`
}

export interface PublishedAgencyRow {
  acronym: string
  users: number | null
  bornDigital: number | null
  digitized: number | null
  impliedDocuments: number | null
}

export async function selectPublishedAgencies(db: Database, publishedId: string): Promise<PublishedAgencyRow[]> {
  return db<PublishedAgencyRow[]>`
    select acronym, users, born_digital as "bornDigital", digitized, implied_documents as "impliedDocuments"
      from statistics.published_agency where published_id = ${publishedId} order by acronym`
}

export interface PublishedHouseRow {
  publication: string
  name: string
  externalUsers: number | null
  registeredUsers: number | null
  documents: number | null
  storageBytes: number | null
}

/** The installations whose numbers were published, in the order of each publication; 200 at most. */
export async function selectPublishedHouses(db: Database): Promise<PublishedHouseRow[]> {
  return db<PublishedHouseRow[]>`
    select p.name as publication, h.name, h.external_users as "externalUsers", h.registered_users as "registeredUsers",
           h.documents, h.storage_bytes::float8 as "storageBytes"
      from statistics.published_house h join statistics.published p on p.id = h.published_id
     order by p.name, h.position limit 200`
}

interface PublicationToInsert {
  readonly name: string
  readonly source: string
  readonly agencies: readonly object[]
  readonly houses: readonly object[]
}

/** All of a publication in one statement; undefined where its name is taken. */
export async function insertPublication(
  db: Database,
  { name, source, agencies, houses }: PublicationToInsert,
  by: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    with made as (
      insert into statistics.published (name, source, loaded_at, loaded_by) values (${name}, ${source}, ${now}, ${by ?? null})
      on conflict (name) do nothing returning id
    ), agencies as (
      insert into statistics.published_agency (published_id, acronym, users, born_digital, digitized, implied_documents)
      select made.id, a.acronym, a.users, a."bornDigital", a.digitized, a."impliedDocuments"
        from made, jsonb_to_recordset(${JSON.stringify(agencies)}::text::jsonb)
          as a(acronym text, users int, "bornDigital" int, digitized int, "impliedDocuments" int)
    ), houses as (
      insert into statistics.published_house (published_id, position, name, external_users, registered_users, documents, storage_bytes)
      select made.id, h.position, h.name, h."externalUsers", h."registeredUsers", h.documents, h."storageBytes"
        from made, jsonb_to_recordset(${JSON.stringify(houses)}::text::jsonb)
          as h(position int, name text, "externalUsers" int, "registeredUsers" int, documents int, "storageBytes" bigint)
    ) select id from made`
  return row?.id
}
