import type { Database } from '../db/index.ts'

/** What became of one thing of an act on many. */
export interface ItemResult {
  readonly label: string
  readonly href?: string | undefined
  readonly done: boolean
  readonly text: string
  /** Takes the act back: the address to which its button posts. */
  readonly undo?: { readonly label: string; readonly action: string } | undefined
}

export interface ActResult {
  readonly title: string
  readonly items: readonly ItemResult[]
}

interface WhoAsked {
  readonly db: Database
  readonly sessionHash: string
  readonly platform: { readonly randomness: { token(): string } }
}

/**
 * Keeps the result of an act in its transaction, to be shown by the page that follows it. Answers the query to put
 * behind that page's address: `?resultado=…`. Only the same session reads it.
 */
export async function keepResult(visit: WhoAsked, result: ActResult): Promise<string> {
  const token = visit.platform.randomness.token().slice(0, 22)
  await visit.db`insert into platform.act_result (token, session_hash, title, items)
    values (${token}, decode(${visit.sessionHash}, 'hex'), ${result.title}, ${JSON.stringify(result.items)}::text::jsonb)`
  return `?resultado=${token}`
}

/** The result that the address asks for; undefined where there is none, or it is another session's. */
export async function findResult(visit: {
  readonly db: Database
  readonly sessionHash: string
  query(name: string): string
}): Promise<ActResult | undefined> {
  const token = visit.query('resultado')
  if (!/^[\w-]{20,30}$/.test(token)) return undefined
  const [row] = await visit.db<{ title: string; items: ItemResult[] }[]>`
    select title, items from platform.act_result where token = ${token} and session_hash = decode(${visit.sessionHash}, 'hex')`
  return row
}
