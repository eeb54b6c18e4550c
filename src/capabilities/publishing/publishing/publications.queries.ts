import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Derivation } from '../related/begin-related.ts'
import { type RelatedRow, related } from '../related/related.queries.ts'
import type { Vehicle } from '../vehicles/vehicle.ts'
import { approvingUnit } from '../vehicles/vehicles.queries.ts'
import type { GazetteData, Publication, PublicationReason, PublicationState } from './publication.ts'

type DerivedHere = 'vehicle' | 'on' | 'endReason' | 'gazette' | 'state' | 'stage' | 'sentSha256' | 'differences'

interface PublicationRow extends Omit<Publication, DerivedHere> {
  vehicle: Omit<Vehicle, 'agencyId' | 'agencyAcronym' | 'cutOff' | 'approvingUnit'> & {
    agencyId: string | null
    cutOff: string | null
    approvingUnit: Vehicle['approvingUnit'] | null
  }
  sentSha256: string | null
  differences: number | null
  state: PublicationState
  publishedFrom: Date | null
  on: LocalDate | null
  endReason: string | null
  gazette: Omit<GazetteData, 'date'> & { date: LocalDate | null }
}

const columns = (db: Database, unitId: string) => db`
  p.id, p.document_id as "documentId", p.reason, p.summary, p.extraordinary, p.state, p.on_date::text as "on", p.published_from as "publishedFrom",
  p.end_reason as "endReason", p.unit_id as "unitId", u.acronym as "unitAcronym", coalesce(a.social_name, a.name) as "personName",
  p.changed_at as "changedAt", p.sent_sha256 as "sentSha256",
  (select c.differences from publishing.comparison c where c.publication_id = p.id order by c.id desc limit 1) as differences,
  coalesce(v.approving_unit_id in (select organization.lineage(${unitId})), false) as "isApprover",
  jsonb_build_object('gazette', p.gazette, 'edition', p.gazette_edition, 'section', p.gazette_section, 'page', p.gazette_page,
                     'date', p.gazette_date, 'link', p.gazette_link) as gazette,
  jsonb_build_object('id', v.id::text, 'agencyId', v.agency_id::text, 'kind', v.kind, 'acronym', v.acronym, 'name', v.name,
                     'timeZone', v.time_zone, 'weekdays', v.weekdays, 'cutOff', to_char(v.cut_off, 'HH24:MI'), 'address', v.address,
                     'active', v.deactivated_at is null, 'email', v.email, 'closedDays', v.closed_days, 'termsFrom', v.terms_from,
                     'approvingUnit', ${approvingUnit(db)}) as vehicle
  from publishing.publication p
  join publishing.vehicle v on v.id = p.vehicle_id
  join organization.unit u on u.id = p.unit_id
  join identity.account a on a.id = p.account_id`

/** The publication of a document that is under way or done; else the last that came to nothing. */
export async function selectPublication(
  db: Database,
  documentId: string,
  unitId: string,
  now: Date,
): Promise<Publication | undefined> {
  const [row] = await db<PublicationRow[]>`
    select ${columns(db, unitId)} where p.document_id = ${documentId}
     order by p.state in ('rejected', 'cancelled'), p.id desc limit 1`
  return row && publicationOf(row, now)
}

/** The same, and what was made of the document or of what it was made, in one statement: for the page of a document. */
export async function selectBeside(
  db: Database,
  documentId: string,
  unitId: string,
  now: Date,
): Promise<{ publication: Publication | undefined; related: readonly RelatedRow[] }> {
  const [row] = await db<(PublicationRow & { related: RelatedRow[] })[]>`
    select x.related, p.* from (
      select coalesce((select jsonb_agg(to_jsonb(o) order by o.id) from (${related(db, documentId)}) o), '[]') as related) x
      left join lateral (select ${columns(db, unitId)} where p.document_id = ${documentId}
                          order by p.state in ('rejected', 'cancelled'), p.id desc limit 1) p on true`
  if (!row) return { publication: undefined, related: [] }
  const { related: others, ...publication } = row
  return { publication: publication.id ? publicationOf(publication, now) : undefined, related: others }
}

export interface PublicationToInsert {
  readonly documentId: string
  readonly version: number
  readonly vehicle: Vehicle
  readonly reason: PublicationReason
  readonly summary: string
  readonly extraordinary: boolean
  readonly on: LocalDate | undefined
  readonly gazette: GazetteData
}

/**
 * Puts it on record; the first moment of its day is computed with the clocks of the vehicle's place. The words are those of
 * the version that is published. Undefined: somebody else was quicker with this document.
 */
export async function insertPublication(
  db: Database,
  actor: Actor,
  publication: PublicationToInsert,
  now: Date,
): Promise<{ id: string; publishedFrom: Date | null } | undefined> {
  const { documentId, version, vehicle, reason, summary, extraordinary, on = null, gazette } = publication
  const state = vehicle.kind === 'external' ? 'to-send' : 'scheduled'
  const [row] = await db<{ id: string; publishedFrom: Date | null }[]>`
    insert into publishing.publication (document_id, version, vehicle_id, reason, summary, extraordinary, state, on_date, published_from,
           gazette, gazette_edition, gazette_section, gazette_page, gazette_date, gazette_link, unit_id, account_id, created_at, changed_at, words)
    values (${documentId}, ${version}, ${vehicle.id}, ${reason}, ${summary}, ${extraordinary}, ${state}, ${on}::date,
            ${on}::date::timestamp at time zone ${vehicle.timeZone}, ${gazette.gazette}, ${gazette.edition}, ${gazette.section},
            ${gazette.page}, ${gazette.date ?? null}::date, ${gazette.link}, ${actor.unitId}, ${actor.userId}, ${now}, ${now},
            ${wordsOf(db, documentId, version, summary)})
    on conflict do nothing returning id, published_from as "publishedFrom"`
  return row
}

