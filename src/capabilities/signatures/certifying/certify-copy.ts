import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { noteNews } from '../../cases/index.ts'
import { type Document, documentLabel, findDocument, markSigned } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { signaturesOf } from '../find-signatures.ts'
import { insertSignatures, selectSigningUnit } from '../signatures.queries.ts'
import { statementOf } from '../statement.ts'
import type { CertifyRefusal } from './certify-copy.text.ts'
import { refusalsToCertify } from './refusals-to-certify.ts'

export interface CertifyRequest {
  /** The nº SEI. */
  readonly number: string
  /** SHA-256 of the file that was shown. */
  readonly sha256: string
  readonly capacity: string
}

/** A copy that was certified, and the CRC that it carries from now on. */
export interface CertifiedCopy {
  readonly document: Document
  readonly crc: string
}

/**
 * Certifies that a digitized copy was compared with its original. @term autenticação
 *
 * The password was confirmed before. The file is read again as a whole, before anything is held, and must still be what
 * its name says. Undefined when there is no such document for this actor.
 */
export async function certifyCopy(
  db: Database,
  files: FileStore,
  actor: Actor,
  request: CertifyRequest,
  now: Date,
): Promise<Outcome<CertifiedCopy, CertifyRefusal> | undefined> {
  const seen = await findDocument(db, actor, request.number, 'reading', now)
  if (!seen || seen.readRefusals.some(({ kind }) => kind !== 'cancelled')) return undefined
  const condition = seen.file ? await files.verify(seen.file.sha256) : 'intact'
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    if (!document) return undefined
    const [unit, found] = await Promise.all([
      selectSigningUnit(trx, actor, todayIn(now)),
      signaturesOf(trx, [document.id]),
    ])
    const signatures = found.get(document.id) ?? []
    const changed = document.file !== undefined && document.file.sha256 !== request.sha256
    const refusal = refused<CertifyRefusal>([
      ...refusalsToCertify(document, unit, signatures, actor),
      ...(changed || document.file?.sha256 !== seen.file?.sha256 ? [{ kind: 'changed' } as const] : []),
      ...(condition === 'intact' ? [] : [{ kind: 'damaged' } as const]),
      ...(unit.capacities.includes(request.capacity) ? [] : [{ kind: 'capacity-not-of-unit' } as const]),
    ])
    if (refusal) return refusal
    const before = signatures.filter(({ current }) => current)
    const { capacity, sha256 } = request
    const certification = statementOf(
      actor,
      { document, unit, capacity, kind: 'certification', version: undefined, sha256, before },
      now,
    )
    const caseFileId = document.caseFile.id
    const event = {
      kind: 'copy-certified',
      document: documentLabel(document),
      signer: actor.name,
      capacity,
      statement: certification.statementSha256,
      crc: certification.crc,
    } as const
    await Promise.all([
      insertSignatures(trx, actor, [certification], now),
      markSigned(trx, actor, document, now),
      record(trx, actor, now, [{ caseFileId, documentId: document.id, event }]),
      noteNews(trx, actor, caseFileId, now),
    ])
    return done({ document, crc: certification.crc })
  })
}
