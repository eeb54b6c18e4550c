import type { SignatureState } from './signature-state.rules.ts'
import type { CertificateWords, SignatureMethod } from './signed-bytes.ts'

/** A signature, or the certification of a copy, as it is shown: names as they stood when it was made. */
export interface SignatureView {
  readonly id: string
  readonly documentId: string
  readonly kind: 'signature' | 'certification'
  readonly accountId: string
  readonly signerName: string
  readonly capacity: string
  readonly unitAcronym: string
  readonly agencyAcronym: string
  readonly method: SignatureMethod
  /** Of signatures by certificate and by gov.br only. */
  readonly certificate: CertificateWords | null
  readonly signedAt: Date
  readonly state: SignatureState
  /** Of the present version or file, whether or not it is broken. */
  readonly current: boolean
  /** The version that it covers; undefined for a certified copy. */
  readonly version: number | undefined
  /** SHA-256 of the signed bytes, or of the certified file, in hexadecimal. */
  readonly sha256: string
  /** SHA-256 of what the signature itself states. */
  readonly statementSha256: string
  /** The CRC of the document once this signature was added. */
  readonly crc: string
}

/** How anybody checks a signed document. */
export interface Verification {
  /** The verification code: the nº SEI. */
  readonly code: string
  readonly crc: string
  /** SHA-256 of what was signed, in hexadecimal. */
  readonly sha256: string
  /** The public page with both codes: what the QR code holds. */
  readonly url: string
  /** `broken`: a signature is broken, or one is missing from the record. */
  readonly condition: 'intact' | 'broken'
}