const wordsOf = (db: Database, documentId: string, version: number, summary: string) => db`
  (select search.words_of(${summary} || ' ' || t.name || ' ' || coalesce(d.type_number, '') || ' ' || v.plain_text)
     from documents.version v join documents.document d on d.id = v.document_id
     join classification.document_type t on t.id = d.document_type_id
    where v.document_id = ${documentId} and v.number = ${version})`

/** Another day, summary or edition, before the day has come. Answers the first moment of the new day. */
export async function updateScheduled(
  db: Database,
  { id, documentId, vehicle }: Publication,
  request: { readonly summary: string; readonly extraordinary: boolean; readonly on: LocalDate | undefined },
  now: Date,
): Promise<Date | undefined> {
  const { summary, extraordinary, on = null } = request
  const [row] = await db<{ publishedFrom: Date | null }[]>`
    update publishing.publication p set summary = ${summary}, extraordinary = ${extraordinary}, on_date = ${on}::date,
           published_from = case when ${vehicle.kind} = 'internal' then ${on}::date::timestamp at time zone ${vehicle.timeZone} end,
           words = (select search.words_of(${summary} || ' ' || t.name || ' ' || coalesce(d.type_number, '') || ' ' || x.plain_text)
                      from documents.version x join documents.document d on d.id = x.document_id
                      join classification.document_type t on t.id = d.document_type_id
                     where x.document_id = ${documentId} and x.number = p.version),
           changed_at = ${now}
     where p.id = ${id} returning published_from as "publishedFrom"`
  return row?.publishedFrom ?? undefined
}

export async function updateGazette(db: Database, id: string, gazette: GazetteData, now: Date): Promise<void> {
  await db`update publishing.publication set gazette = ${gazette.gazette}, gazette_edition = ${gazette.edition},
           gazette_section = ${gazette.section}, gazette_page = ${gazette.page}, gazette_date = ${gazette.date ?? null}::date,
           gazette_link = ${gazette.link}, changed_at = ${now}
     where id = ${id}`
}

/** A step of one that goes to an external gazette, or the end of any. */
export async function updateState(
  db: Database,
  id: string,
  step: {
    readonly state: PublicationState
    readonly on?: LocalDate | undefined
    readonly endReason?: string | undefined
    /** Published on that day, by the clocks of the place: from its first moment on. */
    readonly timeZone?: string
    /** Of the text that is sent. */
    readonly sentSha256?: string | undefined
  },
  now: Date,
): Promise<Date | undefined> {
  const { state, on = null, endReason = null, timeZone = null, sentSha256 = null } = step
  const [row] = await db<{ publishedFrom: Date | null }[]>`
    update publishing.publication set state = ${state}, on_date = coalesce(${on}::date, on_date), end_reason = ${endReason},
           published_from = case when ${timeZone}::text is null then published_from else ${on}::date::timestamp at time zone ${timeZone}::text end,
           sent_sha256 = coalesce(${sentSha256}, sent_sha256), changed_at = ${now}
     where id = ${id} returning published_from as "publishedFrom"`
  return row?.publishedFrom ?? undefined
}

/** Of what a document was made, where it was made of another one; and whether a number of CPF stands in its text. */
export async function selectOrigin(
  db: Database,
  document: { readonly id: string; readonly version: number },
): Promise<{ madeAs: Derivation | null; hasCpf: boolean }> {
  const [row] = await db<{ madeAs: Derivation | null; hasCpf: boolean }[]>`
    select r.reason as "madeAs", v.plain_text ~ '\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}' as "hasCpf"
      from documents.version v left join publishing.related r on r.document_id = v.document_id
     where v.document_id = ${document.id} and v.number = ${document.version}`
  return row ?? { madeAs: null, hasCpf: false }
}

function publicationOf(row: PublicationRow, now: Date): Publication {
  const { publishedFrom, on, endReason, gazette, vehicle, state, sentSha256, differences, ...rest } = row
  const hasCome = state === 'scheduled' && publishedFrom !== null && publishedFrom <= now
  return {
    ...rest,
    state: hasCome ? 'published' : state,
    stage: hasCome ? 'published' : state === 'published' && differences !== null ? 'checked' : state,
    sentSha256: sentSha256 ?? undefined,
    differences: differences ?? undefined,
    on: on ?? undefined,
    endReason: endReason ?? undefined,
    gazette: { ...gazette, date: gazette.date ?? undefined },
    vehicle: {
      ...vehicle,
      agencyId: vehicle.agencyId ?? undefined,
      agencyAcronym: undefined,
      cutOff: vehicle.cutOff ?? undefined,
      approvingUnit: vehicle.approvingUnit ?? undefined,
    },
  }
}
