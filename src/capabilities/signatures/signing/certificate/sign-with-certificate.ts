import type { Actor } from '../../../../platform/actor.ts'
import { type Database, inTransaction, type Transaction } from '../../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import type { TrustAnchors } from '../../../../platform/time-stamp/index.ts'
import { insertCms } from '../../signatures.queries.ts'
import { DeclarationMoved, type SigningMeans } from '../../statement.ts'
import { checkCms } from '../check-cms.ts'
import { refusalOfCpf } from '../cpf.rules.ts'
import type { SigningRefused } from '../sign-documents.text.ts'
import { type SignResult, signDocuments } from '../sign-documents.ts'
import { selectAttempt, selectCpfRule, spendAttempt } from './attempts.queries.ts'
import type { CertificateRefusal } from './certificate.text.ts'

/**
 * Signs one document with a detached signature (CMS, RFC 5652) that the signer made in a program of their own over the
 * declaration of an attempt. Every doubt refuses: other bytes, a broken signature, old algorithms, a chain that leads to
 * none of the anchors, the CPF of somebody else. An attempt is good for one signature; a refusal does not spend it.
 */
export async function signWithCertificate(
  db: Database,
  actor: Actor,
  request: { readonly number: string; readonly token: string; readonly cms: Uint8Array },
  anchors: TrustAnchors,
  now: Date,
): Promise<Outcome<SignResult, CertificateRefusal | SigningRefused>> {
  return inTransaction(db, async (trx) => {
    const attempt = await selectAttempt(trx, { ...request, accountId: actor.userId }, now)
    if (!attempt) return refuse({ kind: 'attempt-over' })
    const checked = await checkCms(request.cms, attempt.declaration, anchors, now)
    if (!checked.done) return checked
    const { words, cpf } = checked.value
    const otherPerson = refusalOfCpf(cpf, await selectCpfRule(trx, actor.userId))
    if (otherPerson) return refuse(otherPerson)
    const means: SigningMeans = {
      method: 'certificate',
      declaration: attempt.declaration,
      certificate: { ...words, tentativa: attempt.token },
    }
    if (!(await spendAttempt(trx, attempt.token))) return refuse({ kind: 'attempt-over' })
    const signed = await signOrGoBack(trx, actor, { ...attempt, means, cms: request.cms }, now)
    if (!signed) return refuse({ kind: 'moved' })
    if (!signed.done) return signed
    const [result] = signed.value
    return result ? done(result) : refuse({ kind: 'attempt-over' })
  })
}

/** Undefined where what would be kept is no longer what was signed; then nothing of it has happened. */
async function signOrGoBack(
  trx: Transaction,
  actor: Actor,
  signing: {
    readonly shown: { readonly number: string; readonly version: number; readonly sha256: string }
    readonly capacity: string
    readonly means: SigningMeans
    readonly cms: Uint8Array
  },
  now: Date,
) {
  const { shown, capacity, means, cms } = signing
  try {
    return await trx.savepoint(async (within) => {
      await insertCms(within, means.certificate.cms, cms, now)
      const of = new Map([[shown.number, means]])
      return signDocuments(within, actor, { documents: [shown], capacity, means: { method: means.method, of } }, now)
    })
  } catch (error) {
    if (error instanceof DeclarationMoved) return undefined
    throw error
  }
}
