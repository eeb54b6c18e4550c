import { factsToAct, refusalsToAct } from '../../cases/index.ts'
import type { Document } from '../../documents/index.ts'
import type { SignatureView } from '../signature-view.ts'
import type { SigningUnitRow } from '../signatures.queries.ts'
import type { CertifyRefusal } from './certify-copy.text.ts'

/**
 * All the reasons against certifying the copy (DOC-045): only what was digitized, with a conference that allows it, in a
 * mailroom unit, by the unit that scanned it. Several people may, each once.
 */
export function refusalsToCertify(
  document: Document,
  unit: SigningUnitRow,
  signatures: readonly SignatureView[],
  actor: { readonly userId: string; readonly unitId: string },
): CertifyRefusal[] {
  const { file } = document
  if (document.state === 'cancelled') return [{ kind: 'cancelled' }]
  if (!file) return [{ kind: 'not-a-file' }]
  const refusals: CertifyRefusal[] = refusalsToAct('sign-draft', factsToAct(document.caseFile, actor.unitId)).map(
    (why) => ({ kind: 'case', why }),
  )
  if (!unit.isMailroom) refusals.push({ kind: 'not-mailroom', unit: unit.acronym })
  if (!document.isOurs) refusals.push({ kind: 'not-producing-unit', unit: document.unitAcronym })
  if (file.origin !== 'digitized') refusals.push({ kind: 'not-digitized' })
  else if (!file.certifiable) refusals.push({ kind: 'not-certifiable', conference: file.conferenceKindName ?? '' })
  const current = signatures.filter((signature) => signature.current)
  if (current.some(({ accountId }) => accountId === actor.userId)) refusals.push({ kind: 'certified-by-you' })
  if (current.some(({ state }) => state === 'broken')) refusals.push({ kind: 'damaged' })
  return refusals
}
