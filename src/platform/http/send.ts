import type { FastifyReply } from 'fastify'
import type { Platform } from '../platform.ts'
import { allowMicrophone } from './security.ts'
import { cookieNames, cookieOptions } from './session-cookie.ts'
import type { Answer } from './visit.ts'

/** Puts an answer on the wire. */
export function send(reply: FastifyReply, answer: Exclude<Answer, { kind: 'not-found' }>, platform: Platform): unknown {
  switch (answer.kind) {
    case 'html':
      if (answer.mayListen) allowMicrophone(reply)
      return reply.status(answer.status).type('text/html; charset=utf-8').send(Buffer.from(answer.body))
    case 'redirect': {
      for (const cookie of answer.cookies ?? []) {
        const name = cookieNames(platform)[cookie.name]
        if (cookie.value === undefined) reply.clearCookie(name, cookieOptions(platform))
        else reply.setCookie(name, cookie.value, cookieOptions(platform))
      }
      return reply.redirect(answer.location, 303)
    }
    case 'json':
      return reply.status(answer.status).send(answer.body)
    case 'stream':
      return reply
        .status(answer.status ?? 200)
        .headers(answer.headers)
        .send(answer.body)
  }
}
