import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { withCounts, withSecrecyMark } from '../../ui/index.ts'
import type { NavItem, PageActor, PageContext } from '../../ui/page-context.ts'
import type { Actor, Permission } from '../actor.ts'
import { type Database, type Pool, together, viewForVisit } from '../db/index.ts'
import type { Platform } from '../platform.ts'
import { shownTo } from '../shown.ts'
import { type Answered, answeredOf, hasSucceeded } from './answered.ts'
import { answeredOnce } from './answered-once.ts'
import { expiredSession, forbiddenForm, plainProblem } from './problem-pages.tsx'
import { readBody } from './request-body.ts'
import { noteOwner } from './request-owner.ts'
import { sameSecret } from './security.ts'
import { send } from './send.ts'
import { type Session, sessionOf } from './session-cookie.ts'
import { openTurns } from './turns.ts'
import type { Answer, InnerVisit, Visit } from './visit.ts'
import { visitOf } from './visit-of.ts'

/** Who a session belongs to, and what this person may do in the unit that the address names. */
export interface Visitor {
  readonly accountId: string
  /** Undefined where there is no such unit, or no permission at all in it. */
  readonly actor: Actor | undefined
  /** The unit of the address was succeeded by another: who works there only reads. */
  readonly readsOnly: boolean
  readonly name: string
  /** The colours in which this person works. */
  readonly colours: PageContext['colours']
  readonly units: PageActor['units']
}

export interface RouterSetup {
  /** Not `attended`: a browser asks by itself, and the session grows no younger. */
  findVisitor(
    db: Database,
    tokenHash: string,
    unitSlug: string | undefined,
    now: Date,
    attended?: boolean,
  ): Promise<Visitor | undefined>
  /** The menu, without what waits behind its entries. */
  navigation(actor: Actor): readonly NavItem[]
  /** What waits behind them, by their addresses. */
  navigationCounts(db: Database, actor: Actor, now: Date): Promise<ReadonlyMap<string, number>>
  /**
   * Told of every page shown and every act done, before the answer leaves. A promise is waited for: what must be on
   * record before it is seen.
   */
  answered(answered: Answered): Promise<void> | undefined
}

export interface InnerOptions {
  /** Without it the address does not exist for this person. */
  readonly permission?: Permission
  /**
   * An act that asks for no permission and is of the person, not of the unit: also done in a unit that was succeeded,
   * where one only reads (EST-082). What asks for a permission needs no such word: there, only those of reading are left.
   */
  readonly personal?: boolean
  /** Asked by a browser again and again without anybody there: neither keeps the session alive nor shows a menu. */
  readonly unattended?: boolean
  /** The form brings files: they are in the store before the handler begins. */
  readonly uploadLimitBytes?: number
  /** Limit of a form without files, or of a JSON body. */
  readonly bodyLimitBytes?: number
}

export interface PublicOptions {
  /** Requests a minute from one address. */
  readonly perMinute?: number
  /** Signing in and out: done anew each time, on the pool, since their answers carry cookies. */
  readonly repeatable?: boolean
}

type Handler<V> = (visit: V) => Promise<Answer>

/** Where capabilities say which addresses they answer. Every change is a POST to a noun. */
export interface Router {
  /** GET for everybody. */
  publicPage(path: string, handler: Handler<Visit>, options?: PublicOptions): void
  /** POST for everybody: CSRF and idempotency as inside. */
  publicAct(path: string, handler: Handler<Visit>, options?: PublicOptions): void
  /** GET below `/em/:unidade` for who is signed in and works there. */
  page(path: string, options: InnerOptions, handler: Handler<InnerVisit>): void
  /** POST of a form below `/em/:unidade`, in one transaction: a redirect commits it, a page undoes it. */
  act(path: string, options: InnerOptions, handler: Handler<InnerVisit>): void
  /** POST or PUT with a JSON body (the editor): CSRF in the header `x-csrf-token`, no idempotency key. */
  exchange(method: 'POST' | 'PUT', path: string, options: InnerOptions, handler: Handler<InnerVisit>): void
  /** Plain Fastify, for what is neither page nor act: health, static files. */
  readonly server: FastifyInstance
}

