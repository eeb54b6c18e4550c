import type { Database } from '../../../platform/db/index.ts'
import type { Category } from '../resources.rules.ts'
import type { RuleData } from './rule.form.ts'

export interface RuleRow extends RuleData {
  readonly id: string
  readonly category: Category
  readonly changedAt: Date | null
  readonly changedBy: string | null
}

export async function selectRules(db: Database, id?: string): Promise<RuleRow[]> {
  return db<RuleRow[]>`
    select r.id, r.category, r.description, r.is_on as "isOn", r.resources, c.at as "changedAt",
           (select coalesce(a.social_name, a.name) from identity.account a where a.id = c.account_id) as "changedBy"
      from auditing.rule r
      left join lateral (select x.at, x.account_id from auditing.rule_change x where x.rule_id = r.id
                          order by x.id desc limit 1) c on true
     where ${id ? db`r.id = ${id}` : db`true`}
     order by array_position('{general,access,case-files,documents}'::text[], r.category), r.id
     limit 200`
}

/** The rule and the note of what was changed, in one statement. */
export async function upsertRule(
  db: Database,
  id: string | undefined,
  { category, description, isOn, resources }: RuleData,
  by: { readonly accountId: string; readonly at: Date },
): Promise<boolean> {
  const chosen = [...resources]
  const rule = id
    ? db`update auditing.rule set description = ${description}, is_on = ${isOn}, resources = ${chosen}::text[]
          where id = ${id} and category = ${category} returning id`
    : db`insert into auditing.rule (category, description, is_on, resources)
         values (${category}, ${description}, ${isOn}, ${chosen}::text[]) returning id`
  const rows = await db`
    with rule as (${rule})
    insert into auditing.rule_change (rule_id, at, account_id, description, is_on, resources)
    select rule.id, ${by.at}, ${by.accountId}, ${description}, ${isOn}, ${chosen}::text[] from rule returning rule_id`
  return rows.length > 0
}
