import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../project-root.ts'

/** What a time-stamp token says. */
export interface TimeStampRead {
  /** SHA-256 of what was stamped, in hexadecimal; empty for another algorithm. */
  readonly imprint: string
  readonly at: string
  readonly nonce: string | undefined
  /** Subject of the certificate that signed it. */
  readonly signer: string
  readonly intact: boolean
  /** The certificate that signed it, where one did, and all that came with it; in DER. */
  readonly certificate: Uint8Array | undefined
  readonly certificates: readonly Uint8Array[]
}

/** Why a detached signature is not one of the given bytes, by the certificate that it names. */
export type SignatureProblem =
  | 'malformed'
  /** It carries what it signs within. */
  | 'attached'
  | 'several-signers'
  | 'no-certificate'
  | 'other-bytes'
  | 'broken'
  | 'weak-digest'
  | 'weak-key'
  /** It states another certificate than the one that goes with it (ESS signing certificate). */
  | 'other-certificate'

/** What a detached CMS says of who signed. */
export type SignatureRead =
  | { readonly problem: SignatureProblem }
  | {
      readonly problem: undefined
      /** Of the certificate's holder, without the CPF that ICP-Brasil puts after it. */
      readonly name: string
      readonly issuer: string
      /** In hexadecimal. */
      readonly serial: string
      /** Eleven digits; undefined where the certificate is no person's of ICP-Brasil. */
      readonly cpf: string | undefined
      readonly certificate: Uint8Array
      readonly certificates: readonly Uint8Array[]
    }

/** Authorities that an administrator trusts, as read from their files. Only the verifier looks into it. */
export interface TrustAnchors {
  readonly roots: readonly { readonly name: string }[]
  readonly intermediates: readonly { readonly name: string }[]
  readonly lists: readonly unknown[]
  readonly unreadable: readonly string[]
}

/** Whether a certificate was worthy of trust at a moment. `unchecked`: nobody said whom to trust. */
export type ChainVerdict =
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'trusted'; readonly root: string; readonly revocation: 'checked' | 'unchecked' }
  | { readonly kind: 'refused'; readonly why: string }

/** The file that people check receipts with. */
export const verifierFile: string = join(projectRoot, 'bin', 'verify.mjs')

/** What the file does for the program besides checking receipts. */
export interface Verifier {
  readTimeStamp(token: Uint8Array): TimeStampRead | undefined
  readSignature(cms: Uint8Array, bytes: Uint8Array): SignatureRead
  readHolder(
    certificate: Uint8Array,
  ): { readonly name: string; readonly cpf: string | undefined; readonly certificate: Uint8Array } | undefined
  readAnchors(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): TrustAnchors
  readAnchorFolder(folder: string): TrustAnchors
  problemOfAnchors(anchors: TrustAnchors): string | undefined
  checkChain(
    certificate: Uint8Array,
    others: readonly Uint8Array[],
    anchors: TrustAnchors | undefined,
    at: Date,
    purpose: 'signing' | 'time-stamp',
  ): ChainVerdict
  tellChain(refused: { readonly why: string }): string
}

/**
 * The program judges time-stamps with the very file that it hands out, loaded as it is: built into the program it would be
 * another.
 */
export async function loadVerifier(): Promise<Verifier> {
  return (await import(pathToFileURL(verifierFile).href)) as Verifier
}
