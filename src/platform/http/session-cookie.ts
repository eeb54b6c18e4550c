import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '../platform.ts'
import { sha256Hex } from '../sha256.ts'
import { csrfToken } from './security.ts'

export interface Session {
  /** SHA-256 of the cookie, in hexadecimal: what the database knows. */
  readonly hash: string
  readonly csrf: string
  /** Whether the browser brought the cookie of somebody signed in (which may have ended since). */
  readonly signedIn: boolean
}

/**
 * The session of a request: of somebody signed in, or of a visitor, who gets a cookie of his own so that public forms
 * carry a token too.
 */
export function sessionOf(request: FastifyRequest, reply: FastifyReply, platform: Platform): Session {
  const names = cookieNames(platform)
  const signedIn = request.cookies[names.session]
  if (signedIn) return { hash: sha256Hex(signedIn), csrf: csrfToken(signedIn), signedIn: true }
  let visitor = request.cookies[names.visitor]
  if (!visitor || visitor.length < 40) {
    visitor = platform.randomness.token()
    reply.setCookie(names.visitor, visitor, { ...cookieOptions(platform), sameSite: 'lax' })
  }
  return { hash: sha256Hex(visitor), csrf: csrfToken(visitor), signedIn: false }
}

export function cookieNames(platform: Platform): { session: string; visitor: string } {
  const prefix = usesTls(platform) ? '__Host-' : ''
  return { session: `${prefix}carimbo`, visitor: `${prefix}carimbo-visita` }
}

export function cookieOptions(platform: Platform) {
  return { path: '/', httpOnly: true, secure: usesTls(platform), sameSite: 'lax' as const }
}

export function usesTls(platform: Platform): boolean {
  return platform.publicUrl.startsWith('https://')
}
