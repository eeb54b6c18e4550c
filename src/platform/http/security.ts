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
  const [replaceable, fixed] = tls ? headersWithTls : headersWithoutTls
  for (const [name, value] of replaceable) if (!reply.hasHeader(name)) reply.header(name, value)
  const isListening = reply.getHeader(permissionsHeader) === permissionsWithMicrophone
  for (const [name, value] of fixed) if (name !== permissionsHeader || !isListening) reply.header(name, value)
}

/** The page may ask the person for the microphone of this computer. Nothing else that an answer says of devices is left. */
export function allowMicrophone(reply: FastifyReply): void {
  reply.header(permissionsHeader, permissionsWithMicrophone)
}

/** All of them, for an answer that no framework makes. */
export function securityHeaders(tls: boolean): Readonly<Record<string, string>> {
  return Object.fromEntries((tls ? headersWithTls : headersWithoutTls).flat())
}

const permissionsHeader = 'permissions-policy'
const permissionsWithMicrophone = 'camera=(), microphone=(self), geolocation=()'

type Header = readonly [name: string, value: string]
/** What an answer may say otherwise. */
const replaceableHeaders: readonly Header[] = [
  ['content-security-policy', policy],
  ['cache-control', 'no-store'],
]
const fixedHeaders: readonly Header[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'SAMEORIGIN'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  [permissionsHeader, 'camera=(), microphone=(), geolocation=()'],
]
const headersWithoutTls = [replaceableHeaders, fixedHeaders] as const
const headersWithTls = [
  replaceableHeaders,
  [...fixedHeaders, ['strict-transport-security', 'max-age=31536000'] as const],
] as const

/** The token that a form must carry: derived from the session's secret, so it ends with the session. */
export function csrfToken(sessionToken: string): string {
  return createHash('sha256').update(`csrf ${sessionToken}`).digest('base64url')
}

export function sameSecret(given: string, expected: string): boolean {
  const a = createHash('sha256').update(given).digest()
  const b = createHash('sha256').update(expected).digest()
  return timingSafeEqual(a, b)
}
