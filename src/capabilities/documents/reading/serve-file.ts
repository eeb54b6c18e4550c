import { type FileKind, headersToServe, kindOfExtension } from '../../../platform/file-kinds/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { Answer } from '../../../platform/http/index.ts'
import { charsetOf } from '../../../platform/text-extraction/index.ts'
import type { DocumentFile } from '../document.ts'
import { firstBytesOf } from '../uploading/first-bytes.ts'
import { stretchOf } from './byte-range.rules.ts'

export interface ServeOptions {
  readonly disposition: 'inline' | 'attachment'
  /** The `Range` header, empty without one: players jump, viewers read page by page. */
  readonly range: string
}

/**
 * A file as an answer. Sent whole, it is checked against its SHA-256 on the way and breaks off where it was changed.
 * Undefined when the store no longer has it. Who may read it was asked before.
 */
export async function serveFile(
  files: FileStore,
  file: DocumentFile,
  { disposition, range }: ServeOptions,
): Promise<Answer | undefined> {
  const kind = kindOfExtension(file.extension) ?? unknownKind
  const headers = {
    ...headersToServe(kind, file.fileName, disposition, await charsetFor(files, file, kind)),
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
  }
  const stretch = stretchOf(range, file.sizeBytes)
  if (stretch === 'unsatisfiable') {
    return {
      kind: 'stream',
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${file.sizeBytes}` },
      body: '',
    }
  }
  const body = await files.open(file.sha256, stretch)
  if (!body) return undefined
  if (!stretch) return { kind: 'stream', headers: { ...headers, 'content-length': String(file.sizeBytes) }, body }
  const { first, last } = stretch
  return {
    kind: 'stream',
    status: 206,
    headers: {
      ...headers,
      'content-range': `bytes ${first}-${last}/${file.sizeBytes}`,
      'content-length': String(last - first + 1),
    },
    body,
  }
}

/** A kind that is no longer known is only ever a download. */
const unknownKind: FileKind = {
  extension: '',
  otherExtensions: [],
  label: 'Arquivo',
  mediaTypes: ['application/octet-stream'],
  maxBytes: 0,
  show: 'download',
  contents: [],
}

async function charsetFor(files: FileStore, file: DocumentFile, kind: FileKind) {
  if (kind.show !== 'text') return 'utf-8' as const
  return charsetOf(await firstBytesOf(files, file.sha256, 65_536))
}
