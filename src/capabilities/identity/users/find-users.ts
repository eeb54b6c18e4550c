import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListOf, type ListRequest, listOf, parseCpf, type Reach } from '../../organization/index.ts'
import { withReach } from './administering.rules.ts'
import type { User } from './user.ts'
import { selectUser, selectUsers, type UserRow } from './users.queries.ts'

/** One page of the people within reach, by name, login or CPF. */
export async function listUsers(db: Database, reach: Reach, asked: ListRequest, now: Date): Promise<ListOf<UserRow>> {
  return listOf(await selectUsers(db, reach, asked, parseCpf(asked.text), todayIn(now)))
}

/** One person; undefined where there is none, or they are out of reach. */
export function findUser(db: Database, id: string, reach: Reach, now: Date): Promise<User | undefined> {
  return selectUser(db, id, reach, withReach, todayIn(now))
}
