import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type DeliveryRuleRow, deleteRule, upsertRule } from './rules.queries.ts'

export type DeliveryRule = Omit<DeliveryRuleRow, 'id' | 'unit'>

/** Says how letters of the agency go to a place, in place of what was said of it before (GT-02). */
export async function saveRule(db: Database, actor: Actor, rule: DeliveryRule, now: Date): Promise<void> {
  await upsertRule(db, actor, rule, now)
}

/** Takes the rule of a place away. Letters that were asked for keep what it said. */
export async function removeRule(db: Database, actor: Actor, id: string): Promise<void> {
  await deleteRule(db, actor.agencyId, id)
}
