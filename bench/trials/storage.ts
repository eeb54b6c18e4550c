import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Trial } from './trial.ts'

/** E4: what a byte of text and a byte of a file take on the disk. */
export const storage: Trial = {
  name: 'guarda',
  title: 'bytes guardados por documento',
  async run({ hands, say }) {
    say('bytes guardados por documento')
    const [text] = await hands.db<{ kept: string; bytes: string; count: string; index: string }[]>`
      select (pg_total_relation_size('documents.version') + pg_total_relation_size('documents.document'))::text as kept,
             pg_total_relation_size('search.document_text')::text as index,
             (select avg(octet_length(plain_text)) * (select reltuples from pg_class where oid = 'documents.version'::regclass)
                from documents.version tablesample system (1)) ::text as bytes,
             (select reltuples from pg_class where oid = 'documents.document'::regclass)::text as count`
    const [files] = await hands.db<{ bytes: string; count: number; kept: string }[]>`
      select coalesce(sum(size_bytes), 0)::text as bytes, count(*)::int as count, pg_total_relation_size('documents.file')::text as kept
        from (select distinct sha256, size_bytes from documents.file) f`
    const figures: Record<string, number> = {}
    if (text && Number(text.bytes) > 0) {
      figures.e4Text = Number(text.kept) / Number(text.bytes)
      figures.e4TextKb = Number(text.kept) / Number(text.count) / 1000
      figures.e4IndexKb = Number(text.index) / Number(text.count) / 1000
    }
    if (files && files.count > 0) {
      figures.e4File = (bytesBelow(join(hands.folder, 'arquivos')) + Number(files.kept)) / Number(files.bytes)
    }
    return figures
  },
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).blocks * 512, 0)
}
