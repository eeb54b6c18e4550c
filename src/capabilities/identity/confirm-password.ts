import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { attemptWhole } from './attempts.ts'
import { insertConfirmation, selectPasswordHash } from './identity.queries.ts'
import { isPassword } from './password-hash.ts'

export type PasswordRefused =
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'resting'; readonly until: Date }
  /** Who enters by another provider alone may have none yet. */
  | { readonly kind: 'no-password' }

/** For how long a confidential case file stays open after its password was given in a session (PRO-063). */
const confirmationMs = 30 * 60_000

/**
 * Asks for the password of who acts, at each signing act and for confidential case files (DOC-063). Wrong ones are
 * counted with those of signing in; after five the account rests (DOC-064).
 *
 * `pool` must not be a transaction: a wrong attempt is counted even though the act is undone.
 */
export async function confirmPassword(
  pool: Database,
  actor: Actor,
  password: string,
  ip: string,
  now: Date,
): Promise<Outcome<true, PasswordRefused>> {
  return confirmPasswordOf(pool, { accountId: actor.userId, login: actor.login }, password, ip, now)
}

/** The same for somebody who is not at work in any unit. */
export async function confirmPasswordOf(
  pool: Database,
  who: { readonly accountId: string; readonly login: string },
  password: string,
  ip: string,
  now: Date,
): Promise<Outcome<true, PasswordRefused>> {
  const account = await selectPasswordHash(pool, who.accountId)
  // Said to nobody but its owner, who is signed in; nothing was guessed.
  if (account && account.passwordHash === null) return refuse({ kind: 'no-password' })
  const outcome = await attemptWhole(pool, { login: who.login, ip }, now, () =>
    isPassword(account?.passwordHash, password),
  )
  if (outcome === 'right') return done(true)
  return refuse(outcome === 'wrong' ? { kind: 'wrong-password' } : { kind: 'resting', until: outcome.restsUntil })
}

/** Opens one confidential case file for this session and the next half hour, after the password was confirmed. */
export async function confirmCaseAccess(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  await insertConfirmation(db, actor.sessionHash, caseFileId, new Date(now.getTime() + confirmationMs))
}

/** The reason in plain Portuguese. */
export function explainPasswordRefused(refusal: PasswordRefused): string {
  switch (refusal.kind) {
    case 'wrong-password':
      return 'A senha não confere. Confira se a tecla Caps Lock está ligada.'
    case 'no-password':
      return 'A sua conta ainda não tem senha. Para criar, abra Minha conta e escolha “Criar a senha”.'
    case 'resting': {
      const time = refusal.until.toLocaleTimeString('pt-BR', {
        hour: '2-digit',
        minute: '2-digit',
        timeZone: 'America/Sao_Paulo',
      })
      return `Houve muitas senhas erradas. Por segurança, tente de novo às ${time}.`
    }
  }
}
