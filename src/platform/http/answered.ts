import type { FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { sha256Hex } from '../sha256.ts'
import { type ShownCase, shownTo } from '../shown.ts'
import type { Answer, Visit } from './visit.ts'

/** A page that was shown or an act that was done: who, from where, and by which address. Nothing of what was typed. */
export interface Answered {
  readonly at: Date
  readonly method: string
  /** The shape of the address, without what stands in it: `/processos/:numero`. Secret links never are in it. */
  readonly route: string
  /** What its `:numero` was. */
  readonly number: string | undefined
  /** What its `:id` was. */
  readonly id: string | undefined
  readonly actor: Actor | undefined
  readonly accountId: string | undefined
  /** Of the session as it is after the answer: who has just signed in is known by it. */
  readonly sessionHash: string
  readonly ip: string
  readonly userAgent: string
  /** The case files that passed the gate for it. */
  readonly shown: readonly ShownCase[]
}

export function answeredOf(request: FastifyRequest, visit: Visit, answer: Answer, actor?: Actor): Answered {
  const opened = answer.kind === 'redirect' ? answer.cookies?.find(({ value }) => value)?.value : undefined
  return {
    at: visit.now,
    method: request.method === 'HEAD' ? 'GET' : request.method,
    route: (request.routeOptions.url ?? '').replace('/em/:unidade', ''),
    number: (request.params as Record<string, string | undefined>).numero,
    id: (request.params as Record<string, string | undefined>).id,
    actor,
    accountId: visit.accountId,
    sessionHash: opened ? sha256Hex(opened) : visit.sessionHash,
    ip: visit.ip,
    userAgent: visit.userAgent,
    shown: actor ? shownTo(actor) : [],
  }
}

/**
 * Whether something was shown or done: no refusal, nothing that is not there, and no page that only sends elsewhere. One
 * that opens a session on the way does more than that.
 */
export function hasSucceeded(method: string, answer: Answer): boolean {
  if (answer.kind === 'redirect') {
    return (method !== 'GET' && method !== 'HEAD') || (answer.cookies ?? []).some(({ value }) => value !== undefined)
  }
  return answer.kind !== 'not-found' && (answer.status ?? 200) < 400
}
