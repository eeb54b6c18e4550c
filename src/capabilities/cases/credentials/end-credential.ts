import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { type EndingFacts, type EndingRefusal, refusalsToRenounce, refusalsToRevoke } from '../credentials.rules.ts'
import { findCaseFile } from '../find-case-file.ts'
import { changeHoldings } from '../holdings.ts'
import { type CredentialRow, endCredential, selectCredentials, selectOpenUnitIds } from './credentials.queries.ts'

type Ended = Promise<Outcome<true, EndingRefusal> | undefined>

/** Takes back a credential that the actor granted (PRO-082). It cannot be renewed, only granted anew. @term cassação */
export async function revokeCredential(
  db: Database,
  actor: Actor,
  { digits, credentialId }: { readonly digits: string; readonly credentialId: string },
  now: Date,
): Ended {
  return end(db, actor, digits, now, {
    ending: 'revoked',
    which: ({ id }) => id === credentialId,
    refusals: refusalsToRevoke,
    event: ({ name, unitAcronym }) => ({ kind: 'credential-revoked', from: name, unit: unitAcronym }),
  })
}

/** Gives up the actor's own credential in this unit, unless nobody else could open the case file (PRO-084). */
export async function renounceCredential(db: Database, actor: Actor, digits: string, now: Date): Ended {
  return end(db, actor, digits, now, {
    ending: 'renounced',
    which: (one) => one.endedAt === null && one.accountId === actor.userId && one.unitId === actor.unitId,
    refusals: refusalsToRenounce,
    event: () => ({ kind: 'credential-renounced' }),
  })
}

interface Ending {
  readonly ending: 'revoked' | 'renounced'
  readonly which: (credential: CredentialRow) => boolean
  readonly refusals: (facts: EndingFacts) => EndingRefusal[]
  readonly event: (credential: CredentialRow) => CaseEvent
}

async function end(db: Database, actor: Actor, digits: string, now: Date, act: Ending): Ended {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile?.hasCredential) return undefined
    const all = await selectCredentials(trx, caseFile.id, todayIn(now))
    const credential = all.find(act.which)
    const others = all.filter((one) => one !== credential && one.endedAt === null)
    const refusal = refused(
      act.refusals({
        inForce: credential !== undefined && credential.endedAt === null,
        ofActor: credential?.accountId === actor.userId,
        inActorUnit: credential?.unitId === actor.unitId,
        grantedByActor: credential?.grantedById === actor.userId,
        otherHolders: others.filter(({ dormant }) => !dormant).length,
      }),
    )
    if (refusal || !credential) return refusal
    const event = { caseFileId: caseFile.id, event: act.event(credential) }
    const [openUnitIds] = await Promise.all([
      selectOpenUnitIds(trx, caseFile.id),
      endCredential(trx, actor, credential.id, act.ending, now),
      record(trx, actor, now, [event]),
    ])
    const { unitId } = credential
    const nobodyLeft = others.every((one) => one.unitId !== unitId)
    if (nobodyLeft && openUnitIds.includes(unitId) && openUnitIds.length > 1) {
      // A desk where nobody can open it any more would keep others from suspending or deleting it.
      const close = [{ unitId, closing: 'concluded' }] as const
      await changeHoldings(trx, { caseFileId: caseFile.id, close, by: actor.userId, now })
    }
    return done(true)
  })
}
