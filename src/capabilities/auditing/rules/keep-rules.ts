import { type Actor, may } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { reachOf } from '../../organization/index.ts'
import type { RuleData } from './rule.form.ts'
import { type RuleRow, selectRules, upsertRule } from './rules.queries.ts'

export const listRules = (db: Database): Promise<RuleRow[]> => selectRules(db)

export async function findRule(db: Database, id: string): Promise<RuleRow | undefined> {
  return (await selectRules(db, id))[0]
}

/** The rules are of the whole installation: who operates all of it changes them; other auditors read them (EST-026). */
export async function mayKeepRules(db: Database, actor: Actor, now: Date): Promise<boolean> {
  if (!may(actor, 'history.audit') || !may(actor, 'platform.operate')) return false
  return (await reachOf(db, actor, 'history.audit', now)).agencyId === undefined
}

/** Makes a rule, or changes one; who changed what stays on record. False: there is no such rule, or not for this actor. */
export async function keepRule(
  db: Database,
  actor: Actor,
  id: string | undefined,
  data: RuleData,
  now: Date,
): Promise<boolean> {
  if (!(await mayKeepRules(db, actor, now))) return false
  return upsertRule(db, id, data, { accountId: actor.userId, at: now })
}
