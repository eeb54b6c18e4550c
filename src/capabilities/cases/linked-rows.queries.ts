import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { isOpened, mayKnow } from './opened.queries.ts'

/** Conditions on rows `x` of another capability that may stand in a case file, `c` where they do. */

export const joinLinkedCase = (db: Database) => db`left join cases.case_file c on c.id = x.case_file_id`

/** The rows that this person may know of. */
export const isLinkKnown = (db: Database, actor: Actor) => db`(x.case_file_id is null or ${mayKnow(db, actor)})`

/** Whether the case file may be named: a restricted one is found by its number alone where it never was (PRO-062). */
export const isLinkNamed = (db: Database, actor: Actor) => db`
  (x.case_file_id is null or cases.may_list(c, ${actor.unitId}, (select platform.flag('per-document-internal')))
    or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))`

/** Whether the words of a row may be told: of what is confidential, after the password alone. */
export const isLinkTold = (db: Database, actor: Actor, now: Date) => db`
  (${isLinkNamed(db, actor)} and (x.case_file_id is null or ${isOpened(db, actor, now)}))`
