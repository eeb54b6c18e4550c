import type { Actor } from '../../platform/actor.ts'
import type { Document } from '../documents/index.ts'
import type { SignatureView } from './signature-view.ts'
import type { SignatureToInsert, SigningUnitRow } from './signatures.queries.ts'
import { crcOf, statementSha256 } from './signed-bytes.ts'

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
    /** The signatures of the same text or file, in their order. */
    readonly before: readonly Pick<SignatureView, 'statementSha256'>[]
  },
  now: Date,
): SignatureToInsert {
  const { document, unit, capacity, kind, version, sha256, before } = signing
  const words = {
    signerName: actor.name,
    capacity,
    unitAcronym: unit.acronym,
    agencyAcronym: unit.agencyAcronym,
    sha256,
  }
  const own = statementSha256({
    ...words,
    number: document.number,
    kind,
    version,
    accountId: actor.userId,
    method: 'password',
    signedAt: now,
  })
  return {
    ...words,
    documentId: document.id,
    version: version ?? null,
    kind,
    statementSha256: own,
    crc: crcOf(sha256, [...before.map((one) => one.statementSha256), own]),
  }
}
