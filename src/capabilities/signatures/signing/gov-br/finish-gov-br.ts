import type { Actor } from '../../../../platform/actor.ts'
import { inTransaction, type Transaction } from '../../../../platform/db/index.ts'
import type { GovBrAuthorization, GovBrSigning } from '../../../../platform/gov-br-signing/index.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { sha256Hex } from '../../../../platform/sha256.ts'
import { loadVerifier, type TrustAnchors } from '../../../../platform/time-stamp/index.ts'
import { insertCms } from '../../signatures.queries.ts'
import { DeclarationMoved, type SigningMeans } from '../../statement.ts'
import { selectCpfRule } from '../certificate/attempts.queries.ts'
import { checkCms } from '../check-cms.ts'
import { refusalOfCpf } from '../cpf.rules.ts'
import type { SigningRefused } from '../sign-documents.text.ts'
import { type SignResult, signDocuments } from '../sign-documents.ts'
import { returnAddress } from './begin-gov-br.ts'
import type { GovBrNotSigned } from './gov-br.text.ts'
import { judgeVisit, type NotSigned } from './judge-visit.ts'
import { type GovBrAttempt, type GovBrVisitRow, selectVisitAttempts, spendVisit, takeState } from './visits.queries.ts'

interface Finished {
  readonly visit: GovBrVisitRow
  readonly signed: readonly SignResult[]
  /** Those that changed, or can no longer be signed: nothing was asked of gov.br for them. */
  readonly refused: readonly NotSigned[]
}

type Refused = { readonly visit: GovBrVisitRow | undefined; readonly why: GovBrNotSigned }

/**
 * Signs with what somebody brought back from gov.br. The word that comes back is believed once, in the session that set
 * out. Before the service signs, the documents are compared with what was shown, and the certificate with the CPF of who
 * signs; what the service answers is checked as any signature by certificate, and stored in one transaction with all that
 * belongs to it. Whatever fails before leaves nothing behind, and the person may go there again.
 */
export async function finishGovBr(
  platform: Platform,
  service: GovBrSigning,
  actor: Actor,
  returned: { readonly code: string; readonly state: string; readonly error: string; readonly sessionHash: string },
  now: Date,
): Promise<Outcome<Finished, Refused>> {
  const { db } = platform
  const whose = { accountId: actor.userId, sessionHash: returned.sessionHash }
  const visit = await takeState(db, whose, sha256Hex(returned.state), now)
  const no = (why: GovBrNotSigned) => refuse<Refused>({ visit, why })
  if (!visit) return no({ kind: 'over' })
  if (returned.error === 'access_denied') return no({ kind: 'given-up' })
  if (returned.error || !returned.code) return no({ kind: 'not-authorized' })
  const attempts = await selectVisitAttempts(db, visit.token)
  if (attempts.length === 0) return no({ kind: 'over' })
  const judged = await judgeVisit(db, actor, { ...visit, attempts }, now)
  if (!judged) return no({ kind: 'capacity-not-of-unit' })
  const { free, refused } = judged
  if (free.length === 0) {
    await spendVisit(db, visit.token)
    return refused.length === 0 ? no({ kind: 'over' }) : done({ visit, signed: [], refused })
  }
  const authorized = await service.authorized(returned.code, returnAddress(platform))
  if (!authorized.done) return no(authorized.refusals[0])
  const asked = await askSignatures(platform, actor, authorized.value, free, service.anchors, now)
  if (!asked.done) return no(asked.refusals[0])
  const stored = await inTransaction(db, async (trx) => {
    if (!(await spendVisit(trx, visit.token))) return refuse<GovBrNotSigned | SigningRefused>({ kind: 'over' })
    return store(trx, actor, { capacity: visit.capacity, signed: asked.value }, now)
  })
  return stored.done ? done({ visit, signed: stored.value, refused }) : no(stored.refusals[0])
}

interface Signed {
  readonly attempt: GovBrAttempt
  readonly cms: Uint8Array
  readonly means: SigningMeans
}

/** All of the declarations signed by the service and checked, or none. */
async function askSignatures(
  { db }: Platform,
  actor: Actor,
  authorization: GovBrAuthorization,
  attempts: readonly GovBrAttempt[],
  anchors: TrustAnchors,
  now: Date,
): Promise<Outcome<readonly Signed[], GovBrNotSigned>> {
  const { cpf } = await selectCpfRule(db, actor.userId)
  // Whose account it is at gov.br is always compared: nobody handed over a card of their own here.
  const otherPerson = (certified: string | undefined) => refusalOfCpf(certified, { cpf, isChecked: true })
  const certificate = await authorization.certificate()
  if (!certificate.done) return certificate
  const holder = (await loadVerifier()).readHolder(certificate.value)
  if (!holder) return refuse({ kind: 'cms', problem: 'malformed' })
  const stranger = otherPerson(holder.cpf)
  if (stranger) return refuse(stranger)
  const signed: Signed[] = []
  for (const attempt of attempts) {
    const answered = await authorization.sign(sha256Hex(attempt.declaration))
    if (!answered.done) return answered
    const checked = await checkCms(answered.value, attempt.declaration, anchors, now)
    if (!checked.done) return checked
    const { words, cpf: certified } = checked.value
    const refusal = otherPerson(certified)
    if (refusal) return refuse(refusal)
    const { declaration, token } = attempt
    const means: SigningMeans = { method: 'gov-br', declaration, certificate: { ...words, tentativa: token } }
    signed.push({ attempt, cms: answered.value, means })
  }
  return done(signed)
}

async function store(
  trx: Transaction,
  actor: Actor,
  { capacity, signed }: { readonly capacity: string; readonly signed: readonly Signed[] },
  now: Date,
): Promise<Outcome<readonly SignResult[], GovBrNotSigned | SigningRefused>> {
  try {
    return await trx.savepoint(async (within) => {
      await Promise.all(signed.map(({ cms, means }) => insertCms(within, means.certificate.cms, cms, now)))
      const documents = signed.map(({ attempt }) => attempt.shown)
      const of = new Map(signed.map(({ attempt, means }) => [attempt.shown.number, means]))
      return signDocuments(within, actor, { documents, capacity, means: { method: 'gov-br', of } }, now)
    })
  } catch (error) {
    if (error instanceof DeclarationMoved) return refuse({ kind: 'moved' })
    throw error
  }
}
