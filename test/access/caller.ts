import type { FastifyInstance } from 'fastify'
import { csrfToken } from '../../src/platform/http/index.ts'
import { sha256Hex } from '../../src/platform/sha256.ts'
import type { Person } from '../support/person.ts'

/** An answer as it came: nothing followed, nothing parsed. */
export interface Told {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly bytes: Buffer
  readonly text: string
  readonly location: string
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** Somebody who asks for addresses by hand, with a session's cookie and its token and without any page. */
export interface Caller {
  readonly sessionHash: string
  readonly csrf: string
  get(url: string, headers?: Record<string, string>): Promise<Told>
  /** A form, with token and key. */
  post(url: string, fields?: Fields): Promise<Told>
  /** JSON, as the editor sends it. */
  send(method: 'POST' | 'PUT', url: string, body: unknown): Promise<Told>
  /** One file. */
  upload(url: string, file: { field: string; name: string; content: Buffer }, fields?: Fields): Promise<Told>
}

let keys = 0
let addresses = 0

export function callerOf(app: FastifyInstance, person: Person): Caller {
  const cookies = person.cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const token = cookies.find(({ name }) => name === 'carimbo')?.value ?? cookies[0]?.value ?? ''
  const csrf = csrfToken(token)
  const ask = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    headers: Record<string, string>,
    payload?: string | Buffer,
  ): Promise<Told> => {
    // From another machine each time: how many may be asked for in a minute is another matter.
    addresses += 1
    const remoteAddress = `10.${(addresses >> 16) % 256}.${(addresses >> 8) % 256}.${addresses % 256}`
    const answer = await app.inject({
      method,
      url,
      remoteAddress,
      headers: { cookie, ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    return {
      status: answer.statusCode,
      headers: answer.headers,
      bytes: answer.rawPayload,
      text: answer.body,
      location: String(answer.headers.location ?? ''),
    }
  }
  const own = (fields: Fields): Fields => {
    keys += 1
    return { _csrf: csrf, _chave: `chave-${String(keys).padStart(8, '0')}`, ...fields }
  }
  return {
    sessionHash: sha256Hex(token),
    csrf,
    get: (url, headers = {}) => ask('GET', url, headers),
    post: (url, fields = {}) =>
      ask('POST', url, { 'content-type': 'application/x-www-form-urlencoded' }, encoded(own(fields))),
    send: (method, url, body) =>
      ask(method, url, { 'content-type': 'application/json', 'x-csrf-token': csrf }, JSON.stringify(body)),
    upload: (url, file, fields = {}) => {
      const boundary = '----a-mao'
      const part = (head: string, content: Buffer | string) =>
        Buffer.concat([
          Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
          Buffer.from(content as string),
          Buffer.from('\r\n'),
        ])
      const payload = Buffer.concat([
        ...Object.entries(own(fields)).flatMap(([name, values]) =>
          [values].flat().map((value) => part(`name="${name}"`, value)),
        ),
        part(`name="${file.field}"; filename="${file.name}"\r\nContent-Type: application/octet-stream`, file.content),
        Buffer.from(`--${boundary}--\r\n`),
      ])
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-csrf-token': csrf }
      return ask('POST', url, headers, payload)
    },
  }
}

function encoded(fields: Fields): string {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, String(value)])),
  ).toString()
}
