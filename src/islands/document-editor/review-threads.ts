import type { Anchor } from '../../rich-text/index.ts'
import { dateOf } from './saving.ts'

/** What the server tells of the review of this text. */
export interface Review {
  readonly speaks: boolean
  readonly decides: boolean
  /** Who was asked for a review and has not answered. */
  readonly waiting: readonly string[]
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

/** How the review stands, over the list of what was said. */
export function sayReview({ waiting, threads }: Pick<Review, 'waiting' | 'threads'>): string {
  const open = threads.filter(({ state }) => state === 'open').length
  if (open > 0) return `Revisão: ${open} em aberto`
  return waiting.length > 0 ? 'Revisão: à espera de resposta' : 'Revisão: nada em aberto'
}

/** Whom one waits for; undefined when it is nobody. */
export function sayWaiting({ waiting }: Pick<Review, 'waiting'>): string | undefined {
  return waiting.length === 0 ? undefined : `Revisão pedida a ${names.format(waiting)}, sem resposta ainda.`
}

const names = new Intl.ListFormat('pt-BR')

type Members = Readonly<Record<string, unknown>>

/** Reads an answer member by member: what is not as expected is left out. */
export function readReview(body: Members): Review {
  return {
    speaks: body.speaks === true,
    decides: body.decides === true,
    waiting: Array.isArray(body.waiting) ? body.waiting.map(text).filter((name) => name !== '') : [],
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
