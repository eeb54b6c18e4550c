import { z } from 'zod'

const version = z.object({ content: z.unknown(), baseVersion: z.int().min(0).max(1_000_000) })
const draft = version.extend({
  session: z.string().max(60).catch(''),
  sequence: z.int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0),
})
const presence = z.object({ leaving: z.boolean().catch(false) })

/** What the editor sends to be saved as a version; undefined when it is not that. The text itself is checked later. */
export function readVersionMessage(json: unknown): { content: unknown; baseVersion: number } | undefined {
  const { data } = version.safeParse(json)
  return data && { content: data.content, baseVersion: data.baseVersion }
}

/** What the editor sends while people type. */
export function readDraftMessage(
  json: unknown,
): { content: unknown; baseVersion: number; session: string; sequence: number } | undefined {
  const { data } = draft.safeParse(json)
  return (
    data && { content: data.content, baseVersion: data.baseVersion, session: data.session, sequence: data.sequence }
  )
}

export function readPresence(json: unknown): { leaving: boolean } {
  return presence.safeParse(json).data ?? { leaving: false }
}
