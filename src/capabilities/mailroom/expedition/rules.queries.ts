import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { DeliveryWay } from '../letters/letter.rules.ts'

export interface DeliveryRuleRow extends DeliveryWay {
  id: string
  state: string
  city: string
  unit: string | null
}

/** What the agency's table says of a place: of its city, else of its state, else of everywhere (GT-02). */
export async function selectWay(
  db: Database,
  agencyId: string,
  place: { readonly city: string; readonly state: string },
): Promise<DeliveryWay | undefined> {
  const [row] = await db<DeliveryWay[]>`
    select way, unit_id as "unitId", with_receipt as "withReceipt", receipt_days as "receiptDays" from mailroom.delivery_rule
     where agency_id = ${agencyId} and state in ('', ${place.state}) and city_key in ('', platform.plain(lower(${place.city})))
     order by city_key desc, state desc limit 1`
  return row
}

/** Who posts for places of which nothing particular is said, though by hand is the rule there. */
export async function selectAnyPosting(db: Database, agencyId: string): Promise<DeliveryWay | undefined> {
  const [row] = await db<DeliveryWay[]>`
    select way, unit_id as "unitId", with_receipt as "withReceipt", receipt_days as "receiptDays" from mailroom.delivery_rule
     where agency_id = ${agencyId} and way = 'post' order by state, city_key limit 1`
  return row
}

export async function selectRules(db: Database, agencyId: string): Promise<DeliveryRuleRow[]> {
  return db<DeliveryRuleRow[]>`
    select r.id, r.state, r.city, r.way, r.unit_id as "unitId", u.acronym as unit, r.with_receipt as "withReceipt",
           r.receipt_days as "receiptDays"
      from mailroom.delivery_rule r left join organization.unit u on u.id = r.unit_id
     where r.agency_id = ${agencyId} order by r.state, r.city_key limit 500`
}

/** The rule of a place, new or in place of the one that was. */
export async function upsertRule(
  db: Database,
  actor: Actor,
  rule: Omit<DeliveryRuleRow, 'id' | 'unit'>,
  now: Date,
): Promise<void> {
  await db`
    insert into mailroom.delivery_rule (agency_id, state, city, city_key, way, unit_id, with_receipt, receipt_days, set_at, set_by)
    values (${actor.agencyId}, ${rule.state}, ${rule.city}, platform.plain(lower(${rule.city})), ${rule.way}, ${rule.unitId}::bigint,
            ${rule.withReceipt}, ${rule.receiptDays}, ${now}, ${actor.userId})
    on conflict (agency_id, state, city_key) do update
       set city = excluded.city, way = excluded.way, unit_id = excluded.unit_id, with_receipt = excluded.with_receipt,
           receipt_days = excluded.receipt_days, set_at = excluded.set_at, set_by = excluded.set_by`
}

export async function deleteRule(db: Database, agencyId: string, id: string): Promise<void> {
  await db`delete from mailroom.delivery_rule where agency_id = ${agencyId} and id = ${id}`
}
