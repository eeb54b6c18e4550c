import type { AccessLevel, CaseFile, ReadRefusal } from '../cases/index.ts'

/** A document as the gate hands it to an actor, with its case file and whether its content may be read. */
export interface Document {
  readonly id: string
  /** The "nº SEI", which is also the verification code, as written: at least seven digits. */
  readonly number: string
  readonly caseFile: CaseFile
  readonly kind: 'authored' | 'uploaded'
  readonly typeId: string
  readonly typeName: string
  /** Number within the type, as `12/2026`; undefined for types without numbers, or before it is taken. */
  readonly typeNumber: string | undefined
  readonly unitId: string
  /** The address of its unit. */
  readonly unitSlug: string
  readonly unitAcronym: string
  readonly unitName: string
  readonly createdAt: Date
  readonly createdBy: string
  readonly createdByName: string
  readonly datedOn: string
  readonly description: string
  readonly treeName: string
  readonly level: AccessLevel
  readonly legalBasisId: string | null
  readonly version: number
  /** The version of the form that was filled in; null for what is written in the editor, and for files. */
  readonly formVersionId: string | null
  readonly signatureCount: number
  readonly lockedAt: Date | undefined
  readonly lockCause: string | undefined
  readonly state: 'active' | 'cancelled' | 'eliminated'
  readonly removalReason: string | undefined
  /** The term by which its content was eliminated. */
  readonly eliminatedBy: string | undefined
  /** Authored, without any valid signature. */
  readonly isDraft: boolean
  /** The actor's unit made it, or succeeds the unit that did. */
  readonly isOurs: boolean
  /** It is in a signature bundle that other units have now: its own unit may not touch it (DOC-075). */
  readonly inSignatureBundle: boolean
  /** A signature bundle has brought it to the actor's unit to be signed (BLO-023). */
  readonly signsHere: boolean
  /** The actor holds a credential to sign it, and so to read it and, while unsigned, to write in it (PRO-088). */
  readonly signsByCredential: boolean
  /** The actor was asked to review this draft, and the answer is waited for: it may be read, not written in. */
  readonly reviewsHere: boolean
  /** When this person last typed in it what is not yet a version; null: everything typed is in the text. */
  readonly ownDraftAt: Date | null
  /** Reasons against reading the content; none means it may be read. */
  readonly readRefusals: readonly ReadRefusal[]
  /** An e-mail that was sent, or the base of a circular: what it is besides its kind. */
  readonly role?: 'email' | 'circular-base' | null
  /** With its versions with stripes, or its original; told only of one document found by its number. */
  readonly redactions?: readonly Redaction[]
  /** On its way to a bulletin or gazette, or published there; absent for all others. */
  readonly publication?: DocumentPublication
  /** Where the agency would publish it; told only of one document found by its number that is in no publication. */
  readonly vehicle?: string | null
  /** How its review stands; told only of one document found by its number. Null: of a file. */
  readonly review?: ReviewState | null
  readonly file: DocumentFile | undefined
}

/** What documents know of a publication: from `from` on it is published, and the stamp stands on it. */
export interface DocumentPublication {
  readonly from: Date | undefined
  readonly isPublished: boolean
  /** `Publicado no Boletim de Serviço (BS) de 23/11/2026`; undefined until its day. */
  readonly stamp: string | undefined
}

/** How the review of one document stands. */
export interface ReviewState {
  /** Names of those who have not answered yet. */
  readonly waiting: readonly string[]
  readonly lastAnswer: 'approved' | 'returned' | null
  readonly lastReviewer: string | null
  readonly lastVersion: number | null
  /** The text that was answered is the present one, byte for byte. */
  readonly isCurrent: boolean
  readonly openComments: number
  readonly openSuggestions: number
  /** Comments and suggestions ever written. */
  readonly total: number
}

/** A document and its version with stripes: this one is either. */
export interface Redaction {
  readonly originalNumber: string
  readonly number: string
  readonly legalBasis: string
  readonly isOriginal: boolean
}

export interface DocumentFile {
  readonly sha256: string
  readonly sizeBytes: number
  readonly extension: string
  readonly mediaType: string
  readonly fileName: string
  readonly origin: 'born-digital' | 'digitized'
  readonly conferenceKindName: string | undefined
  /** Whether a copy with this conference may be certified (DOC-045). */
  readonly certifiable: boolean
  /** `PROT – Protocolo Geral`: where it was included for the unit of its document; empty: in that unit itself. */
  readonly includedIn?: string
}

/**
 * The same for the history, which other units read too: what a unit calls its draft is its own matter, and is told only
 * once the document is signed (PRO-067).
 */
export function labelForHistory(document: Parameters<typeof documentLabel>[0] & { readonly isDraft: boolean }): string {
  return documentLabel(document.isDraft ? { ...document, treeName: '' } : document)
}

/** "Despacho 12/2026 (0000123)": how the tree and the history name a document (DOC-007). */
export function documentLabel(document: {
  readonly typeName: string
  readonly typeNumber: string | undefined
  readonly treeName: string
  readonly number: string
}): string {
  return [document.typeName, document.typeNumber, document.treeName, `(${document.number})`].filter(Boolean).join(' ')
}

/** Whether the actor has it to write or sign: of the own unit, brought by a signature bundle, or by credential to sign. */
export function isAtHand(document: Pick<Document, 'isOurs' | 'signsHere' | 'signsByCredential'>): boolean {
  return document.isOurs || document.signsHere || document.signsByCredential
}