export function openRouter(server: FastifyInstance, platform: Platform, setup: RouterSetup): Router {
  // An act holds one connection and may ask for a second (a wrong password is counted outside of it): some stay free.
  const inTurn = openTurns(platform.config.poolSize - 3, platform.config.connectionWaitMs)
  const inner =
    (
      handle: (request: FastifyRequest, reply: FastifyReply, visit: InnerVisit) => Promise<Answer | undefined>,
      options: InnerOptions,
    ) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const session = sessionOf(request, reply, platform)
      const slug = (request.params as Record<string, string>).unidade
      const now = platform.clock()
      const db = viewOf(request, reply, platform)
      const attended = !options.unattended
      const visitor = session.signedIn ? await setup.findVisitor(db, session.hash, slug, now, attended) : undefined
      const shell = attended && request.headers['content-type']?.startsWith('application/json') !== true
      const navigation = visitor?.actor && shell ? setup.navigation(visitor.actor) : undefined
      const visit = visitOf({ platform, db, request, session, now, visitor, navigation })
      if (!visitor) return signedOut(request, reply, visit, platform)
      const { actor } = visitor
      noteOwner(request, { account: visitor.accountId, ...(actor ? { unit: actor.unitId } : {}) })
      // Counted while the page is made, in the same packet as its own first statements; after an act only where it ends in
      // a page. Nobody may be waiting for it when it fails.
      const changes = request.method !== 'GET' && request.method !== 'HEAD'
      const counting = actor && navigation && !changes ? setup.navigationCounts(db, actor, now) : undefined
      counting?.catch(() => undefined)
      const sendCounted = async (answer: Exclude<Answer, { kind: 'not-found' }>) => {
        if (answer.kind !== 'html' || !actor) return send(reply, answer, platform)
        const mark = shownTo(actor).some(({ level, byPassword }) => level === 'confidential' && byPassword)
        const body = mark ? withSecrecyMark(answer.body, actor, now) : answer.body
        if (!navigation) return send(reply, { ...answer, body }, platform)
        const counts = await (counting ?? setup.navigationCounts(db, actor, now))
        return send(reply, { ...answer, body: withCounts(body, counts) }, platform)
      }
      if (!actor || (options.permission && !actor.permissions.has(options.permission))) {
        return sendCounted(plainProblem(visit, 'not-found'))
      }
      if (visitor.readsOnly && changes && !options.permission && !options.personal) {
        return sendCounted(plainProblem(visit, 'not-found'))
      }
      const answer = await handle(request, reply, { ...visit, actor, href: (path) => `/em/${actor.unitSlug}${path}` })
      if (answer && attended && hasSucceeded(request.method, answer))
        await setup.answered(answeredOf(request, visit, answer, actor))
      return answer && sendCounted(answer.kind === 'not-found' ? plainProblem(visit, 'not-found') : answer)
    }

  const outer =
    (handle: (request: FastifyRequest, visit: Visit, session: Session) => Promise<Answer>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const session = sessionOf(request, reply, platform)
      const now = platform.clock()
      const db = viewOf(request, reply, platform)
      const visitor = session.signedIn ? await setup.findVisitor(db, session.hash, undefined, now) : undefined
      const visit = visitOf({ platform, db, request, session, now, visitor, navigation: undefined })
      const answer = await handle(request, visit, session)
      if (hasSucceeded(request.method, answer)) await setup.answered(answeredOf(request, visit, answer))
      return send(reply, answer.kind === 'not-found' ? plainProblem(visit, 'not-found') : answer, platform)
    }

  const limit = (options?: PublicOptions) => ({
    config: { rateLimit: { max: options?.perMinute ?? 300, timeWindow: 60_000 } },
  })

  return {
    server,
    publicPage: (path, handler, options) => {
      server.get(
        path,
        limit(options),
        outer((_request, visit) => handler(visit)),
      )
    },
    publicAct: (path, handler, options) => {
      server.post(
        path,
        limit(options),
        outer(async (request, visit) => {
          const body = await readBody(request, platform, undefined)
          const full = { ...visit, ...body }
          if (!carriesToken(request, full)) return forbiddenForm(full)
          if (options?.repeatable) return handler(full)
          return inTurn(() => answeredOnce(platform.db, full, (db) => handler({ ...full, db })))
        }),
      )
    },
    page: (path, options, handler) => {
      server.get(
        `/em/:unidade${path}`,
        inner((_request, _reply, visit) => handler(visit), options),
      )
    },
    act: (path, options, handler) => {
      const bodyLimit = options.bodyLimitBytes ?? 1_048_576
      server.post(
        `/em/:unidade${path}`,
        { bodyLimit: Math.max(bodyLimit, options.uploadLimitBytes ?? 0) },
        inner(async (request, _reply, visit) => {
          const body = await readBody(request, platform, options.uploadLimitBytes)
          const full = { ...visit, ...body }
          if (!carriesToken(request, full)) return forbiddenForm(full)
          return inTurn(() => answeredOnce(platform.db, full, (db) => handler({ ...full, db })))
        }, options),
      )
    },
    exchange: (method, path, options, handler) => {
      server.route({
        method,
        url: `/em/:unidade${path}`,
        bodyLimit: options.bodyLimitBytes ?? 4_194_304,
        handler: inner(async (request, _reply, visit) => {
          if (!carriesToken(request, visit))
            return { kind: 'json', status: 403, body: { problema: 'formulario-vencido' } }
          const body = await readBody(request, platform, options.uploadLimitBytes)
          return handler({ ...visit, ...body, json: request.isMultipart() ? undefined : request.body })
        }, options),
      })
    },
  }
}

/** What reads ends with its reader. What changes something goes on: the same form sent again is told what it did. */
function viewOf(request: FastifyRequest, reply: FastifyReply, platform: Platform): Pool {
  if (request.method !== 'GET' && request.method !== 'HEAD') return together(platform.db)
  const view = viewForVisit(platform.db, platform.config.connectionWaitMs)
  reply.raw.once('close', () => (reply.raw.writableFinished ? view.end() : view.leave()))
  return view.db
}

function carriesToken(request: FastifyRequest, visit: Visit): boolean {
  const origin = request.headers.origin
  if (origin && origin !== 'null' && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host))
    return false
  const header = request.headers['x-csrf-token']
  const field = visit.form._csrf
  const given = typeof header === 'string' ? header : typeof field === 'string' ? field : ''
  return sameSecret(given, visit.formKeys.csrf)
}

async function signedOut(
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  platform: Platform,
): Promise<unknown> {
  if (request.method === 'GET') return reply.redirect(`/entrar?depois=${encodeURIComponent(request.url)}`, 303)
  if (request.headers['content-type']?.startsWith('application/json')) {
    return send(
      reply,
      { kind: 'json', status: 401, body: { problema: 'sessao-encerrada', entrar: '/entrar' } },
      platform,
    )
  }
  const { form } = request.isMultipart() ? { form: {} } : await readBody(request, platform, undefined)
  return send(reply, expiredSession({ ...visit, form }), platform)
}
