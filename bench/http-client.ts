import { Agent, request } from 'node:http'
import { Readable } from 'node:stream'

/** A list stands for a field that comes several times. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** A file of a form: its bytes, or a stream of so many. */
export interface FileToSend {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly bytes: () => Iterable<Buffer> | AsyncIterable<Buffer>
}

export interface HttpAnswer {
  readonly status: number
  readonly location: string
  readonly body: string
  readonly bytes: number
}

/** A browser on one connection that stays open: keeps cookies, follows nothing, and fails loudly. */
export class Browser {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #cookies = new Map<string, string>()
  readonly #base: URL
  readonly #from: string | undefined
  /** The token of the session's forms, read from the first page that had one. */
  csrf = ''

  /** `from`: the address it says it has, which a program behind a proxy believes. */
  constructor(base: string, from?: string) {
    this.#base = new URL(base)
    this.#from = from
  }

  /** The same person at another window: another connection, the same session. */
  another(): Browser {
    return this.at(this.#base.href)
  }

  /** The same person where the program is found now. */
  at(base: string): Browser {
    const other = new Browser(base, this.#from)
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value)
    other.csrf = this.csrf
    return other
  }

  get(path: string): Promise<HttpAnswer> {
    return this.#ask('GET', path)
  }

  /** Sends a form with the session's token and a key of its own, as each form on each page has. */
  post(path: string, fields: Fields): Promise<HttpAnswer> {
    const body = new URLSearchParams(this.#pairs(fields)).toString()
    return this.#ask('POST', path, body, 'application/x-www-form-urlencoded')
  }

  /** The same with a file, which goes as it is read. */
  upload(path: string, fields: Fields, file: FileToSend): Promise<HttpAnswer> {
    const edge = `----medicao${crypto.randomUUID()}`
    const head = this.#pairs(fields)
      .map(([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .concat(
        `--${edge}\r\ncontent-disposition: form-data; name="arquivos"; filename="${file.name}"\r\n`,
        `content-type: ${file.type}\r\n\r\n`,
      )
      .join('')
    const tail = `\r\n--${edge}--\r\n`
    async function* parts() {
      yield Buffer.from(head)
      yield* file.bytes()
      yield Buffer.from(tail)
    }
    const size = Buffer.byteLength(head) + file.size + tail.length
    return this.#ask('POST', path, { stream: parts(), size }, `multipart/form-data; boundary=${edge}`)
  }

  /** What the editor's script sends. */
  exchange(path: string, body: unknown): Promise<HttpAnswer> {
    return this.#ask('POST', path, JSON.stringify(body), 'application/json')
  }

  close(): void {
    this.#agent.destroy()
  }

  #pairs(fields: Fields): [string, string][] {
    const own: Fields = { _csrf: this.csrf, _chave: crypto.randomUUID(), ...fields }
    return Object.entries(own).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
    )
  }

  #ask(
    method: 'GET' | 'POST',
    path: string,
    body?: string | { readonly stream: AsyncIterable<Buffer>; readonly size: number },
    type?: string,
  ): Promise<HttpAnswer> {
    const headers: Record<string, string> = { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') }
    if (body !== undefined && type) {
      headers['content-type'] = type
      headers['content-length'] = String(typeof body === 'string' ? Buffer.byteLength(body) : body.size)
      headers['x-csrf-token'] = this.csrf
    }
    if (this.#from) headers['x-forwarded-for'] = this.#from
    const { hostname, port } = this.#base
    return new Promise((resolve, reject) => {
      const asked = request({ agent: this.#agent, hostname, port, method, path, headers }, (answer) => {
        for (const cookie of answer.headers['set-cookie'] ?? []) {
          const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
          this.#cookies.set(name, value)
        }
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const all = Buffer.concat(chunks)
          const status = answer.statusCode ?? 0
          resolve({ status, location: answer.headers.location ?? '', body: all.toString(), bytes: all.length })
        })
      })
      asked.on('error', reject)
      if (typeof body === 'object') Readable.from(body.stream).on('error', reject).pipe(asked)
      else asked.end(body)
    })
  }
}

/** Answers only what was expected; anything else stops the measuring. */
export function expectStatus(answer: HttpAnswer, status: number | readonly number[], what: string): HttpAnswer {
  if (typeof status === 'number' ? answer.status === status : status.includes(answer.status)) return answer
  throw new Error(
    `${what}: ${answer.status} ${answer.location}\n${answer.body.replace(/<[^>]+>/g, ' ').slice(0, 1_500)}`,
  )
}

/** Signs in by the form of the sign-in page. */
export async function signIn(base: string, login: string, password: string, from?: string): Promise<Browser> {
  const browser = new Browser(base, from)
  const page = expectStatus(await browser.get('/entrar'), 200, 'the sign-in page')
  browser.csrf = tokenIn(page.body)
  expectStatus(await browser.post('/entrar', { usuario: login, senha: password }), 303, 'signing in')
  browser.csrf = tokenIn(expectStatus(await browser.get('/minha-conta'), 200, 'a page with a form').body)
  return browser
}

function tokenIn(html: string): string {
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1]
  if (!token) throw new Error('the page has no form')
  return token
}
