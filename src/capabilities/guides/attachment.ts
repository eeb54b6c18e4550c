import { detectKind, explainFileKind, fileKinds, safeFileName, sniffBytes } from '../../platform/file-kinds/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { UploadedFile } from '../../platform/http/index.ts'

export const attachmentLimitBytes = 20 * 1024 ** 2
const pdf = fileKinds.filter(({ extension }) => extension === 'pdf')

/** A PDF that came with the form, told by its content and not by its name alone; else a sentence about it. */
export async function readAttachment(
  files: FileStore,
  upload: UploadedFile | undefined,
): Promise<{ fileName: string; sha256: string; sizeBytes: number } | string> {
  if (upload?.problem === 'too-large') return 'O arquivo tem mais de 20 MB.'
  if (upload?.problem === 'disk-full') return 'Não há espaço para guardar o arquivo. Avise a administração do sistema.'
  if (!upload?.stored || upload.stored.sizeBytes === 0) return 'Escolha o arquivo.'
  const fileName = safeFileName(upload.fileName)
  const stream = await files.open(upload.stored.sha256, {
    first: 0,
    last: Math.min(sniffBytes, upload.stored.sizeBytes) - 1,
  })
  const pieces: Uint8Array[] = []
  if (stream) for await (const piece of stream) pieces.push(piece as Uint8Array)
  const kind = await detectKind(Buffer.concat(pieces), fileName, upload.declaredType, pdf)
  return kind.done ? { fileName, ...upload.stored } : explainFileKind(kind.refusals[0])
}
