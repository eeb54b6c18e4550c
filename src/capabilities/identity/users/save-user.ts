import type { Database } from '../../../platform/db/index.ts'
import { inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type Editor, noteChange } from '../../organization/index.ts'
import { registerAccount } from '../register-account.ts'
import type { UserData } from './user.ts'
import { fieldsOfUser } from './user-fields.text.ts'
import { lockUser, selectTaken, updateUser } from './users.queries.ts'

export type UserRefusal = { readonly kind: 'login-taken' } | { readonly kind: 'cpf-taken' }

/** Registers a person of an agency. They can sign in once they have a permission and a password. */
export async function openUser(
  db: Database,
  by: Editor,
  agencyId: string,
  data: UserData,
  now: Date,
): Promise<Outcome<{ id: string }, UserRefusal>> {
  return inTransaction(db, async (trx) => {
    const { socialName, cpf, ...rest } = data
    const optional = { ...(socialName ? { socialName } : {}), ...(cpf ? { cpf } : {}) }
    const outcome = await registerAccount(trx, { ...rest, ...optional, agencyId })
    if (outcome.done) {
      const record = { register: 'user', id: outcome.value.id } as const
      await noteChange(trx, by, record, { before: undefined, after: fieldsOfUser(data) }, now)
      return outcome
    }
    const refusal = refused(await takenOf(trx, agencyId, data, undefined))
    if (!refusal) throw new Error('an account was neither made nor found')
    return refusal
  })
}

/** Changes the data of a person who was found within reach. */
export async function changeUser(
  db: Database,
  by: Editor,
  user: { readonly id: string; readonly agencyId: string },
  data: UserData,
  now: Date,
): Promise<Outcome<true, UserRefusal>> {
  return inTransaction(db, async (trx) => {
    const before = await lockUser(trx, user.id)
    const refusal = refused(await takenOf(trx, user.agencyId, data, user.id))
    if (refusal) return refusal
    await updateUser(trx, user.id, data)
    const fields = { before: before && fieldsOfUser(before), after: fieldsOfUser(data) }
    await noteChange(trx, by, { register: 'user', id: user.id }, fields, now)
    return done(true)
  })
}

async function takenOf(
  db: Database,
  agencyId: string,
  data: UserData,
  exceptId: string | undefined,
): Promise<UserRefusal[]> {
  const taken = await selectTaken(db, agencyId, data, exceptId)
  return [
    ...(taken.login ? [{ kind: 'login-taken' } as const] : []),
    ...(taken.cpf ? [{ kind: 'cpf-taken' } as const] : []),
  ]
}
