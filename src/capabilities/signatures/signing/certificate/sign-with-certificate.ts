import type { Actor } from '../../../../platform/actor.ts'
import { type Database, inTransaction, type Transaction } from '../../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import { sha256Hex } from '../../../../platform/sha256.ts'
import { loadVerifier, type SignatureRead, type TrustAnchors } from '../../../../platform/time-stamp/index.ts'
import { insertCms } from '../../signatures.queries.ts'
import { DeclarationMoved, type SigningMeans } from '../../statement.ts'
import type { SigningRefused } from '../sign-documents.text.ts'
import { type SignResult, signDocuments } from '../sign-documents.ts'
import { selectAttempt, selectCpfRule, spendAttempt } from './attempts.queries.ts'
import type { CertificateRefusal } from './certificate.text.ts'

/** The largest signature that is taken: a CMS with its chain has some ten kilobytes. */
export const largestCmsBytes = 1_000_000

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
    const checked = await checkCms(trx, actor, request.cms, attempt.declaration, anchors, now)
    if (!checked.done) return checked
    const means: SigningMeans = {
      declaration: attempt.declaration,
      certificate: { ...checked.value, cms: sha256Hex(request.cms), tentativa: attempt.token },
    }
    if (!(await spendAttempt(trx, attempt.token))) return refuse({ kind: 'attempt-over' })
    const signed = await signOrGoBack(trx, actor, { ...attempt, means, cms: request.cms }, now)
    if (!signed) return refuse({ kind: 'moved' })
    if (!signed.done) return signed
    const [result] = signed.value
    return result ? done(result) : refuse({ kind: 'attempt-over' })
  })
}

type Known = Omit<SigningMeans['certificate'], 'cms' | 'tentativa'>

async function checkCms(
  db: Database,
  actor: Actor,
  cms: Uint8Array,
  declaration: string,
  anchors: TrustAnchors,
  now: Date,
): Promise<Outcome<Known, CertificateRefusal>> {
  const { readSignature, checkChain, tellChain } = await loadVerifier()
  const read =
    cms.length > largestCmsBytes ? { problem: 'malformed' as const } : readSignature(cms, Buffer.from(declaration))
  if (read.problem !== undefined) return refuse({ kind: 'cms', problem: read.problem })
  const chain = checkChain(read.certificate, read.certificates, anchors, now, 'signing')
  if (chain.kind !== 'trusted') return refuse({ kind: 'chain', why: chain.kind === 'refused' ? tellChain(chain) : '' })
  const cpf = await refusalOfCpf(db, actor, read)
  if (cpf) return refuse(cpf)
  return done({
    titular: read.name,
    emissor: read.issuer,
    serie: read.serial,
    raiz: chain.root,
    revogacao: chain.revocation === 'checked' ? 'conferida' : 'nao-conferida',
  })
}

async function refusalOfCpf(
  db: Database,
  actor: Actor,
  { cpf: certified }: Extract<SignatureRead, { problem: undefined }>,
): Promise<CertificateRefusal | undefined> {
  const { cpf, isChecked } = await selectCpfRule(db, actor.userId)
  if (!isChecked) return undefined
  if (certified === undefined) return { kind: 'no-cpf-in-certificate' }
  if (cpf === null) return { kind: 'no-cpf-of-yours' }
  return certified === cpf ? undefined : { kind: 'other-cpf' }
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
      return signDocuments(within, actor, { documents: [shown], capacity, means }, now)
    })
  } catch (error) {
    if (error instanceof DeclarationMoved) return undefined
    throw error
  }
}
