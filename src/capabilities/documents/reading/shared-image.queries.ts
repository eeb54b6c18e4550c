import type { Database } from '../../../platform/db/index.ts'

export interface ReadableImageRow {
  sha256: string
  sizeBytes: string
  mediaType: string
}

/**
 * An image by its digest alone, as texts name it: found when this account, in any unit in which it works, may read a
 * document that shows it. What is confidential, at the level that governs, asks for the password of this session too.
 */
export async function selectReadableImage(
  db: Database,
  sha256: string,
  reader: { readonly accountId: string; readonly sessionHash: string; readonly today: string; readonly now: Date },
): Promise<ReadableImageRow | undefined> {
  const [row] = await db<ReadableImageRow[]>`
    select i.sha256, i.size_bytes as "sizeBytes", i.media_type as "mediaType"
      from documents.image i
      join documents.document d on d.id = i.document_id
      join cases.case_file c on c.id = d.case_file_id
      cross join identity.units_of(${reader.accountId}, ${reader.today}::date) u(id)
     where i.sha256 = ${sha256}
       and documents.may_read(d, c, ${reader.accountId}, u.id, platform.flag('per-document-internal'))
       and (platform.highest_level(cases.governing_level(c, platform.flag('per-document-internal')), d.level) <> 'confidential'
            or exists (select 1 from identity.confirmation k
                        where k.case_file_id = c.id and k.session_hash = decode(${reader.sessionHash}, 'hex') and k.until > ${reader.now}))
     limit 1`
  return row
}
