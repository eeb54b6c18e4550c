import type { Database } from '../../../platform/db/index.ts'
import type { FileStore, StoredFile } from '../../../platform/files/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { DocumentPdfInput, PdfImage } from '../../../platform/pdf/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { canonicalJson } from '../../../rich-text/index.ts'
import { contentToRead, type Document } from '../../documents/index.ts'
import { signaturesOf, stampsForPdf, verificationOf } from '../../signatures/index.ts'
import { pdfName } from '../file-names.rules.ts'
import { generatedFiles } from '../generated-files.ts'
import { pictureWidth } from './picture-width.rules.ts'
import { type CachedPdfRow, keepCached, type PrintRow, selectCached, selectPrints } from './printing.queries.ts'

/** What must be known of a document to draw it. */
export type DocumentToPrint = Pick<
  Document,
  | 'id'
  | 'number'
  | 'kind'
  | 'version'
  | 'typeName'
  | 'typeNumber'
  | 'treeName'
  | 'unitName'
  | 'isDraft'
  | 'readRefusals'
  | 'file'
  | 'publication'
> & { readonly caseFile: Pick<Document['caseFile'], 'number'> }

export type PrintRefused = { readonly kind: 'no-text' | 'missing' | 'too-large' }

export interface Print extends StoredFile {
  readonly fileName: string
  readonly files: FileStore
}

/** All that will be drawn, but for the text and the pictures themselves, which are read only when they must be. */
export interface PrintPlan {
  readonly document: DocumentToPrint
  readonly frame: Omit<DocumentPdfInput, 'content' | 'images'>
  readonly row: PrintRow
  /** Digest of everything that is drawn, and of who draws: a new release draws anew. */
  readonly key: string
  readonly cached: CachedPdfRow | undefined
}

/** Raised when what is drawn changes without a release, so that nothing drawn before is taken for it. */
const format = 2
const largestPictureBytes = 40 * 1024 ** 2

/** Prepares the drawing of documents that may be read, a few dozen at a time. They are authored ones, or pictures. */
export async function planPrints(
  platform: Platform,
  db: Database,
  documents: readonly DocumentToPrint[],
): Promise<PrintPlan[]> {
  const ids = documents.map(({ id }) => id)
  const [rows, signatures] = await Promise.all([selectPrints(db, ids), signaturesOf(db, ids)])
  const stamps = await Promise.all(
    documents.map(async ({ id, number }) => {
      const known = signatures.get(id) ?? []
      const verification =
        known.length > 0 ? await verificationOf(db, { id, number }, platform.publicUrl, known) : undefined
      return stampsForPdf(known, verification)
    }),
  )
  const plans = documents.flatMap((document, index) => {
    const row = rows.find(({ documentId }) => documentId === document.id)
    const own = stamps[index]
    return row && own ? [planOf(platform, document, row, own)] : []
  })
  const keys = plans.map(({ key }) => key)
  const cached = await selectCached(db, keys, platform.clock())
  return plans.map((plan) => ({ ...plan, cached: cached.find(({ key }) => key === plan.key) }))
}

/** The PDF of a plan: the one that was made before, where its file is still there, or a new one. */
export async function carryOut(
  platform: Platform,
  db: Database,
  plan: PrintPlan,
): Promise<Outcome<Print, PrintRefused>> {
  const files = await generatedFiles(platform)
  const fileName = pdfName(plan.document)
  if (plan.cached) {
    const found = await files.stat(plan.cached.sha256)
    if (found) return done({ sha256: plan.cached.sha256, sizeBytes: found.sizeBytes, fileName, files })
  }
  const filled = await fill(platform, db, plan)
  if (!filled.done) return filled
  const bytes = await platform.pdf.renderDocument(filled.value)
  const stored = await files.put(piecesOf(bytes), { limitBytes: bytes.byteLength })
  if (!stored.done) throw new Error(`a PDF was made and not kept: ${stored.refusals[0]}`)
  await keepCached(db, { key: plan.key, ...stored.value }, platform.clock())
  return done({ ...stored.value, fileName, files })
}

function planOf(
  { version, publicUrl: _url }: Platform,
  document: DocumentToPrint,
  row: PrintRow,
  stamps: ReturnType<typeof stampsForPdf>,
): Omit<PrintPlan, 'cached'> {
  const isPicture = document.kind === 'uploaded'
  const last = stamps.signatures.at(-1)
  const frame = {
    title: titleOf(document),
    caseNumber: document.caseFile.number,
    documentNumber: document.number,
    agency: { name: row.agencyName, acronym: row.agencyAcronym },
    unit: document.unitName,
    ...stamps,
    ...(document.publication?.stamp ? { publication: document.publication.stamp } : {}),
    ...(document.isDraft ? { watermark: 'MINUTA' as const } : {}),
    createdAt: last?.signedAt ?? row.savedAt.toISOString(),
  }
  const drawn = isPicture ? document.file?.sha256 : row.sha256
  const key = sha256Hex(
    canonicalJson({ format, version, frame, drawn, images: row.images, number: document.typeNumber }),
  )
  return { document, frame, row, key }
}

const titleOf = ({ typeName, typeNumber }: DocumentToPrint): string => [typeName, typeNumber].filter(Boolean).join(' ')

/** Reads the text, or the picture, with the pictures inside. */
async function fill(
  { files }: Platform,
  db: Database,
  { document, frame, row }: PrintPlan,
): Promise<Outcome<DocumentPdfInput, PrintRefused>> {
  if (document.kind === 'uploaded') return fillPicture(files, document, frame)
  const read = await contentToRead(db, document)
  if (!read) return refuse({ kind: 'no-text' })
  const images: Record<string, PdfImage> = {}
  for (const { sha256, mediaType } of row.images) {
    const bytes = await bytesOf(files, sha256)
    if (bytes) images[`/arquivos/${sha256}`] = { bytes, mediaType }
  }
  return done({ ...frame, content: read.content, images })
}

async function fillPicture(
  files: FileStore,
  { file, number, typeName }: DocumentToPrint,
  frame: PrintPlan['frame'],
): Promise<Outcome<DocumentPdfInput, PrintRefused>> {
  if (!file) return refuse({ kind: 'missing' })
  if (file.sizeBytes > largestPictureBytes) return refuse({ kind: 'too-large' })
  const bytes = await bytesOf(files, file.sha256)
  if (!bytes) return refuse({ kind: 'missing' })
  const attrs = {
    src: 'imagem',
    alt: `Imagem do documento ${typeName} (${number})`,
    width: pictureWidth(bytes),
    align: 'center',
  }
  const content = {
    type: 'doc',
    content: [
      { type: 'section', attrs: { key: 'imagem', kind: 'body', locked: true }, content: [{ type: 'image', attrs }] },
    ],
  }
  return done({ ...frame, content, images: { imagem: { bytes, mediaType: file.mediaType } } })
}

/** A small file whole. One that is gone, or was changed on the disk, is not there. */
async function bytesOf(files: FileStore, sha256: string): Promise<Uint8Array | undefined> {
  const stream = await files.open(sha256)
  if (!stream) return undefined
  try {
    const pieces: Uint8Array[] = []
    for await (const piece of stream) pieces.push(piece as Uint8Array)
    return new Uint8Array(Buffer.concat(pieces))
  } catch {
    return undefined
  }
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
