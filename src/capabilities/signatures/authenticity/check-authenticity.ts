import type { Database } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { contentToRead, type DocumentFile, documentLabel } from '../../documents/index.ts'
import { signaturesOf, verificationOf } from '../find-signatures.ts'
import type { SignatureView, Verification } from '../signature-view.ts'
import { isTakenAway, type SignedDocumentRow, selectByCodes } from './authenticity.queries.ts'

/** The two codes as people read them on a document, in their one form. */
export interface Codes {
  readonly code: string
  readonly crc: string
}

/** What the public is told of a document whose two codes it has. */
export type Authenticity =
  | { readonly kind: 'cancelled'; readonly number: string; readonly at: Date; readonly reason: string | undefined }
  /** Its content was eliminated at the end of its term, by a term that the sealed history tells of. */
  | { readonly kind: 'eliminated'; readonly number: string; readonly at: Date; readonly term: string }
  | { readonly kind: 'deleted'; readonly number: string; readonly at: Date | undefined }
  /** The history knows a signature that gave this CRC, and it is no longer on record. */
  | { readonly kind: 'taken-away'; readonly number: string }
  /** Only who signed and when: neither type, case file nor content (DOC-067). */
  | { readonly kind: 'confidential'; readonly signed: SignedState }
  /** Edited after the signature that gave this CRC. */
  | { readonly kind: 'superseded'; readonly facts: DocumentFacts; readonly signed: SignedState }
  | {
      readonly kind: 'shown'
      readonly facts: DocumentFacts
      readonly signed: SignedState
      /** Of an authored document. Undefined where what is kept is no longer what was signed. */
      readonly html: string | undefined
      readonly file: DocumentFile | undefined
      /** The code is of the time before others signed too. */
      readonly hasNewer: boolean
    }

export interface SignedState {
  readonly number: string
  readonly signatures: readonly SignatureView[]
  /** What the signature with the given CRC covers. */
  readonly sha256: string
  readonly condition: 'intact' | 'broken'
  readonly verification: Verification | undefined
}

export interface DocumentFacts {
  readonly id: string
  readonly label: string
  readonly caseNumber: string
  readonly unit: string
  readonly datedOn: string
  readonly level: 'public' | 'restricted' | 'confidential'
  readonly conferenceKindName: string | undefined
  /** Where it is published, from that moment on; shown only then. */
  readonly publication: { readonly from: Date; readonly stamp: string } | undefined
}

/** Files up to this size are read again when somebody asks; larger ones are checked as they are downloaded. */
const mostBytesToVerify = 20 * 1024 ** 2

/**
 * Tells whether a document is authentic, to whoever has its two codes: they are the key, for restricted ones too
 * (DOC-067). Undefined when no document ever had both, whichever of them is wrong.
 */
export async function checkAuthenticity(
  { db, files, publicUrl }: { readonly db: Database; readonly files: FileStore; readonly publicUrl: string },
  { code, crc }: Codes,
): Promise<Authenticity | undefined> {
  const row = await selectByCodes(db, code, crc)
  if (!row) return (await isTakenAway(db, code, crc)) ? { kind: 'taken-away', number: code } : undefined
  const { number, state, level } = row
  const confidential = level === 'confidential'
  if (row.eliminatedBy !== null) {
    return { kind: 'eliminated', number, at: row.eliminatedAt ?? new Date(0), term: row.eliminatedBy }
  }
  if (state === 'deleted') return { kind: 'deleted', number, at: row.removedAt ?? undefined }
  if (state === 'cancelled') {
    const reason = confidential ? undefined : (row.removalReason ?? undefined)
    return { kind: 'cancelled', number, at: row.removedAt ?? new Date(0), reason }
  }
  const all = (await signaturesOf(db, [row.id])).get(row.id) ?? []
  const given = all.find(({ id }) => id === row.signatureId)
  if (!given) return undefined
  const signed = await stateOf({ db, files, publicUrl }, row, given, all)
  if (confidential) return { kind: 'confidential', signed }
  const facts = factsOf(row)
  if (!given.current) return { kind: 'superseded', facts, signed }
  return {
    kind: 'shown',
    facts,
    signed,
    html:
      signed.condition === 'intact' && row.kind === 'authored' ? await publicText(db, row, { code, crc }) : undefined,
    file: fileOf(row),
    hasNewer: all.filter(({ current }) => current).at(-1)?.id !== given.id,
  }
}

async function stateOf(
  on: { readonly db: Database; readonly files: FileStore; readonly publicUrl: string },
  row: SignedDocumentRow,
  given: SignatureView,
  all: readonly SignatureView[],
): Promise<SignedState> {
  const verification = await verificationOf(on.db, row, on.publicUrl, all)
  const fileIntact = given.current ? await isFileIntact(on.files, row) : true
  const broken = given.state === 'broken' || (given.current && verification?.condition === 'broken') || !fileIntact
  // Signatures of other texts than the one whose code was given are not this reader's matter, unless they still stand.
  const signatures = all.filter((one) => one.current || sameText(one, given))
  return {
    number: row.number,
    signatures: given.current
      ? signatures.filter(({ current }) => current)
      : signatures.filter((one) => sameText(one, given)),
    sha256: given.sha256,
    condition: broken ? 'broken' : 'intact',
    verification: given.current ? verification : undefined,
  }
}

function sameText(one: SignatureView, other: SignatureView): boolean {
  return one.version === other.version && one.sha256 === other.sha256
}

async function isFileIntact(files: FileStore, { fileSha256, fileBytes }: SignedDocumentRow): Promise<boolean> {
  if (!fileSha256) return true
  if (Number(fileBytes) > mostBytesToVerify) return (await files.stat(fileSha256)) !== undefined
  return (await files.verify(fileSha256)) === 'intact'
}

/** The text as the public sees it: its images at an address that carries the codes. */
async function publicText(db: Database, row: SignedDocumentRow, { code, crc }: Codes): Promise<string | undefined> {
  const images = `/documentos/${row.number}/imagens/`
  const link = (path: string) =>
    path.startsWith(images) ? `/autenticidade/imagem/${code}/${crc}/${path.slice(images.length)}` : path
  const document = { ...row, typeNumber: row.typeNumber ?? undefined, readRefusals: [] }
  return (await contentToRead(db, document, { link }))?.html
}

function factsOf(row: SignedDocumentRow): DocumentFacts {
  return {
    id: row.id,
    label: documentLabel({ ...row, typeNumber: row.typeNumber ?? undefined }),
    caseNumber: row.caseNumber,
    unit: `${row.unitAcronym} – ${row.unitName}, ${row.agencyAcronym}`,
    datedOn: row.datedOn,
    level: row.level,
    conferenceKindName: row.conferenceKindName ?? undefined,
    publication:
      row.publishedFrom && row.publicationStamp ? { from: row.publishedFrom, stamp: row.publicationStamp } : undefined,
  }
}

function fileOf(row: SignedDocumentRow): DocumentFile | undefined {
  const { fileName, fileSha256, fileBytes, fileExtension, mediaType, origin, conferenceKindName } = row
  if (!fileName || !fileSha256 || !fileBytes || !fileExtension || !mediaType || !origin) return undefined
  return {
    sha256: fileSha256,
    sizeBytes: Number(fileBytes),
    extension: fileExtension,
    mediaType,
    fileName,
    origin,
    conferenceKindName: conferenceKindName ?? undefined,
    certifiable: true,
  }
}
