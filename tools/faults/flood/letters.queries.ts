import type { Database } from '../../../src/platform/db/index.ts'

export interface LetterRow {
  id: string
  state: string
  official: boolean
  messageKey: string | null
}

/** The letters of the proof, and what became of each. */
export async function selectLetters(db: Database): Promise<LetterRow[]> {
  return db<LetterRow[]>`
    select id, state, official, message_key as "messageKey" from mail.message where reason = 'prova' order by id`
}

/** How many have not come to their end, or still have a job. */
export async function countWaitingLetters(db: Database): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select (select count(*) from mail.message where reason = 'prova' and state in ('queued', 'sending'))::int
         + (select count(*) from graphile_worker.jobs where task_identifier = 'mail.deliver')::int as count`
  return row?.count ?? 0
}
