import type { Actor } from '../../platform/actor.ts'
import type { Document } from '../documents/index.ts'
import type { SignatureView } from './signature-view.ts'
import type { SignatureToInsert, SigningUnitRow } from './signatures.queries.ts'
import { type CertificateWords, crcOf, declarationText, statementSha256 } from './signed-bytes.ts'

/** A certificate that signed a declaration elsewhere, in the signer's own program or at gov.br; both were checked. */
export interface SigningMeans {
  readonly method: 'certificate' | 'gov-br'
  readonly certificate: CertificateWords
  /** The words that were signed. What is kept must give the same. */
  readonly declaration: string
}

/** What was signed by certificate is no longer what would be kept: something changed meanwhile. */
export class DeclarationMoved extends Error {
  override readonly name = 'DeclarationMoved'
}

/** A signature to be kept: who, in what capacity, of what; with its own hash, and the CRC that it gives the document. */
export function statementOf(
  actor: Actor,
  signing: {
    readonly document: Pick<Document, 'id' | 'number'>
    readonly unit: SigningUnitRow
    readonly capacity: string
    readonly kind: 'signature' | 'certification'
    readonly version: number | undefined
    readonly sha256: string
    readonly means?: SigningMeans
    /** The signatures of the same text or file, in their order. */
    readonly before: readonly Pick<SignatureView, 'statementSha256'>[]
  },
  now: Date,
): SignatureToInsert {
  const { document, unit, capacity, kind, version, sha256, before, means } = signing
  const words = {
    signerName: actor.name,
    capacity,
    unitAcronym: unit.acronym,
    agencyAcronym: unit.agencyAcronym,
    sha256,
  }
  const said = {
    ...words,
    number: document.number,
    kind,
    version,
    accountId: actor.userId,
    method: means?.method ?? ('password' as const),
  }
  if (means && declarationText(said, means.certificate.tentativa) !== means.declaration) throw new DeclarationMoved()
  const certificate = means?.certificate
  const own = statementSha256({ ...said, certificate, signedAt: now })
  return {
    ...words,
    documentId: document.id,
    version: version ?? null,
    kind,
    method: said.method,
    certificate: certificate ?? null,
    statementSha256: own,
    crc: crcOf(sha256, [...before.map((one) => one.statementSha256), own]),
  }
}
