import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "object-src 'none'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** Headers of every answer. No `unsafe-inline`, no exception; files of users get a stricter policy of their own. */
export function setSecurityHeaders(server: FastifyInstance, tls: boolean): void {
  server.addHook('onSend', async (_request, reply) => putSecurityHeaders(reply, tls))
}

/** The same on an answer that is given before there is any route, and so without hooks. */
export function putSecurityHeaders(reply: FastifyReply, tls: boolean): void {
  if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('x-frame-options', 'SAMEORIGIN')
  reply.header('referrer-policy', 'same-origin')
  reply.header('cross-origin-opener-policy', 'same-origin')
  reply.header('cross-origin-resource-policy', 'same-origin')
  reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  if (tls) reply.header('strict-transport-security', 'max-age=31536000')
}

/** The token that a form must carry: derived from the session's secret, so it ends with the session. */
export function csrfToken(sessionToken: string): string {
  return createHash('sha256').update(`csrf ${sessionToken}`).digest('base64url')
}

export function sameSecret(given: string, expected: string): boolean {
  const a = createHash('sha256').update(given).digest()
  const b = createHash('sha256').update(expected).digest()
  return timingSafeEqual(a, b)
}
