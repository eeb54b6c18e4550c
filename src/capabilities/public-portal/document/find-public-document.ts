import type { Database } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { Answer } from '../../../platform/http/index.ts'
import { contentToRead, type DocumentFile, type FileToRead, fileToRead, serveFile } from '../../documents/index.ts'
import { type SignatureView, signaturesOf, type Verification, verificationOf } from '../../signatures/index.ts'
import { publicLink } from '../addresses.ts'
import { maskCpfs } from '../mask-cpfs.rules.ts'
import type { PublicSettings } from '../settings/public-settings.ts'
import { type PublicDocumentRow, selectImage, selectPublicDocument } from './public-document.queries.ts'

export interface PublicDocument extends PublicDocumentRow {
  readonly html: string | undefined
  readonly file: FileToRead | undefined
  /** Whether a CPF in the text was hidden. */
  readonly masked: boolean
  readonly signatures: readonly SignatureView[]
  readonly verification: Verification | undefined
}

/**
 * A document as the public may read it, by its number; undefined where it is not there or not public. Where only its
 * content is too old for the public, it is found without content.
 */
export async function findPublicDocument(
  db: Database,
  settings: PublicSettings,
  number: string,
  publicUrl: string,
): Promise<PublicDocument | undefined> {
  const row = await selectOpen(db, settings, number)
  if (!row) return undefined
  if (!row.shown)
    return { ...row, html: undefined, file: undefined, masked: false, signatures: [], verification: undefined }
  const file = fileOf(row)
  const [content, found] = await Promise.all([
    contentToRead(db, { ...row, typeNumber: row.typeNumber ?? undefined, readRefusals: [] }, { link: publicLink }),
    signaturesOf(db, [row.id]),
  ])
  const signatures = (found.get(row.id) ?? []).filter(({ current }) => current)
  const html = content && maskCpfs(content.html)
  return {
    ...row,
    description: maskCpfs(row.description),
    html,
    masked: content !== undefined && html !== content.html,
    file: fileToRead({ number: row.number, file, readRefusals: [] }, publicLink),
    signatures,
    verification: await verificationOf(db, row, publicUrl, signatures),
  }
}

/** The file of a document that the public may read. */
export async function publicFile(
  db: Database,
  files: FileStore,
  settings: PublicSettings,
  asked: { readonly number: string; readonly disposition: 'inline' | 'attachment'; readonly range: string },
): Promise<Answer | undefined> {
  const row = await selectOpen(db, settings, asked.number)
  const file = row?.shown ? fileOf(row) : undefined
  return file && serveFile(files, file, asked)
}

/** An image in the text of a document that the public may read. */
export async function publicImage(
  db: Database,
  files: FileStore,
  settings: PublicSettings,
  asked: { readonly number: string; readonly sha256: string },
): Promise<Answer | undefined> {
  if (!/^[0-9a-f]{64}$/.test(asked.sha256)) return undefined
  const row = await selectOpen(db, settings, asked.number)
  const image = row?.shown ? await selectImage(db, row.id, asked.sha256) : undefined
  const body = image && (await files.open(asked.sha256))
  if (!image || !body) return undefined
  const headers = {
    'content-type': image.mediaType,
    'content-length': image.sizeBytes,
    'content-security-policy': "default-src 'none'; sandbox",
  }
  return { kind: 'stream', headers, body }
}

async function selectOpen(db: Database, settings: PublicSettings, number: string) {
  if (!settings.open || !/^\d{1,15}$/.test(number)) return undefined
  return selectPublicDocument(db, number, settings)
}

function fileOf(row: PublicDocumentRow): DocumentFile | undefined {
  const { sha256, sizeBytes, extension, mediaType, fileName, origin, conferenceKindName } = row
  if (!sha256 || !sizeBytes || !extension || !mediaType || !fileName || !origin) return undefined
  return {
    ...{ sha256, extension, mediaType, fileName, origin, certifiable: false },
    sizeBytes: Number(sizeBytes),
    conferenceKindName: conferenceKindName ?? undefined,
  }
}
