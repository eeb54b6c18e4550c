import type { Database } from '../../../platform/db/index.ts'

/**
 * Forgets the copies made of a case file, and all PDFs of single documents, which do not say of which; these are made again
 * when they are wanted. The daily sweep deletes the files that no row names.
 */
export async function forgetCopies(trx: Database, caseFileId: string): Promise<void> {
  await trx`delete from output.export where case_file_id = ${caseFileId}`
  await trx`delete from output.document_pdf`
}
