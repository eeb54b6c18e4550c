import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { findHolder, giveCredential } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { labelForHistory } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import {
  endSignatureCredential,
  insertSignatureCredential,
  maySignThere,
  type SignatureCredentialRow,
  selectSignatureCredentials,
} from './signing-credentials.queries.ts'
import {
  type GrantToSignRefusal,
  type RevokeToSignRefusal,
  refusalsToGrantSigning,
  refusalsToRevokeSigning,
} from './signing-credentials.rules.ts'

export interface GrantToSignRequest {
  /** The nº SEI. */
  readonly number: string
  readonly accountId: string
  readonly unitId: string
}

/**
 * Lets somebody of another unit sign a document of a confidential case file: they read it, write in it while nobody has
 * signed, and sign. An access credential comes with it, where the person has none (PRO-088). Undefined when there is no
 * such document of this unit for this actor.
 */
export async function grantToSign(
  db: Database,
  actor: Actor,
  request: GrantToSignRequest,
  now: Date,
): Promise<Outcome<true, GrantToSignRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    if (!document?.isOurs || document.readRefusals.length > 0) return undefined
    const { caseFile } = document
    const [holder, maySign] = await Promise.all([
      findHolder(trx, request, now),
      maySignThere(trx, request, todayIn(now)),
    ])
    const refusal = refused(
      refusalsToGrantSigning({
        act: refusalsOfAct('sign', 'sign-draft', document, actor.unitId),
        confidential: caseFile.effectiveLevel === 'confidential',
        authored: document.kind === 'authored',
        worksThere: holder !== undefined,
        maySign,
        isProducingUnit: request.unitId === document.unitId,
      }),
    )
    if (refusal || !holder) return refusal ?? refuse<GrantToSignRefusal>({ kind: 'nobody-there' })
    const granted = await insertSignatureCredential(trx, actor, document.id, holder, now)
    if (!granted) return refuse<GrantToSignRefusal>({ kind: 'already-holds', name: holder.name })
    await giveCredential(trx, actor, caseFile, holder, now)
    const { name: person, unitAcronym: unit } = holder
    const event = {
      kind: 'signature-credential-granted',
      document: labelForHistory(document),
      person,
      unit,
    } as const
    await record(trx, actor, now, [{ caseFileId: caseFile.id, documentId: document.id, event }])
    return done(true)
  })
}

/** Takes it back. The access credential that came with it stays until it is revoked for itself (PRO-088). */
export async function revokeToSign(
  db: Database,
  actor: Actor,
  { number, credentialId }: { readonly number: string; readonly credentialId: string },
  now: Date,
): Promise<Outcome<true, RevokeToSignRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, number, 'locked', now)
    if (!document?.isOurs) return undefined
    const all = await selectSignatureCredentials(trx, document.id)
    const credential = all.find(({ id }) => id === credentialId)
    const refusal = refused(
      refusalsToRevokeSigning({
        inForce: credential !== undefined && credential.endedAt === null,
        grantedByActor: credential?.grantedById === actor.userId,
      }),
    )
    if (refusal || !credential) return refusal
    const { name: person, unitAcronym: unit } = credential
    const event = {
      kind: 'signature-credential-revoked',
      document: labelForHistory(document),
      person,
      unit,
    } as const
    await Promise.all([
      endSignatureCredential(trx, actor, credential.id, now),
      record(trx, actor, now, [{ caseFileId: document.caseFile.id, documentId: document.id, event }]),
    ])
    return done(true)
  })
}

/** Every credential to sign a document that has passed the gate, with its dates, those in force first. */
export function signingCredentialsOf(db: Database, documentId: string): Promise<SignatureCredentialRow[]> {
  return selectSignatureCredentials(db, documentId)
}
