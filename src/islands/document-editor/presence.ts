import { dateOf } from './saving.ts'
import type { Server } from './server.ts'

export interface Presence {
  /** Whether this person may write here now. */
  readonly mine: boolean
  readonly holder: { readonly name: string; readonly since: Date | undefined } | undefined
}

const BEAT_MS = 20_000
const FIRST_ANSWER_MS = 4_000

/**
 * Tells the server every 20 seconds that somebody is here, and hears who holds the document. Without an answer nothing
 * changes: a lost network must not take the pen out of anybody's hand.
 */
export async function startPresence(
  server: Server,
  url: string | undefined,
  hear: (presence: Presence) => void,
): Promise<Presence> {
  const alone: Presence = { mine: true, holder: undefined }
  if (url === undefined) return alone
  let last = alone
  const beat = async (): Promise<Presence> => {
    const reply = await server.send('POST', url, {})
    if (reply.kind !== 'ok') return last
    last = { mine: reply.body.mine === true, holder: holderOf(reply.body.holder) }
    return last
  }
  const again = () =>
    setTimeout(async () => {
      hear(await beat())
      again()
    }, BEAT_MS)
  again()
  addEventListener('pagehide', () => void server.send('POST', url, { leaving: true }))
  // A slow server must not keep anybody waiting before an open sheet; its answer is heard with the next beat.
  const wait = new Promise<Presence>((resolve) => setTimeout(() => resolve(alone), FIRST_ANSWER_MS))
  return Promise.race([beat(), wait])
}

function holderOf(value: unknown): Presence['holder'] {
  if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string')
    return undefined
  return { name: value.name, since: 'since' in value ? dateOf(value.since) : undefined }
}
