import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

/** Conditions on a case file `c`, for lists: what they tell of what is confidential, at the level that governs (PRO-065). */

/** Asked once a statement: a function that stands bare in a condition is called for every row. */
const perDocument = (db: Database) => db`(select platform.flag('per-document-internal'))`

/** Of what is confidential only holders of a credential know (PRO-063). */
export const mayKnow = (db: Database, actor: Actor) => db`
  (cases.governing_level(c, ${perDocument(db)}) <> 'confidential'
    or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))`

/** What is confidential is named by number and type alone until the password is given in this session. */
export const isOpened = (db: Database, actor: Actor, now: Date) => db`
  (cases.governing_level(c, ${perDocument(db)}) <> 'confidential'
    or exists (select 1 from identity.confirmation k where k.session_hash = decode(${actor.sessionHash}, 'hex')
                and k.case_file_id = c.id and k.until > ${now}))`
