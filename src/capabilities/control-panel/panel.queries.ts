import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

export async function selectChoice(db: Database, actor: Actor): Promise<string[] | undefined> {
  const [row] = await db<{ cards: string[] }[]>`
    select cards from control_panel.choice where account_id = ${actor.userId} and unit_id = ${actor.unitId}`
  return row?.cards
}

export async function upsertChoice(db: Database, actor: Actor, cards: readonly string[]): Promise<void> {
  await db`
    insert into control_panel.choice (account_id, unit_id, cards)
    values (${actor.userId}, ${actor.unitId}, ${[...cards]}::text[])
    on conflict (account_id, unit_id) do update set cards = excluded.cards`
}

export async function deleteChoice(db: Database, actor: Actor): Promise<void> {
  await db`delete from control_panel.choice where account_id = ${actor.userId} and unit_id = ${actor.unitId}`
}
