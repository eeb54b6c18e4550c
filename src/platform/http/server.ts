import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import statics from '@fastify/static'
import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  fastify,
  LogController,
} from 'fastify'
import { pageIconDrawing } from '../../ui/icons/page-icon.ts'
import { answerSeconds } from '../metrics/index.ts'
import { networkOf } from '../network-of.ts'
import type { Platform } from '../platform.ts'
import { publicFolder } from './assets.ts'
import { answerNoRequest } from './no-request.ts'
import { openOverload, retryAfterSeconds, wantsJson } from './overload.ts'
import { bareProblem, tooBusyJson, tooBusyPage } from './problem-pages.tsx'
import { ownerOf } from './request-owner.ts'
import { putSecurityHeaders, setSecurityHeaders } from './security.ts'
import { usesTls } from './session-cookie.ts'
import { isTooBusy, statusOfError } from './status-of-error.ts'

/** The web server without any address yet: parsers with limits, headers, static files, and pages for what goes wrong. */
export async function openServer(platform: Platform): Promise<FastifyInstance> {
  const overload = openOverload(platform)
  const server = fastify({
    serverFactory: (answer) =>
      Object.assign(overload.makeServer(answer), { requestTimeout: 600_000, keepAliveTimeout: 30_000 }),
    loggerInstance: platform.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: platform.config.behindProxy,
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
    genReqId: () => platform.randomness.token().slice(0, 10),
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    clientErrorHandler: answerNoRequest,
    // An address that cannot be read, as `/%zz`, is known before there is any route, and before any hook.
    frameworkErrors: (_error, _request, bareReply) => {
      const reply = bareReply as unknown as FastifyReply
      putSecurityHeaders(reply, usesTls(platform))
      return reply.status(404).type('text/html; charset=utf-8').send(bareProblem(platform, 404))
    },
  })
  setSecurityHeaders(server, usesTls(platform))
  server.addHook('onResponse', async (request, reply) => {
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    answerSeconds.observe({ method: request.method, status }, reply.elapsedTime / 1000)
  })
  // PostgreSQL knows no text with a zero byte in it, so no address with one leads anywhere.
  server.addHook('onRequest', async (request, reply) => {
    // Who has hung up meanwhile is nowhere any more, and cannot be counted.
    const hasLeft = (request.ip as string | undefined) === undefined
    if (!hasLeft && !request.url.includes('%00')) return
    await reply.status(404).type('text/html; charset=utf-8').send(bareProblem(platform, 404))
  })
  overload.watch(server)
  await server.register(cookie)
  await server.register(formbody, { bodyLimit: 1_048_576 })
  await server.register(multipart)
  await server.register(rateLimit, { global: false, keyGenerator: ({ ip }) => networkOf(ip) })
  await server.register(statics, {
    root: publicFolder,
    prefix: '/estatico/',
    immutable: true,
    maxAge: '1y',
    cacheControl: true,
    preCompressed: true,
    decorateReply: false,
  })
  // Asked for beside a PDF or a picture that is shown alone.
  server.get('/favicon.ico', (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=604800').send(pageIconDrawing),
  )
  server.setNotFoundHandler((_request, reply) =>
    reply.status(404).type('text/html; charset=utf-8').send(bareProblem(platform, 404)),
  )
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = statusOfError(error)
    if (isTooBusy(error)) {
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      if (error.code === '57014')
        platform.log.warn({ code: request.id, route: request.routeOptions.url }, 'statement given up')
      reply.status(503).header('retry-after', retryAfterSeconds)
      if (wantsJson(request)) return reply.send(tooBusyJson)
      return reply.type('text/html; charset=utf-8').send(tooBusyPage(platform, !isRead))
    }
    // The shape of the address, and not the address: secret links are in it, and numbers of what is confidential.
    if (status >= 500) {
      const { method, routeOptions } = request
      const from = { ...ownerOf(request), ip: request.ip }
      platform.log.error({ err: error, code: request.id, method, route: routeOptions.url, ...from }, 'request failed')
    }
    if (status === 503) reply.header('retry-after', retryAfterSeconds)
    return reply
      .status(status)
      .type('text/html; charset=utf-8')
      .send(bareProblem(platform, status, request.id))
  })
  return server
}
