import type { Database } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { Answer } from '../../../platform/http/index.ts'
import { contentToRead } from '../../documents/index.ts'
import { type SignatureView, signaturesOf, type Verification, verificationOf } from '../../signatures/index.ts'
import {
  type PublishedRow,
  selectPublishedDocument,
  selectPublishedImage,
  selectPublishedRelated,
} from './bulletin.queries.ts'

export interface PublishedDocument extends PublishedRow {
  readonly html: string
  readonly signatures: readonly SignatureView[]
  readonly verification: Verification | undefined
  readonly related: Awaited<ReturnType<typeof selectPublishedRelated>>
}

/** A published document with its text as it was published; undefined for whatever is not out. */
export async function findPublished(
  db: Database,
  number: string,
  publicUrl: string,
  now: Date,
): Promise<PublishedDocument | undefined> {
  if (!/^\d{1,15}$/.test(number)) return undefined
  const row = await selectPublishedDocument(db, number, now)
  if (!row) return undefined
  const document = {
    ...{ id: row.documentId, number: row.number, version: row.version, typeNumber: row.typeNumber ?? undefined },
    ...{ kind: 'authored' as const, readRefusals: [] },
  }
  const [content, signatures, related] = await Promise.all([
    contentToRead(db, document, { link: (path) => linkOf(path, row.number) }),
    signaturesOf(db, [row.documentId]),
    selectPublishedRelated(db, row.documentId, now),
  ])
  const current = (signatures.get(row.documentId) ?? []).filter((one) => one.current)
  const verification = await verificationOf(db, document, publicUrl, current)
  return { ...row, html: content?.html ?? '', signatures: current, verification, related }
}

/** An image in a published text. */
export async function publishedImage(
  db: Database,
  files: FileStore,
  asked: { readonly number: string; readonly sha256: string },
  now: Date,
): Promise<Answer | undefined> {
  if (!/^\d{1,15}$/.test(asked.number) || !/^[0-9a-f]{64}$/.test(asked.sha256)) return undefined
  const image = await selectPublishedImage(db, asked.number, asked.sha256, now)
  const body = image && (await files.open(asked.sha256))
  if (!image || !body) return undefined
  const headers = {
    'content-type': image.mediaType,
    'content-length': image.sizeBytes,
    'content-security-policy': "default-src 'none'; sandbox",
  }
  return { kind: 'stream', headers, body }
}

/** Images of the text itself are here; links to other things lead to the public face, which asks again. */
function linkOf(path: string, number: string): string {
  if (path.startsWith(`/documentos/${number}/imagens/`)) return `/boletim${path}`
  return path.replace(/^\/processos\//, '/consulta/').replace(/^\/documentos\//, '/consulta/documentos/')
}
