import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { loadVerifier, type SignatureProblem, type TrustAnchors } from '../../../platform/time-stamp/index.ts'
import type { CertificateWords } from '../signed-bytes.ts'

/** The largest signature that is taken: a CMS with its chain has some ten kilobytes. */
export const largestCmsBytes = 1_000_000

export interface CheckedCms {
  /** All that the statement says of it but the attempt. */
  readonly words: Omit<CertificateWords, 'tentativa'>
  /** Undefined where the certificate bears none. */
  readonly cpf: string | undefined
}

export type CmsRefusal =
  | { readonly kind: 'cms'; readonly problem: SignatureProblem }
  /** The certificate is not to be trusted, here and now. */
  | { readonly kind: 'chain'; readonly why: string }

/** A detached signature (CMS, RFC 5652) of a declaration, by a certificate of one of the anchors; every doubt refuses. */
export async function checkCms(
  cms: Uint8Array,
  declaration: string,
  anchors: TrustAnchors,
  now: Date,
): Promise<Outcome<CheckedCms, CmsRefusal>> {
  const { readSignature, checkChain, tellChain } = await loadVerifier()
  const read =
    cms.length > largestCmsBytes ? { problem: 'malformed' as const } : readSignature(cms, Buffer.from(declaration))
  if (read.problem !== undefined) return refuse({ kind: 'cms', problem: read.problem })
  const chain = checkChain(read.certificate, read.certificates, anchors, now, 'signing')
  if (chain.kind !== 'trusted') return refuse({ kind: 'chain', why: chain.kind === 'refused' ? tellChain(chain) : '' })
  return done({
    cpf: read.cpf,
    words: {
      cms: sha256Hex(cms),
      titular: read.name,
      emissor: read.issuer,
      serie: read.serial,
      raiz: chain.root,
      revogacao: chain.revocation === 'checked' ? 'conferida' : 'nao-conferida',
    },
  })
}
