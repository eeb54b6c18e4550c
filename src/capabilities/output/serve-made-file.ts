import type { FileStore } from '../../platform/files/index.ts'
import { serveFile } from '../documents/index.ts'

interface MadeFile {
  readonly sha256: string
  readonly sizeBytes: number
  readonly fileName: string
  readonly files: FileStore
}

/**
 * A made file as an answer: whole, or the stretch that a download asks for when it goes on. Its name in the store is
 * its content, so it is its own entity tag. Undefined when the store no longer has it.
 */
export async function serveMadeFile(
  { sha256, sizeBytes, fileName, files }: MadeFile,
  {
    download,
    range,
    extension = 'pdf',
  }: { readonly download: boolean; readonly range: string; readonly extension?: 'pdf' | 'zip' },
): ReturnType<typeof serveFile> {
  const file = {
    sha256,
    sizeBytes,
    fileName,
    extension,
    mediaType: extension === 'pdf' ? 'application/pdf' : 'application/zip',
    origin: 'born-digital' as const,
    conferenceKindName: undefined,
    certifiable: false,
  }
  const answer = await serveFile(files, file, { disposition: download ? 'attachment' : 'inline', range })
  return answer?.kind === 'stream' ? { ...answer, headers: { ...answer.headers, etag: `"${sha256}"` } } : answer
}
