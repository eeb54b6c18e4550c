import type { FastifyRequest } from 'fastify'
import type { Router } from '../../platform/http/index.ts'
import { authenticityRoutes } from './authenticity/routes.tsx'
import { certifyingRoutes } from './certifying/routes.tsx'
import { signingRoutes } from './signing/routes.tsx'
import { takeTurns } from './take-turns.ts'

export function signaturesRoutes(router: Router): void {
  signInTurns(router)
  signingRoutes(router)
  certifyingRoutes(router)
  authenticityRoutes(router)
}

/** How many sign at the same moment; each takes some hundredths of a second. */
const mostAtOnce = 3

/**
 * Whoever signs holds one connection for the act and needs another for the password, whose wrong attempts must outlive
 * the act. If more people signed at once than there are connections, all would hold one and wait for ever for the second.
 * The turn is taken after the form has come and given back before the answer goes: nobody slow keeps it.
 */
function signInTurns({ server }: Router): void {
  const enter = takeTurns(mostAtOnce)
  const leaving = new WeakMap<FastifyRequest, () => void>()
  server.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || !/^\/em\/.+\/(assinatura|autenticacao)\/?$/.test(request.url.split('?')[0] ?? ''))
      return
    if (request.isMultipart()) return reply.status(415).send('')
    leaving.set(request, await enter())
  })
  server.addHook('onSend', async (request) => {
    leaving.get(request)?.()
  })
}
