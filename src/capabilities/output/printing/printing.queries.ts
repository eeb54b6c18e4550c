import type { Database } from '../../../platform/db/index.ts'

export interface PrintRow {
  documentId: string
  /** Of the version's canonical JSON; null for files, and where nothing was written yet. */
  sha256: string | null
  savedAt: Date
  /** Of the unit that made the document, as it was called then (EST-004). */
  agencyName: string
  agencyAcronym: string
  images: { sha256: string; mediaType: string }[]
}

/** What is drawn around the texts of documents, for any number of them in one statement. */
export async function selectPrints(db: Database, documentIds: readonly string[]): Promise<PrintRow[]> {
  return db<PrintRow[]>`
    select d.id as "documentId", encode(v.sha256, 'hex') as sha256, coalesce(v.saved_at, d.created_at) as "savedAt",
           coalesce(n.name, a.name) as "agencyName", coalesce(n.acronym, a.acronym) as "agencyAcronym",
           coalesce((select jsonb_agg(jsonb_build_object('sha256', i.sha256, 'mediaType', i.media_type) order by i.sha256)
                       from documents.image i where i.document_id = d.id and d.kind = 'authored'), '[]') as images
      from documents.document d
      join organization.unit u on u.id = d.unit_id
      join organization.agency a on a.id = u.agency_id
      left join organization.agency_name n on n.agency_id = a.id and n.valid @> d.created_at::date
      left join documents.version v on v.document_id = d.id and v.number = d.version and d.kind = 'authored'
     where d.id = any (${[...documentIds]}::bigint[])`
}

export interface CachedPdfRow {
  key: string
  sha256: string
  sizeBytes: string
}

/** The PDFs that were made before. What is used is not swept: the day of the last use is enough. */
export async function selectCached(db: Database, keys: readonly string[], now: Date): Promise<CachedPdfRow[]> {
  if (keys.length === 0) return []
  const [rows] = await Promise.all([
    db<CachedPdfRow[]>`
      select key, sha256, size_bytes as "sizeBytes" from output.document_pdf where key = any (${[...keys]})`,
    db`update output.document_pdf set used_at = ${now}
        where key = any (${[...keys]}) and used_at < ${now}::timestamptz - interval '1 day'`,
  ])
  return rows
}

export async function keepCached(
  db: Database,
  pdf: { readonly key: string; readonly sha256: string; readonly sizeBytes: number },
  now: Date,
): Promise<void> {
  await db`insert into output.document_pdf (key, sha256, size_bytes, used_at)
    values (${pdf.key}, ${pdf.sha256}, ${pdf.sizeBytes}, ${now})
    on conflict (key) do update set sha256 = excluded.sha256, size_bytes = excluded.size_bytes, used_at = excluded.used_at`
}
