import type { Anchor } from '../../rich-text/index.ts'
import { dateOf } from './saving.ts'

/** What the server tells of the review of this text. */
export interface Review {
  readonly speaks: boolean
  readonly decides: boolean
  readonly threads: readonly ReviewThread[]
}

export interface ReviewThread extends Anchor {
  readonly id: string
  readonly suggestion: string | null
  readonly author: string
  readonly unitAcronym: string
  readonly at: Date | undefined
  readonly state: string
  readonly isMine: boolean
  readonly replies: readonly { readonly author: string; readonly text: string }[]
}

type Members = Readonly<Record<string, unknown>>

/** Reads an answer member by member: what is not as expected is left out. */
export function readReview(body: Members): Review {
  return {
    speaks: body.speaks === true,
    decides: body.decides === true,
    threads: listOf(body.threads).flatMap((one): ReviewThread[] =>
      typeof one.id === 'string' && typeof one.quote === 'string'
        ? [
            {
              id: one.id,
              passage: typeof one.passage === 'number' ? one.passage : 0,
              quote: one.quote,
              before: text(one.before),
              after: text(one.after),
              suggestion: typeof one.suggestion === 'string' ? one.suggestion : null,
              author: text(one.author),
              unitAcronym: text(one.unitAcronym),
              at: dateOf(one.at),
              state: text(one.state),
              isMine: one.isMine === true,
              replies: listOf(one.replies).map((reply) => ({ author: text(reply.author), text: text(reply.text) })),
            },
          ]
        : [],
    ),
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const listOf = (value: unknown): Members[] =>
  Array.isArray(value) ? value.filter((one): one is Members => typeof one === 'object' && one !== null) : []
