import { Agent, request } from 'node:http'

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
  /** The token of the session's forms, read from the first page that had one. */
  csrf = ''

  constructor(base: string) {
    this.#base = new URL(base)
  }

  get(path: string): Promise<HttpAnswer> {
    return this.#ask('GET', path)
  }

  /** Sends a form with the session's token and a key of its own, as each form on each page has. */
  post(path: string, fields: Record<string, string>): Promise<HttpAnswer> {
    const body = new URLSearchParams({ _csrf: this.csrf, _chave: crypto.randomUUID(), ...fields }).toString()
    return this.#ask('POST', path, body, 'application/x-www-form-urlencoded')
  }

  /** What the editor's script sends. */
  exchange(path: string, body: unknown): Promise<HttpAnswer> {
    return this.#ask('POST', path, JSON.stringify(body), 'application/json')
  }

  close(): void {
    this.#agent.destroy()
  }

  #ask(method: 'GET' | 'POST', path: string, body?: string, type?: string): Promise<HttpAnswer> {
    const headers: Record<string, string> = { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') }
    if (body !== undefined && type) {
      headers['content-type'] = type
      headers['content-length'] = String(Buffer.byteLength(body))
      headers['x-csrf-token'] = this.csrf
    }
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
      asked.end(body)
    })
  }
}

/** Answers only what was expected; anything else stops the measuring. */
export function expectStatus(answer: HttpAnswer, status: number, what: string): HttpAnswer {
  if (answer.status === status) return answer
  throw new Error(
    `${what}: ${answer.status} ${answer.location}\n${answer.body.replace(/<[^>]+>/g, ' ').slice(0, 1_500)}`,
  )
}

/** Signs in by the form of the sign-in page. */
export async function signIn(base: string, login: string, password: string): Promise<Browser> {
  const browser = new Browser(base)
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
