import type { VNode } from 'preact'
import { renderDocument } from '../../ui/index.ts'
import type { Answer, SetCookie } from './visit.ts'

/** A page. 422 tells browsers and scripts that the form came back with what has to be mended. */
export function html(page: VNode, status: 200 | 403 | 409 | 422 | 429 | 404 | 503 = 200): Answer {
  return { kind: 'html', status, body: renderDocument(page) }
}

/** The same page, which may ask for the microphone of the computer: for dictating. */
export function withMicrophone(answer: Answer): Answer {
  return answer.kind === 'html' ? { ...answer, mayListen: true } : answer
}

/** After an act: see the result there. */
export function redirect(location: string, cookies?: readonly SetCookie[]): Answer {
  return cookies ? { kind: 'redirect', location, cookies } : { kind: 'redirect', location }
}

export function json(body: unknown, status = 200): Answer {
  return { kind: 'json', status, body }
}

/** The same for "is not there" and "not for you". */
export const notFound: Answer = { kind: 'not-found' }

export function bytes(body: Uint8Array | string, headers: Readonly<Record<string, string>>): Answer {
  return { kind: 'stream', headers, body }
}
