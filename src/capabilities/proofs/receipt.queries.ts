import type { Database } from '../../platform/db/index.ts'
import type { RecordToProve } from '../history/index.ts'

/**
 * What a receipt of a document covers: the file, or the signed version with the bytes that were signed, and the
 * signatures of either. One statement; whoever calls has asked the gate.
 */
export async function selectRecordsToProve(db: Database, documentId: string): Promise<RecordToProve[]> {
  return db<RecordToProve[]>`
    with d as (
      select d.id, d.version, f.id as file_id, f.tx as file_tx
        from documents.document d
        left join documents.file f on f.document_id = d.id and f.replaced_at is null
       where d.id = ${documentId}),
    s as (
      select s.* from d join signatures.signature s on s.document_id = d.id
       where case when d.file_id is null then s.version = d.version else s.file_id = d.file_id end)
    select 'arquivo:' || file_id as record, file_tx::text as tx from d where file_id is not null
    union all
    select 'versao:' || v.document_id || '/' || v.number, v.tx::text
      from d join documents.version v on v.document_id = d.id and v.number = d.version
     where d.file_id is null and exists (select from s)
    union all
    select 'conteudo:' || encode(c.sha256, 'hex'), c.tx::text
      from signatures.signed_content c where c.sha256 in (select s.sha256 from s where s.version is not null
            union all select decode(s.certificate->>'cms', 'hex') from s where s.certificate is not null)
    union all
    (select 'assinatura:' || id, tx::text from s order by id)`
}
