import { z } from 'zod'
import { contextLength } from '../../../rich-text/index.ts'
import { longestQuote, longestReply } from './threads.rules.ts'

const id = z.string().regex(/^\d{1,18}$/)
const text = z.string().max(longestReply)
const around = z.string().max(contextLength)

const message = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('write'),
    meant: z.object({
      passage: z.int().min(0).max(1_000_000),
      quote: z.string().min(1).max(longestQuote),
      before: around,
      after: around,
    }),
    text,
    suggestion: z.string().max(longestQuote).nullish(),
  }),
  z.object({ act: z.literal('reply'), id, text }),
  z.object({ act: z.enum(['resolve', 'reopen', 'accept', 'reject']), id }),
])

/** What the side panel of the editor asks for; undefined when it is not that. */
export function readThreadMessage(json: unknown): z.infer<typeof message> | undefined {
  return message.safeParse(json).data
}
