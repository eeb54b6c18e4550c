import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { PublicationReason } from '../publishing/publication.ts'

export interface PublishedRow {
  documentId: string
  version: number
  number: string
  typeName: string
  typeNumber: string | null
  unitAcronym: string
  unitName: string
  agencyAcronym: string
  summary: string
  reason: PublicationReason
  on: LocalDate
  publishedFrom: Date
  extraordinary: boolean
  vehicleName: string
  vehicleAcronym: string
  gazette: string
  gazetteEdition: string
  gazetteSection: string
  gazettePage: string
  gazetteDate: LocalDate | null
  gazetteLink: string
}

/** What is shown of a publication: nothing of the case file in which its document lies. */
const columns = (db: Database) => db`
  d.id as "documentId", p.version, lpad(d.number::text, 7, '0') as number, t.name as "typeName", d.type_number as "typeNumber",
  coalesce(un.acronym, u.acronym) as "unitAcronym", coalesce(un.name, u.name) as "unitName", g.acronym as "agencyAcronym",
  p.summary, p.reason, p.on_date::text as "on", p.published_from as "publishedFrom", p.extraordinary, v.name as "vehicleName", v.acronym as "vehicleAcronym",
  p.gazette, p.gazette_edition as "gazetteEdition", p.gazette_section as "gazetteSection", p.gazette_page as "gazettePage",
  p.gazette_date::text as "gazetteDate", p.gazette_link as "gazetteLink"`

const joined = (db: Database) => db`
  join publishing.vehicle v on v.id = p.vehicle_id
  join documents.document d on d.id = p.document_id
  join classification.document_type t on t.id = d.document_type_id
  join organization.unit u on u.id = d.unit_id
  join organization.agency g on g.id = u.agency_id
  left join organization.unit_name un on un.unit_id = d.unit_id and un.valid @> d.created_at::date`

/** The rule, said so that the index of what is shown serves it. */
const isOut = (db: Database, now: Date) => db`
  p.published_from is not null and p.state in ('scheduled', 'published') and publishing.is_out(p, ${now})`

export interface BulletinFilter {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly vehicleId: string | undefined
  readonly typeId: string | undefined
  /** Acronym of the unit that made the document. */
  readonly unit: string | undefined
  /** Of the document within its type, as `12/2026`, or its nº SEI. */
  readonly number: string | undefined
  readonly query: { readonly tsquery: string; readonly prefixMarker: string } | undefined
}

/** How many of the published ones are counted, and shown, at most. */
export const mostShown = 1000

/** What was published in these days, the latest first; nothing else is found or counted, whatever is asked for. */
export async function selectPublished(
  db: Database,
  filter: BulletinFilter,
  page: { readonly limit: number; readonly offset: number },
  now: Date,
): Promise<(PublishedRow & { total: number })[]> {
  const { from, until, vehicleId, typeId, unit, number, query } = filter
  return db<(PublishedRow & { total: number })[]>`
    with found as (
      select p.id from publishing.publication p
        ${unit || number || typeId ? db`join documents.document d on d.id = p.document_id` : db``}
        ${unit ? db`join organization.unit u on u.id = d.unit_id and lower(u.acronym) = lower(${unit})` : db``}
       where p.on_date between ${from}::date and ${until}::date and ${isOut(db, now)}
         ${vehicleId ? db`and p.vehicle_id = ${vehicleId}` : db``}
         ${typeId ? db`and d.document_type_id = ${typeId}` : db``}
         ${number ? db`and (d.type_number = ${number} or d.number = ${/^\d{1,15}$/.test(number) ? number : '0'})` : db``}
         ${query ? db`and p.words @@ ${asTsquery(db, query)}` : db``}
       order by p.on_date desc, p.id desc limit ${mostShown + 1})
    select ${columns(db)}, (select count(*)::int from found) as total
      from found f join publishing.publication p on p.id = f.id ${joined(db)}
     order by p.on_date desc, v.kind desc, v.name, p.extraordinary, p.id desc limit ${page.limit} offset ${page.offset}`
}

const asTsquery = (db: Database, { tsquery, prefixMarker }: NonNullable<BulletinFilter['query']>) => db`
  (select nullif(replace(to_tsquery('portuguese', ${tsquery})::text, ${`${prefixMarker}':*`}, ${"':*"}), '')::tsquery)`

/** The last day with an edition until then, and the days with one before and after it. */
export async function selectEditionDays(
  db: Database,
  until: LocalDate,
  now: Date,
): Promise<{ day: LocalDate | null; before: LocalDate | null; after: LocalDate | null }> {
  const [row] = await db<{ day: LocalDate | null; before: LocalDate | null; after: LocalDate | null }[]>`
    with last as materialized (
      select p.on_date from publishing.publication p where p.on_date <= ${until}::date and ${isOut(db, now)}
       order by p.on_date desc limit 1)
    select (select on_date from last)::text as day,
           (select p.on_date from publishing.publication p
             where p.on_date < coalesce((select on_date from last), ${until}::date) and ${isOut(db, now)}
             order by p.on_date desc limit 1)::text as before,
           (select p.on_date from publishing.publication p where p.on_date > ${until}::date and ${isOut(db, now)}
             order by p.on_date limit 1)::text as after`
  return row ?? { day: null, before: null, after: null }
}

/** The document of this number as it was published; undefined for every other number, whether or not there is one. */
export async function selectPublishedDocument(
  db: Database,
  number: string,
  now: Date,
): Promise<PublishedRow | undefined> {
  const [row] = await db<PublishedRow[]>`
    select ${columns(db)} from publishing.publication p ${joined(db)} where d.number = ${number} and ${isOut(db, now)}`
  return row
}

/** What was published that is related to a document, both ways (DOC-104). */
export async function selectPublishedRelated(
  db: Database,
  documentId: string,
  now: Date,
): Promise<
  {
    number: string
    typeName: string
    typeNumber: string | null
    on: LocalDate
    reason: Exclude<PublicationReason, 'publication'>
    isOriginal: boolean
  }[]
> {
  return db`
    select lpad(d.number::text, 7, '0') as number, t.name as "typeName", d.type_number as "typeNumber", p.on_date::text as "on", r.reason,
           r.original_id = ${documentId} as "isOriginal"
      from (select document_id as other_id, reason, original_id from publishing.related where original_id = ${documentId}
            union all
            select original_id, reason, original_id from publishing.related where document_id = ${documentId}) r
      join publishing.publication p on p.document_id = r.other_id
      join documents.document d on d.id = p.document_id
      join classification.document_type t on t.id = d.document_type_id
     where r.reason <> 'final-version' and ${isOut(db, now)} order by p.on_date, p.id limit 50`
}

/** An image in a published text. */
export async function selectPublishedImage(
  db: Database,
  number: string,
  sha256: string,
  now: Date,
): Promise<{ mediaType: string; sizeBytes: string } | undefined> {
  const [row] = await db<{ mediaType: string; sizeBytes: string }[]>`
    select i.media_type as "mediaType", i.size_bytes as "sizeBytes"
      from documents.document d join publishing.publication p on p.document_id = d.id
      join documents.image i on i.document_id = d.id and i.sha256 = ${sha256}
     where d.number = ${number} and ${isOut(db, now)}`
  return row
}

/** The types that some vehicle takes. */
export async function selectTypesOffered(db: Database): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select t.id, t.name from classification.document_type t
     where exists (select 1 from publishing.vehicle_type x where x.document_type_id = t.id)
     order by lower(platform.plain(t.name)) limit 200`
}
