import type { Database } from '../../../platform/db/index.ts'

/** Copies whose days are over, and PDFs of documents that nobody used. Their files are deleted afterwards. */
export async function deleteOld(
  db: Database,
  { copiesBefore, pdfsBefore }: { readonly copiesBefore: Date; readonly pdfsBefore: Date },
): Promise<void> {
  await db`delete from output.export where asked_at < ${copiesBefore}`
  await db`delete from output.document_pdf where used_at < ${pdfsBefore}`
}

/** Those of the digests that some row still names. */
export async function selectNamed(db: Database, sha256s: readonly string[]): Promise<string[]> {
  const rows = await db<{ sha256: string }[]>`
    select sha256 from output.export where sha256 = any (${[...sha256s]})
    union select sha256 from output.document_pdf where sha256 = any (${[...sha256s]})`
  return rows.map(({ sha256 }) => sha256)
}
