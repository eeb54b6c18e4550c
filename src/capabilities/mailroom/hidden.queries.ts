import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { isOpened, mayKnow } from '../cases/index.ts'

/** The case file of a row, `c`, where it has one. */
export const withCaseFile = (db: Database) => db`left join cases.case_file c on c.id = x.case_file_id`

/** Of rows `x` with a case file `c` or none: those that this person may know of. */
export const known = (db: Database, actor: Actor) => db`(x.case_file_id is null or ${mayKnow(db, actor)})`

/** Whether the words of a row may be told: of what is confidential, after the password alone. */
export const told = (db: Database, actor: Actor, now: Date) => db`
  (x.case_file_id is null or ${isOpened(db, actor, now)})`
