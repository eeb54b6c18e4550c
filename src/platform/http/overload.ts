import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requestsShed } from '../metrics/index.ts'
import type { Platform } from '../platform.ts'
import { type Admission, type Leave, openAdmission, type Standing } from './admission.ts'
import { tooBusyJson, tooBusyPage } from './problem-pages.tsx'
import { securityHeaders } from './security.ts'
import { cookieNames, usesTls } from './session-cookie.ts'

/** Seconds after which who was sent away should come again. */
export const retryAfterSeconds = '5'

/** Keeps what is asked of the house within what it can do: the rest is told at once to come again. */
export interface Overload {
  /** Makes the server that Fastify answers on; who would be sent away anyway costs no more than the sending. */
  makeServer(answer: (request: IncomingMessage, response: ServerResponse) => void): Server
  /** Counts who is inside, from the moment a request has arrived whole until its answer leaves. */
  watch(server: FastifyInstance): void
}

/** Files on their way for each request that may be at work. */
const uploadsForEach = 8

export function openOverload(platform: Platform): Overload {
  const { admission: limits } = platform.config
  const everything = openAdmission(limits)
  // A file takes as long to come as the line of its sender is slow; nobody else should wait for that, and while it comes it
  // holds neither a connection of the database nor much memory.
  const uploads = openAdmission({ ...limits, atOnce: limits.atOnce * uploadsForEach })
  const doorOf = (request: IncomingMessage): Admission => (isUpload(request) ? uploads : everything)
  const standingOf = standingBy(cookieNames(platform).session)
  const refuse = openRefusal(platform)
  const inside = new WeakMap<IncomingMessage, Leave>()
  return {
    makeServer: (answer) =>
      createServer((request, response) => {
        const standing = standingOf(request)
        if (isAlwaysServed(request.url ?? '') || !doorOf(request).refuses(standing)) return answer(request, response)
        const { status, headers, body } = refuse(standing, request)
        response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
      }),
    watch: (server) => {
      server.addHook('preValidation', async (request, reply) => {
        if (isAlwaysServed(request.url)) return
        const standing = standingOf(request.raw)
        const entered = doorOf(request.raw).enter(standing, gone(reply))
        const leave = entered instanceof Promise ? await entered : entered
        if (leave) return void inside.set(request.raw, leave)
        const { status, headers, body } = refuse(standing, request.raw)
        return reply.status(status).headers(headers).send(body)
      })
      // The work is done when the answer begins to leave; a long file leaves at the pace of who fetches it.
      server.addHook('onSend', async (request: FastifyRequest) => inside.get(request.raw)?.())
      server.addHook('onClose', async () => {
        everything.close()
        uploads.close()
      })
    },
  }
}

/** Whether there is still somebody to answer is asked while waiting only. */
function gone(reply: FastifyReply): Promise<unknown> {
  return new Promise((resolve) => reply.raw.once('close', resolve))
}

/** Monitors must hear of a busy house too, and the page that says so needs its style. */
function isAlwaysServed(url: string): boolean {
  return url === '/saude' || url.startsWith('/estatico/') || url === '/favicon.ico'
}

function isUpload({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('multipart/') === true
}

/** By what a request says of itself: whether its session holds is asked of the database, which is what must be spared. */
function standingBy(sessionCookie: string): (request: IncomingMessage) => Standing {
  const session = new RegExp(`(?:^|;\\s*)${sessionCookie}=`)
  return ({ method, headers }) => {
    const changes = method !== 'GET' && method !== 'HEAD'
    if (session.test(headers.cookie ?? '')) return changes ? 'writing' : 'reading'
    return changes ? 'reading' : 'visiting'
  }
}

interface Refusal {
  readonly status: 503
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Made once: in the worst minute a refusal must cost next to nothing. */
function openRefusal(platform: Platform): (standing: Standing, request: IncomingMessage) => Refusal {
  const common = { ...securityHeaders(usesTls(platform)), 'retry-after': retryAfterSeconds }
  const made = (type: string, body: string): Refusal => ({
    status: 503,
    headers: { ...common, 'content-type': type, 'content-length': String(Buffer.byteLength(body)) },
    body,
  })
  const page = 'text/html; charset=utf-8'
  let answers: Record<'json' | 'act' | 'page', Refusal> | undefined
  let toldAt = 0
  return (standing, request) => {
    requestsShed.inc({ standing })
    const now = Date.now()
    if (now - toldAt > 60_000) {
      toldAt = now
      platform.log.warn({ standing }, 'more was asked than can be done: requests are refused')
    }
    answers ??= {
      json: made('application/json; charset=utf-8', JSON.stringify(tooBusyJson)),
      act: made(page, tooBusyPage(platform, true)),
      page: made(page, tooBusyPage(platform, false)),
    }
    if (wantsJson(request)) return answers.json
    return request.method === 'GET' || request.method === 'HEAD' ? answers.page : answers.act
  }
}

/** The editor, and whatever else speaks in data. */
export function wantsJson({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return [headers['content-type'], headers.accept].some((type) => type?.startsWith('application/json'))
}
