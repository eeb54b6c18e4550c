import { Agent, request } from 'node:http'
import type { Standing } from '../../src/platform/http/admission.ts'
import type { Fate } from './task.ts'

export interface Ask {
  readonly standing: Standing
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
  /** Noted only when it was served. */
  readonly acknowledge?: (answer: { status: number; location: string }) => void
  readonly settled?: () => void
}

export interface Answered {
  readonly fate: Fate
  readonly ms: number
  readonly status: number
  readonly location: string
  /** For what failed. */
  readonly why: string
}

/** After this nobody waits any more: who asked has closed the page. */
export const patienceMs = 10_000

/** Asks over as many connections as it takes, each used again where it is free. */
export function openAsker(address: string): (ask: Ask) => Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 512, scheduling: 'lifo' })
  const { hostname, port } = new URL(address)
  const once = (ask: Ask, isAnew = false): Promise<Answered & { readonly stale: boolean }> =>
    new Promise((resolve) => {
      const began = performance.now()
      const { method, url: path, body } = ask
      const headers = body ? { ...ask.headers, 'content-length': String(body.length) } : ask.headers
      const sent = request({ agent: isAnew ? false : agent, hostname, port, method, path, headers })
      let late = false
      const timer = setTimeout(() => {
        late = true
        sent.destroy(new Error('late'))
      }, patienceMs)
      const end = (fate: Fate, status: number, location: string, why: string, stale = false) => {
        clearTimeout(timer)
        resolve({ fate, ms: performance.now() - began, status, location, why, stale })
      }
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (late) return end('late', 0, '', 'sem resposta a tempo')
        end('failed', 0, '', error.code ?? error.message, sent.reusedSocket && error.code === 'ECONNRESET')
      })
      sent.on('response', (response) => {
        response.resume()
        response.on('error', () => undefined)
        response.on('close', () => {
          if (late) return end('late', 0, '', 'sem resposta a tempo')
          if (!response.complete) return end('failed', 0, '', 'resposta cortada')
          const { statusCode: status = 0, headers } = response
          const { fate, why } = judged(status, headers['retry-after'])
          end(fate, status, headers.location ?? '', why)
        })
      })
      sent.end(body)
    })
  return async (ask) => {
    const first = await once(ask)
    // A connection that was closed in the very moment of its use carried nothing: browsers ask again by themselves.
    return first.stale ? once(ask, true) : first
  }
}

function judged(status: number, retryAfter: string | undefined): { fate: Fate; why: string } {
  if (status >= 200 && status < 400) return { fate: 'served', why: '' }
  if (status === 503 || status === 429) {
    return retryAfter ? { fate: 'shed', why: '' } : { fate: 'failed', why: `${status} sem Retry-After` }
  }
  return { fate: 'failed', why: `resposta ${status}` }
}
