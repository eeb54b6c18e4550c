import type { Database } from '../../../platform/db/index.ts'

/** How documents are named in the history of their own case file, whoever acts there. */
export async function selectLabels(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db<{ id: string; label: string }[]>`
    select d.id, concat_ws(' ', t.name, d.type_number, nullif(d.tree_name, ''), '(' || lpad(d.number::text, 7, '0') || ')') as label
      from documents.document d join classification.document_type t on t.id = d.document_type_id
     where d.id = any (${[...ids]}::bigint[])`
  return new Map(rows.map(({ id, label }) => [id, label]))
}
