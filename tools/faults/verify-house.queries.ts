import type { Database } from '../../src/platform/db/index.ts'

/** What must be true of a house at any moment, whatever was killed: each query names what breaks it. */
const invariants: Readonly<Record<string, string>> = {
  'processo sem posse, sem passagem ou sem andamento de abertura': `
    select number as what from cases.case_file c
     where not exists (select 1 from cases.holding where case_file_id = c.id)
        or not exists (select 1 from cases.passage where case_file_id = c.id)
        or not exists (select 1 from cases.case_class where case_file_id = c.id)
        or (select count(*) from history.event where case_file_id = c.id and kind = 'case-opened') <> 1`,
  'documento escrito sem a versão que diz ter, ou sem andamento': `
    select number::text as what from documents.document d where kind = 'authored' and (
         not exists (select 1 from documents.version where document_id = d.id and number = d.version)
      or (select count(*) from documents.version where document_id = d.id) <> d.version
      or (select count(*) from history.event where document_id = d.id and kind = 'document-created') <> 1)`,
  'versão com texto que não dá o seu resumo': `
    select document_id || '.' || number as what from documents.version
     where sha256(convert_to(content::text, 'UTF8')) <> sha256`,
  'documento externo sem arquivo, ou sem andamento': `
    select number::text as what from documents.document d where kind = 'uploaded' and (
         (select count(*) from documents.file where document_id = d.id and replaced_at is null) <> 1
      or (select count(*) from history.event where document_id = d.id and kind = 'document-included') <> 1)`,
  'assinaturas que não se contam no documento, ou sem andamento': `
    select number::text as what from documents.document d where kind = 'authored' and (
         d.signature_count <> (select count(*) from signatures.signature where document_id = d.id and version = d.version)
      or (select count(*) from signatures.signature where document_id = d.id)
         <> (select count(*) from history.event where document_id = d.id and kind = 'document-signed'))`,
  'assinatura sem os bytes assinados': `
    select s.id::text as what from signatures.signature s left join signatures.signed_content c on c.sha256 = s.sha256
     where s.version is not null and (c.sha256 is null or sha256(c.bytes) <> c.sha256)`,
  'bytes assinados sem assinatura': `
    select encode(c.sha256, 'hex') as what from signatures.signed_content c
     where not exists (select 1 from signatures.signature where sha256 = c.sha256)`,
  'envio sem andamento, ou sem chegada': `
    select c.number as what from cases.case_file c where
         (select count(*) from routing.movement where case_file_id = c.id)
         <> (select count(*) from history.event where case_file_id = c.id and kind = 'case-sent')
      or exists (select 1 from routing.movement m where m.case_file_id = c.id
                  and not exists (select 1 from cases.holding h where h.case_file_id = c.id and h.unit_id = m.to_unit_id))`,
  'pedido respondido sem resposta': `select key as what from platform.answered_request where location is null`,
  'número de processo repetido ou com lacuna': `
    select k.scope || '/' || k.year || ': ' || coalesce(n.count, 0) || ' de ' || k.last as what
      from cases.number_counter k
      left join (select split_part(number, '.', 1) as scope, extract(year from filed_on)::int as year, count(*) as count,
                        max(split_part(split_part(number, '.', 2), '/', 1)::int) as highest,
                        count(distinct split_part(split_part(number, '.', 2), '/', 1)) as distinct_count
                   from cases.case_file where not number_informed group by 1, 2) n
             on k.scope like '%' || n.scope || '%' and n.year = k.year
     where n.count is distinct from k.last or n.highest is distinct from k.last or n.distinct_count is distinct from k.last`,
  'número de documento repetido ou com lacuna': `
    with taken as (
      select d.document_type_id, case when t.numbering like 'unit%' then d.unit_id else u.agency_id end as scope_id,
             split_part(d.type_number, '/', 1)::int as number
        from documents.document d join classification.document_type t on t.id = d.document_type_id
        join organization.unit u on u.id = d.unit_id
       where d.type_number is not null)
    select k.document_type_id || '/' || k.scope_id || ': ' || coalesce(n.count, 0) || ' de ' || k.last as what
      from classification.document_counter k
      left join (select document_type_id, scope_id, count(*) as count, count(distinct number) as distinct_count, max(number) as highest
                   from taken group by 1, 2) n using (document_type_id, scope_id)
     where n.count is distinct from k.last or n.highest is distinct from k.last or n.distinct_count is distinct from k.last`,
}

/** Everything that breaks an invariant, with its name. */
export async function selectBroken(db: Database): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(invariants).map(async ([name, query]) =>
      (await db.unsafe<{ what: string }[]>(query)).map(({ what }) => `${name}: ${what}`),
    ),
  )
  return found.flat()
}

/** What is still to be done after the answer: jobs, mail, indexing. */
export async function selectWaitingWork(db: Database): Promise<{ jobs: number; mail: number; index: number }> {
  const [row] = await db<{ jobs: number; mail: number; index: number }[]>`
    select (select count(*)::int from graphile_worker.jobs where task_identifier not like 'output:%') as jobs,
           (select count(*)::int from mail.message where state = 'queued') as mail,
           (select count(*)::int from search.pending) as index`
  return row ?? { jobs: 0, mail: 0, index: 0 }
}

/** Work that was given up, or whose result is not there although none waits. */
export async function selectUndoneWork(db: Database, allWasDone: boolean): Promise<string[]> {
  const rows = await db<{ what: string }[]>`
    select 'trabalho parado: ' || task_identifier || ' ' || coalesce(last_error, 'preso a um processo que morreu') as what
      from graphile_worker.jobs where not ${allWasDone} and task_identifier not like 'output:%'
    union all
    select 'arquivo sem o seu texto extraído: ' || f.sha256 from documents.file f
     where f.replaced_at is null
       and not exists (select 1 from documents.extracted_text e where e.document_id = f.document_id and e.sha256 = f.sha256)
    union all
    select 'mensagem não entregue nem guardada: ' || id from mail.message where state = 'queued'
    union all
    select 'fora do índice de busca: ' || count(*) from search.pending having count(*) > 0`
  return rows.map(({ what }) => what)
}

/** Every file that a row names, once. */
export async function selectNamedFiles(db: Database): Promise<{ sha256: string; sizeBytes: string | null }[]> {
  return db<{ sha256: string; sizeBytes: string | null }[]>`
    select distinct sha256, size_bytes as "sizeBytes" from documents.file
    union select distinct sha256, size_bytes from documents.image
    union select distinct sha256, size_bytes from documents.waiting_file where sha256 is not null`
}
