import type { FastifyInstance } from 'fastify'
import { parseHTML } from 'linkedom'
import { password } from './world.ts'

/** A page as a test reads it. */
export interface Page {
  readonly status: number
  readonly url: string
  readonly headers: Record<string, string | string[] | number | undefined>
  readonly html: string
  readonly bytes: Buffer
  readonly document: Document
  /** The visible words of the main part, with white space folded. */
  readonly text: string
  /** Errors shown in the summary. */
  readonly errors: readonly string[]
}

type Fields = Record<string, string | readonly string[]>
export interface FileToSend {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly content: Uint8Array | string
}

/** Somebody at a browser without script: keeps cookies, fills in forms that are really on the page. */
export class Person {
  readonly #app: FastifyInstance
  readonly #cookies = new Map<string, string>()

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  async signIn(login: string, secret: string = password): Promise<Page> {
    const page = await this.open('/entrar')
    return this.send(page, 'form[action="/entrar"]', { usuario: login, senha: secret })
  }

  /** Opens an address and follows redirects. */
  async open(url: string): Promise<Page> {
    return this.#request('GET', url)
  }

  /** Fills in and sends the form that the selector finds on the page, with its hidden fields; follows the redirect. */
  async send(page: Page, formSelector: string, fields: Fields = {}, files: readonly FileToSend[] = []): Promise<Page> {
    const form = page.document.querySelector(formSelector)
    if (!form) throw new Error(`no form ${formSelector} on ${page.url}:\n${page.text.slice(0, 600)}`)
    return this.post(form.getAttribute('action') || page.url, { ...fieldsOf(form), ...fields }, files)
  }

  /** Posts fields as they are: for forms kept from an earlier page, and for attacks. */
  async post(url: string, fields: Fields, files: readonly FileToSend[] = []): Promise<Page> {
    if (files.length > 0) {
      const { body, type } = multipart(fields, files)
      return this.#request('POST', url, body, type)
    }
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
    )
    return this.#request('POST', url, body.toString(), 'application/x-www-form-urlencoded')
  }

  /** A request of the editor: JSON, with the session's token in a header. */
  async exchange(
    method: 'POST' | 'PUT',
    url: string,
    body: unknown,
    csrf: string,
  ): Promise<{ status: number; body: unknown }> {
    const response = await this.#app.inject({
      method,
      url,
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf, cookie: this.#cookieHeader() },
    })
    return { status: response.statusCode, body: response.body ? JSON.parse(response.body) : undefined }
  }

  /** A cookie that somebody else got for this person. */
  protected keepCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  /** The cookies, to give to a browser. */
  cookies(): { name: string; value: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value }))
  }

  async #request(method: 'GET' | 'POST', url: string, payload?: string | Buffer, type?: string): Promise<Page> {
    let current = url
    let response = await this.#app.inject({
      method,
      url,
      headers: { cookie: this.#cookieHeader(), ...(type ? { 'content-type': type } : {}) },
      ...(payload === undefined ? {} : { payload }),
    })
    this.#keepCookies(response.cookies)
    for (let hops = 0; hops < 6 && response.statusCode === 303; hops++) {
      current = String(response.headers.location)
      response = await this.#app.inject({ method: 'GET', url: current, headers: { cookie: this.#cookieHeader() } })
      this.#keepCookies(response.cookies)
    }
    return pageOf(current, response)
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keepCookies(cookies: readonly { name: string; value: string; maxAge?: number; expires?: Date }[]): void {
    for (const { name, value, expires } of cookies) {
      if (value === '' || (expires && expires.getTime() < 1000)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}

export function pageOf(
  url: string,
  response: { statusCode: number; headers: Page['headers']; body: string; rawPayload: Buffer },
): Page {
  const isHtml = String(response.headers['content-type'] ?? '').startsWith('text/html')
  // Read only once somebody asks: of many a page a test wants no more than that it came.
  const document = once(() => parseHTML(isHtml ? response.body : '<html><body></body></html>').document)
  const text = once(() =>
    isHtml
      ? ((document().querySelector('main') ?? document().body)?.textContent ?? '').replace(/\s+/g, ' ').trim()
      : response.body,
  )
  const errors = once(() =>
    [...document().querySelectorAll('.error-summary li')].map((item) => (item.textContent ?? '').trim()),
  )
  return {
    status: response.statusCode,
    url,
    headers: response.headers,
    html: response.body,
    bytes: response.rawPayload,
    get document() {
      return document()
    },
    get text() {
      return text()
    },
    get errors() {
      return errors()
    },
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function fieldsOf(form: Element): Fields {
  const fields: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    const before = fields[name]
    fields[name] = before === undefined ? value : [...[before].flat(), value]
  }
  for (const control of form.querySelectorAll('input, textarea, select')) {
    const name = control.getAttribute('name')
    if (!name || control.hasAttribute('disabled')) continue
    const type = control.getAttribute('type')
    if (type === 'file' || type === 'submit') continue
    if (type === 'checkbox' || type === 'radio') {
      if (control.hasAttribute('checked')) add(name, control.getAttribute('value') ?? 'on')
    } else if (control.tagName === 'SELECT') {
      const options = [...control.querySelectorAll('option')]
      const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0]
      if (chosen) add(name, chosen.getAttribute('value') ?? '')
    } else if (control.tagName === 'TEXTAREA') {
      add(name, (control.textContent ?? '').replace(/^\n/, ''))
    } else {
      add(name, control.getAttribute('value') ?? '')
    }
  }
  return fields
}

function multipart(fields: Fields, files: readonly FileToSend[]): { body: Buffer; type: string } {
  const boundary = '----teste-de-carimbo'
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) {
      parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`))
    }
  }
  for (const file of files) {
    parts.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`,
      ),
      Buffer.from(file.content as string),
      Buffer.from('\r\n'),
    )
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  return { body: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` }
}
