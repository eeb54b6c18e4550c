import type { Database } from '../../platform/db/index.ts'

/** What a document that stays has signed too, word for word, stays with it. */
export async function emptySignedContents(db: Database, documentIds: readonly string[]): Promise<void> {
  await db`
    insert into signatures.content_residue (sha256, bytes_sha256, length, document_id)
    select c.sha256, encode(sha256(c.bytes), 'hex'), length(c.bytes), min(s.document_id)
      from signatures.signature s join signatures.signed_content c on c.sha256 = s.sha256
     where s.document_id = any (${[...documentIds]}::bigint[])
       and not exists (select 1 from signatures.signature o
                        where o.sha256 = s.sha256 and o.document_id <> all (${[...documentIds]}::bigint[]))
     group by c.sha256`
  await db`update signatures.signed_content c set bytes = ''::bytea
     where c.sha256 in (select r.sha256 from signatures.content_residue r where r.document_id = any (${[...documentIds]}::bigint[]))`
}

/** The kept bytes under these digests: texts and CMS. */
export async function selectSignedContents(
  db: Database,
  digests: readonly string[],
): Promise<{ sha256: string; bytes: Buffer }[]> {
  if (digests.length === 0) return []
  return db<{ sha256: string; bytes: Buffer }[]>`
    select encode(sha256, 'hex') as sha256, bytes from signatures.signed_content
     where sha256 in (select decode(d, 'hex') from unnest(${[...digests]}::text[]) d)`
}
