import type { Actor, Permission } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { selectAtWork } from './at-work.queries.ts'
import { beginAttempt, succeed, withdraw } from './attempts.ts'
import { isRightCode } from './second-factor/give-code.ts'
import { timeOf } from './sign-in.text.ts'
import { accountWith } from './sign-in.ts'

export type AnotherRefused =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'resting'; readonly until: Date }
  /** The password was right; the code of the second factor is still to be given, or was not right. */
  | { readonly kind: 'code-missing' }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'same-person' }
  /** Known only to who gave the right password: this person has not that permission in this unit. */
  | { readonly kind: 'may-not-here' }

/**
 * Another person beside who is signed in proves who they are, with login, password and the code of their second factor,
 * for one act in the unit at hand. Counted and throttled as signing in, on the account of that other person; the session
 * stays whose it is. The refusal for an unknown login, a wrong password and a disabled account is the same, and takes the
 * same time.
 *
 * `pool` must not be a transaction: a wrong attempt is counted even though the act is undone.
 */
export async function confirmAnother(
  pool: Database,
  here: Actor,
  request: {
    readonly login: string
    readonly password: string
    readonly code: string
    readonly permission: Permission
  },
  ip: string,
  now: Date,
): Promise<Outcome<Actor, AnotherRefused>> {
  const attempt = await beginAttempt(pool, { login: request.login, ip }, now)
  if ('restsUntil' in attempt) return refuse({ kind: 'resting', until: attempt.restsUntil })
  const account = await accountWith(pool, { ...request, agencyId: undefined })
  if (!account) return refuse({ kind: 'wrong' })
  const atWork = await selectAtWork(pool, account.id, here.unitId, todayIn(now))
  const may = atWork?.permissions.includes(request.permission) ?? false
  if (account.id === here.userId || !atWork || !may) {
    // No code is asked for, and none spent, for what is refused all the same. The password alone makes no wrong code good.
    await (account.totpSecret ? withdraw(pool, attempt) : succeed(pool, attempt))
    return refuse({ kind: account.id === here.userId ? 'same-person' : 'may-not-here' })
  }
  if (account.totpSecret && request.code === '') {
    await withdraw(pool, attempt)
    return refuse({ kind: 'code-missing' })
  }
  if (account.totpSecret && !(await isRightCode(pool, account.id, request.code, now))) {
    return refuse({ kind: 'wrong-code' })
  }
  await succeed(pool, attempt)
  const { substituting: _first, ...unit } = here
  return done({
    ...unit,
    userId: account.id,
    name: atWork.name,
    login: request.login,
    permissions: new Set(atWork.permissions),
    ...(atWork.substituting ? { substituting: atWork.substituting } : {}),
  })
}

/** The reason in plain Portuguese, beside the field. */
export function explainAnotherRefused(refusal: AnotherRefused): { field: string; message: string } {
  switch (refusal.kind) {
    case 'wrong':
      return { field: 'senha', message: 'Usuário ou senha não conferem. Confira se a tecla Caps Lock está ligada.' }
    case 'resting':
      return {
        field: 'senha',
        message: `Houve muitas tentativas erradas. Por segurança, tente de novo às ${timeOf(refusal.until)}.`,
      }
    case 'code-missing':
      return { field: 'codigo', message: 'Esta pessoa usa verificação em duas etapas. Informe também o código.' }
    case 'wrong-code':
      return { field: 'codigo', message: 'O código não confere ou já foi usado. Espere o próximo e digite de novo.' }
    case 'same-person':
      return {
        field: 'usuario',
        message: 'Esta é a pessoa que entrou no sistema. Para ela, use a página de assinatura.',
      }
    case 'may-not-here':
      return { field: 'usuario', message: 'Esta pessoa não tem permissão para assinar nesta unidade.' }
  }
}
