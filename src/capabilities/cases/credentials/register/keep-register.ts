import type { Actor } from '../../../../platform/actor.ts'
import { todayIn } from '../../../../platform/calendar/index.ts'
import { csvOf } from '../../../../platform/csv/index.ts'
import { type Database, inTransaction } from '../../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../../platform/outcome.ts'
import { record } from '../../../history/index.ts'
import { type CancellingRefusal, refusalsToCancel } from '../../credentials.rules.ts'
import { lockCaseFiles } from '../../gate.queries.ts'
import { endCredential, selectCredentials, selectHolder } from '../credentials.queries.ts'
import { giveCredential } from '../give-credential.ts'
import type { GrantRefusal } from '../grant-credential.ts'
import {
  type RegisterRow,
  type RegisterState,
  selectCasesOfCredentials,
  selectOfRegister,
  selectRegister,
  selectRegisterConfirmed,
  upsertRegisterConfirmation,
} from './register.queries.ts'
import { stateWords } from './register.text.ts'

const perPage = 50
const mostRows = 5000

/** One page of the register of the actor's unit. The caller asked for permission and password. */
export async function readRegister(
  db: Database,
  actor: Actor,
  { state, page }: { readonly state: RegisterState | undefined; readonly page: number },
  now: Date,
): Promise<{ rows: readonly RegisterRow[]; total: number; pageCount: number }> {
  const wanted = { state, limit: perPage, offset: (page - 1) * perPage }
  const rows = await selectRegister(db, actor.unitId, todayIn(now), wanted)
  const total = rows[0]?.total ?? 0
  return { rows, total, pageCount: Math.max(1, Math.ceil(total / perPage)) }
}

/** The same for spreadsheets, 5,000 rows at most. */
export async function registerAsCsv(
  db: Database,
  actor: Actor,
  state: RegisterState | undefined,
  now: Date,
): Promise<string> {
  const rows = await selectRegister(db, actor.unitId, todayIn(now), { state, limit: mostRows, offset: 0 })
  const day = (moment: Date | null) => (moment ? inBrasilia.format(moment) : '')
  return csvOf(
    ['Processo', 'Tipo', 'Autuação', 'Pessoa', 'Situação da credencial', 'Concedida em', 'Encerrada em'],
    rows.map((row) => [
      ...[row.number, row.typeName, row.filedOn.split('-').reverse().join('/'), row.person ?? ''],
      ...[stateWords[row.state], day(row.grantedAt), day(row.endedAt)],
    ]),
  )
}

const inBrasilia = new Intl.DateTimeFormat('pt-BR', { timeZone: 'America/Sao_Paulo', dateStyle: 'short' })

/** What became of one thing of a batch. */
export interface RegisterResult<Refusal> {
  readonly number: string
  readonly outcome: Outcome<string, Refusal>
}

/**
 * Gives somebody of the unit credentials to case files of its register, so that what nobody there can open any more is
 * opened again (PRO-089). The gate is not passed: whoever keeps the register reads no case file. Numbers that are not in
 * the register have no result.
 */
export async function activateCredentials(
  db: Database,
  actor: Actor,
  { caseFileIds, accountId }: { readonly caseFileIds: readonly string[]; readonly accountId: string },
  now: Date,
): Promise<RegisterResult<GrantRefusal>[]> {
  return inTransaction(db, async (trx) => {
    const keys = caseFileIds.map((id) => ({ id }))
    await lockCaseFiles(trx, keys)
    const [caseFiles, holder] = await Promise.all([
      selectOfRegister(trx, actor.unitId, caseFileIds),
      selectHolder(trx, { accountId, unitId: actor.unitId }, todayIn(now)),
    ])
    const results: RegisterResult<GrantRefusal>[] = []
    for (const caseFile of caseFiles) {
      const { number } = caseFile
      if (!holder) results.push({ number, outcome: refuse({ kind: 'nobody-there' }) })
      else {
        const given = await giveCredential(trx, actor, caseFile, holder, now, 'activated')
        const outcome = given ? done(holder.name) : refuse({ kind: 'already-holds', name: holder.name } as const)
        results.push({ number, outcome })
      }
    }
    return results
  })
}

/** Ends credentials of people who lost their permission in the unit (PRO-089); those that open something stay. */
export async function cancelInactive(
  db: Database,
  actor: Actor,
  credentialIds: readonly string[],
  now: Date,
): Promise<RegisterResult<CancellingRefusal>[]> {
  return inTransaction(db, async (trx) => {
    const found = await selectCasesOfCredentials(trx, actor.unitId, credentialIds)
    const ids = [...new Set(found.map(({ caseFileId }) => caseFileId))]
    await lockCaseFiles(
      trx,
      ids.map((id) => ({ id })),
    )
    const numbers = new Map((await selectOfRegister(trx, actor.unitId, ids)).map(({ id, number }) => [id, number]))
    const results: RegisterResult<CancellingRefusal>[] = []
    for (const { credentialId, caseFileId } of found) {
      const number = numbers.get(caseFileId)
      if (number) results.push({ number, outcome: await cancelOne(trx, actor, { credentialId, caseFileId }, now) })
    }
    return results
  })
}

async function cancelOne(
  db: Database,
  actor: Actor,
  { credentialId, caseFileId }: { readonly credentialId: string; readonly caseFileId: string },
  now: Date,
): Promise<Outcome<string, CancellingRefusal>> {
  const all = await selectCredentials(db, caseFileId, todayIn(now))
  const credential = all.find(({ id }) => id === credentialId)
  const others = all.filter((one) => one !== credential && one.endedAt === null && !one.dormant)
  const refusal = refused(
    refusalsToCancel({
      inForce: credential !== undefined && credential.endedAt === null,
      dormant: credential?.dormant ?? false,
      otherHolders: others.length,
    }),
  )
  if (refusal || !credential) return refusal ?? refuse({ kind: 'credential-not-in-force' })
  const { name, unitAcronym } = credential
  const event = { kind: 'credential-cancelled', from: name, unit: unitAcronym } as const
  await Promise.all([
    endCredential(db, actor, credentialId, 'cancelled', now),
    record(db, actor, now, [{ caseFileId, event }]),
  ])
  return done(name)
}

/** For how long the register stays open after the password was given in a session. */
const openMs = 30 * 60_000

/** Opens the register of the actor's unit for this session, after the password was confirmed. */
export function openRegister(db: Database, actor: Actor, now: Date): Promise<void> {
  return upsertRegisterConfirmation(db, actor, new Date(now.getTime() + openMs))
}

/** Whether the password was given in this session within the last half hour. */
export function isRegisterOpen(db: Database, actor: Actor, now: Date): Promise<boolean> {
  return selectRegisterConfirmed(db, actor, now)
}
