import type { Outcome } from '../outcome.ts'
import type { TrustAnchors } from '../time-stamp/index.ts'

/** How this installation stands with the signing service of gov.br, as the environment says. */
export interface GovBrSigningConfig {
  /** Of the server where people authorize: `https://cas.iti.br`. */
  readonly authorizationUrl: string
  /** Of the service that signs: `https://assinatura-api.iti.br`. */
  readonly serviceUrl: string
  readonly clientId: string
  /** Where the secret is kept; only read when the program starts. */
  readonly secretFile: string
  /** Authorities of gov.br, apart from those of ICP-Brasil: they make another level of signature. */
  readonly anchorsFolder: string
}

/** Why the service did not sign. */
export type GovBrRefusal =
  /** It did not answer in time, or not as the service does. */
  | { readonly kind: 'unreachable' }
  /** What came back with the person, or this installation, is not let in. */
  | { readonly kind: 'not-authorized' }
  /** The account of the person has a level below silver. */
  | { readonly kind: 'level' }
  /** The CPF of the person is cancelled, void or of somebody deceased. */
  | { readonly kind: 'cpf-status' }
  /** The authorization is over or was used. */
  | { readonly kind: 'expired' }

/** What one person authorized, for some minutes. The token of it leaves this object only towards the service. */
export interface GovBrAuthorization {
  /** The certificate of the person, in PEM, as the service sent it: nothing of it is checked. */
  certificate(): Promise<Outcome<Uint8Array, GovBrRefusal>>
  /** A detached CMS over bytes of this SHA-256 (hexadecimal), as the service sent it: nothing of it is checked. */
  sign(sha256: string): Promise<Outcome<Uint8Array, GovBrRefusal>>
}

/** The electronic signature of gov.br (API of the ITI). Nobody is called before somebody comes back from there. */
export interface GovBrSigning {
  readonly anchors: TrustAnchors
  /** Where the browser is sent. `several`: more than one signature will be made of it. */
  addressToAuthorize(request: {
    readonly state: string
    readonly nonce: string
    readonly returnAddress: string
    readonly several: boolean
  }): string
  /** What the browser brought back, exchanged for leave to sign. */
  authorized(code: string, returnAddress: string): Promise<Outcome<GovBrAuthorization, GovBrRefusal>>
}
