/** The bytes of a picture as they were stored. */
export interface PdfImage {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

export interface PdfAgency {
  readonly name: string
  readonly acronym: string
  /** Coat of arms or mark, drawn above the name; PNG, JPEG, GIF or WebP. */
  readonly emblem?: PdfImage | undefined
}

export type PdfSignatureMethod = 'password' | 'certificate' | 'gov-br'

export interface PdfSignature {
  /** What the stamp says before the name; that the document was signed unless said otherwise. */
  readonly words?: string | undefined
  readonly name: string
  readonly capacity: string
  readonly unit: string
  /** ISO 8601 moment. */
  readonly signedAt: string
  readonly method: PdfSignatureMethod
  /** What is known of the certificate, in words. */
  readonly detail?: string
  /** The content is no longer what was signed. */
  readonly broken: boolean
}

export interface PdfAuthenticity {
  /** The address of the check, with the codes as parameters: what the QR code holds. */
  readonly url: string
  readonly verificationCode: string
  readonly crc: string
  /** Hexadecimal digest of the signed content. */
  readonly sha256: string
}

/** One authored document, with all that is drawn on its pages. */
export interface DocumentPdfInput {
  readonly title: string
  readonly caseNumber: string
  readonly documentNumber: string
  readonly agency: PdfAgency
  readonly unit: string
  /** The JSON of src/rich-text; unknown nodes are drawn as their text. */
  readonly content: unknown
  /** By the `src` of the image nodes. A picture that is missing or cannot be drawn becomes its description. */
  readonly images: Readonly<Record<string, PdfImage>>
  readonly signatures: readonly PdfSignature[]
  /** The norm that gives the signatures their force, to follow “com fundamento”: `no art. 4º da Lei nº …`. */
  readonly legalBasis?: string | undefined
  readonly authenticity?: PdfAuthenticity | undefined
  /** Where it was published, in words: stands beside the signatures, outside the text. */
  readonly publication?: string | undefined
  readonly watermark?: 'MINUTA' | 'CANCELADO' | undefined
  /** ISO 8601 moment written into the file: the same input gives the same bytes. */
  readonly createdAt: string
}

/** Why a part of the case file is told of on the last sheet and not shown. */
export type OmissionReason =
  | 'audio'
  | 'video'
  | 'archive'
  | 'cancelled'
  | 'draft-of-another-unit'
  | 'no-access'
  | 'unsupported'
  | 'damaged'
  | 'missing'
  | 'encrypted'
  | 'too-large'

/** Bytes at hand, or a file on this machine: a large case file is given as paths, so that it never stands in memory. */
export type PartFile = Uint8Array | { readonly path: string }

export interface CasePart {
  readonly title: string
  readonly documentNumber?: string | undefined
  readonly unit?: string | undefined
  /** The day of the document, `YYYY-MM-DD`. */
  readonly date?: string | undefined
  readonly source:
    | { readonly kind: 'pdf'; readonly file: PartFile }
    | { readonly kind: 'image'; readonly mediaType: string; readonly file: PartFile }
    | { readonly kind: 'omitted'; readonly reason: OmissionReason }
}

/** A whole case file, its parts in the order of the tree. */
export interface CasePdfInput {
  readonly agency: PdfAgency
  readonly unit: string
  readonly caseNumber: string
  readonly caseType: string
  readonly summary?: string | undefined
  readonly interestedParties: readonly string[]
  /** As people read it: `Público`, `Restrito – Informação pessoal (art. 31 da Lei nº 12.527/2011)`. */
  readonly accessLevel: string
  /** Draws the access level as a warning on the cover. */
  readonly restricted: boolean
  /** Days, `YYYY-MM-DD`. */
  readonly openedOn: string
  readonly concludedOn?: string | undefined
  /** Who asked for this copy. */
  readonly requestedBy?: string | undefined
  /** Stands in the margin of every page: who took this copy of what is confidential, and when. */
  readonly mark?: string | undefined
  /** Only the parts with their folios: neither cover nor index. */
  readonly partsOnly?: boolean | undefined
  /** ISO 8601 moment of this copy: the same input gives the same bytes. */
  readonly createdAt: string
  readonly parts: readonly CasePart[]
}

/** What came of a case file. `folios` counts every page, cover and last sheet too; `omitted` names parts by their index. */
export interface CasePdfResult {
  readonly folios: number
  readonly sizeBytes: number
  readonly omitted: readonly { readonly part: number; readonly reason: OmissionReason }[]
}
