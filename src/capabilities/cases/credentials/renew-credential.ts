import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { type RenewalRefusal, refusalsToRenew } from '../credentials.rules.ts'
import { findCaseFile } from '../find-case-file.ts'
import { changeHoldings } from '../holdings.ts'
import { selectCredentials, selectOpenUnitIds } from './credentials.queries.ts'

/**
 * Calls somebody back to a case file that was concluded in their unit (PRO-083): it is open there again, at the top of
 * the desk, as something that has just arrived. Who holds the credential keeps it all the while. @term renovação
 */
export async function renewCredential(
  db: Database,
  actor: Actor,
  { digits, credentialId }: { readonly digits: string; readonly credentialId: string },
  now: Date,
): Promise<Outcome<true, RenewalRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile?.hasCredential) return undefined
    const [all, openUnitIds] = await Promise.all([
      selectCredentials(trx, caseFile.id, todayIn(now)),
      selectOpenUnitIds(trx, caseFile.id),
    ])
    const credential = all.find(({ id }) => id === credentialId)
    const refusal = refused(
      refusalsToRenew({
        inForce: credential !== undefined && credential.endedAt === null,
        ofActor: credential?.accountId === actor.userId,
        grantedByActor: credential?.grantedById === actor.userId,
        dormant: credential?.dormant ?? false,
        openThere: credential !== undefined && openUnitIds.includes(credential.unitId),
        standsStill: caseFile.state !== 'normal',
      }),
    )
    if (refusal || !credential) return refusal
    const { unitId } = credential
    const origin = unitId === caseFile.unitId ? 'generated' : 'received'
    const event = { kind: 'credential-renewed', to: credential.name, unit: credential.unitAcronym } as const
    await Promise.all([
      changeHoldings(trx, { caseFileId: caseFile.id, open: [{ unitId, origin }], by: actor.userId, now }),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event }]),
    ])
    return done(true)
  })
}
