import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type Document, documentLabel, findDocument } from '../../documents/index.ts'
import { signaturesOf } from '../find-signatures.ts'
import type { SignatureView } from '../signature-view.ts'
import { selectSigningUnit } from '../signatures.queries.ts'
import { explainCertifyRefusal } from './certify-copy.text.ts'
import { refusalsToCertify } from './refusals-to-certify.ts'

/** A copy as the page of certifying shows it. */
export interface CertifyingOffer {
  readonly document: Document
  readonly label: string
  /** Why it cannot be certified, in sentences. */
  readonly reasons: readonly string[]
  readonly capacities: readonly string[]
  /** In force, in their order. */
  readonly certifications: readonly SignatureView[]
}

/** What may be certified here now. Undefined when there is no such document whose content this actor may read. */
export async function offerCertifying(
  db: Database,
  actor: Actor,
  number: string,
  now: Date,
): Promise<CertifyingOffer | undefined> {
  const document = await findDocument(db, actor, number, 'reading', now)
  if (!document || document.readRefusals.some(({ kind }) => kind !== 'cancelled')) return undefined
  const [unit, found] = await Promise.all([selectSigningUnit(db, actor, todayIn(now)), signaturesOf(db, [document.id])])
  const signatures = found.get(document.id) ?? []
  return {
    document,
    label: documentLabel(document),
    reasons: refusalsToCertify(document, unit, signatures, actor).map(explainCertifyRefusal),
    capacities: unit.capacities,
    certifications: signatures.filter(({ current }) => current),
  }
}
