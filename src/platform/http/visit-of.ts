import type { FastifyRequest } from 'fastify'
import type { NavItem, PageContext } from '../../ui/page-context.ts'
import type { Database } from '../db/index.ts'
import type { Platform } from '../platform.ts'
import { openAssets } from './assets.ts'
import type { Visitor } from './router.ts'
import type { Session } from './session-cookie.ts'
import type { Visit } from './visit.ts'

let assets: ((name: string) => string) | undefined

/** What handlers see of a request, before its body is read. */
export function visitOf(parts: {
  platform: Platform
  db: Database
  request: FastifyRequest
  session: Session
  now: Date
  visitor: Visitor | undefined
  navigation: readonly NavItem[] | undefined
}): Visit {
  const { platform, db, request, session, now, visitor } = parts
  const path = request.url.split('?')[0] ?? '/'
  const params = request.params as Record<string, string | undefined>
  const queries = request.query as Record<string, string | string[] | undefined>
  return {
    platform,
    db,
    now,
    path,
    cameFrom: cameFrom(request),
    ip: request.ip,
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    sessionHash: session.hash,
    accountId: visitor?.accountId,
    units: visitor?.units ?? [],
    page: pageContext(parts, path),
    param: (name) => {
      const value = params[name]
      if (value === undefined) throw new Error(`the address has no part called ${name}`)
      return value
    },
    query: (name) => [queries[name]].flat()[0] ?? '',
    queryList: (name) => [queries[name] ?? []].flat(),
    form: {},
    uploads: [],
    json: undefined,
    formKeys: { csrf: session.csrf, idempotencyKey: platform.randomness.token() },
  }
}

function pageContext(
  { platform, session, now, visitor, navigation }: Parameters<typeof visitOf>[0],
  path: string,
): PageContext {
  assets ??= openAssets()
  const actor = visitor?.actor
  return {
    asset: assets,
    csrf: session.csrf,
    path,
    installationName: platform.config.installationName,
    demo: platform.demo,
    demoNote: platform.demoNote,
    version: platform.version,
    now,
    signedIn: visitor !== undefined,
    colours: visitor?.colours,
    actor: actor && {
      name: actor.name,
      unit: { slug: actor.unitSlug, acronym: actor.unitAcronym, name: actor.unitName },
      units: visitor.units,
      can: (permission) => actor.permissions.has(permission as never),
    },
    navigation: actor && navigation,
  }
}

function cameFrom(request: FastifyRequest): string {
  const { referer, host } = request.headers
  if (!referer || !URL.canParse(referer)) return ''
  const url = new URL(referer)
  return url.host === host ? `${url.pathname}${url.search}` : ''
}
