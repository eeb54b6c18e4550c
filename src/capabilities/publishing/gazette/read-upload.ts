import { textOfBytes } from '../../../platform/csv/index.ts'
import type { InnerVisit } from '../../../platform/http/index.ts'

/** The words of a small file that came with a form; nothing where none was chosen. */
export async function readUpload(
  { uploads, platform }: InnerVisit,
  field: string,
  tooLarge: string,
): Promise<{ readonly file?: string; readonly problem?: string }> {
  const upload = uploads.find((one) => one.field === field)
  if (upload?.problem) return { problem: tooLarge }
  if (!upload?.stored || upload.stored.sizeBytes === 0) return {}
  const stream = await platform.files.open(upload.stored.sha256)
  if (!stream) throw new Error('the file that has just come is not in the store')
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece as Uint8Array)
  const bytes = Buffer.concat(pieces)
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    return { problem: 'De um PDF, copie o trecho da matéria e cole no campo do texto.' }
  }
  return { file: textOfBytes(bytes) }
}
