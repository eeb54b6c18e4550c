import { Agent, type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { parseHTML } from 'linkedom'

/** What came back. Redirects are not followed: they are the answer to an act. */
export interface Reply {
  readonly status: number
  readonly location: string
  readonly body: string
  /** Seconds after which to come again, where the server says so. */
  readonly retryAfter?: string | undefined
}

/** A request that can be sent again, byte for byte. */
export interface Sending {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly pieces?: readonly Uint8Array[]
}

export interface FormToSend {
  readonly action: string
  readonly fields: Record<string, string | string[]>
  readonly multipart: boolean
}

/** No answer came: the connection was refused, or broke, before it. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly hung: boolean
  constructor(cause: Error, hung: boolean) {
    super(cause.message)
    this.hung = hung
  }
}

const patienceMs = 60_000

/** A browser without script before one address: cookies, forms, and patience. It knows nothing of the program's inside. */
export class Browser {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 })
  readonly #cookies = new Map<string, string>()
  readonly #address: string

  constructor(address: string) {
    this.#address = address
  }

  /** Sends once. Throws NoAnswer where none came. */
  async send({ method, url, headers = {}, pieces = [] }: Sending): Promise<Reply> {
    const { cookie } = this
    let late = false
    return new Promise<Reply>((resolve, reject) => {
      const length = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
      const sent = request(new URL(url, this.#address), {
        method,
        agent: this.#agent,
        headers: { ...headers, ...(cookie ? { cookie } : {}), ...(length > 0 ? { 'content-length': length } : {}) },
      })
      const timer = setTimeout(() => {
        late = true
        sent.destroy(new Error(`no answer in ${patienceMs / 1000} s`))
      }, patienceMs)
      const fail = (error: Error) => {
        clearTimeout(timer)
        reject(new NoAnswer(error, late))
      }
      sent.on('error', fail)
      sent.on('response', (response) => {
        this.#keep(response)
        text(response).then((body) => {
          clearTimeout(timer)
          if (!response.complete) return fail(new Error('the answer was cut off'))
          const { location = '', 'retry-after': retryAfter } = response.headers
          resolve({ status: response.statusCode ?? 0, location, body, retryAfter })
        }, fail)
      })
      Readable.from(trickle(pieces), { objectMode: false }).on('error', fail).pipe(sent)
    })
  }

  /** Opens a page and goes on asking until there is one, as people press F5. Redirects are followed. */
  async open(url: string): Promise<Reply> {
    let next = url
    for (let hops = 0; ; ) {
      const reply = await this.send({ method: 'GET', url: next }).catch((error: unknown) => {
        if (error instanceof NoAnswer && !error.hung) return undefined
        throw error
      })
      if (!reply || reply.status >= 500) {
        await wait(100)
        continue
      }
      if (reply.status !== 303 || hops++ > 5) return reply
      next = reply.location
    }
  }

  close(): void {
    this.#agent.destroy()
  }

  /** The cookies that it brings now, as a header. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keep(response: IncomingMessage): void {
    for (const line of response.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

/** Large forms arrive in pieces with time between them, so that a server may die in the middle of one. */
async function* trickle(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await wait(5)
    yield piece
  }
}

/** The form on a page with everything that it carries by itself. */
export function formOn(page: Reply, selector: string): FormToSend {
  const { document } = parseHTML(page.body)
  const form = document.querySelector(selector)
  if (!form) {
    const words = (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').slice(0, 300)
    throw new Error(`no form ${selector} on a page with status ${page.status}: ${words}`)
  }
  const fields: Record<string, string | string[]> = {}
  for (const control of form.querySelectorAll('input, textarea, select')) {
    const name = control.getAttribute('name')
    const type = control.getAttribute('type')
    if (!name || control.hasAttribute('disabled') || type === 'file' || type === 'submit') continue
    if ((type === 'checkbox' || type === 'radio') && !control.hasAttribute('checked')) continue
    add(fields, name, givenValue(control))
  }
  return {
    action: form.getAttribute('action') ?? '',
    fields,
    multipart: form.getAttribute('enctype') === 'multipart/form-data',
  }
}

/** Values that a list of boxes or a selection offers, with the words beside them. */
export function choicesOn(page: Reply, name: string): { value: string; label: string }[] {
  const { document } = parseHTML(page.body)
  const boxes = [...document.querySelectorAll(`input[name="${name}"]`)]
  const options = [...document.querySelectorAll(`select[name="${name}"] option`)]
  const choice = (one: Element, words: Element | null) => ({
    value: one.getAttribute('value') ?? '',
    label: (words?.textContent ?? '').replace(/\s+/g, ' '),
  })
  return [
    ...boxes.map((box) => choice(box, box.closest('label') ?? box.parentElement)),
    ...options.map((option) => choice(option, option)),
  ]
}

/** Addresses of the links of a page whose words fit. */
export function linksOn(page: Reply, words: RegExp): string[] {
  const { document } = parseHTML(page.body)
  return [...document.querySelectorAll('a[href]')]
    .filter((link) => words.test(link.textContent ?? ''))
    .map((link) => link.getAttribute('href') ?? '')
}

/** What a page says went wrong. */
export function problemsOn(page: Reply): string {
  const { document } = parseHTML(page.body.startsWith('<') ? page.body : '<html><body></body></html>')
  const found = document.querySelector('.error-summary') ?? document.querySelector('main')
  return (found?.textContent ?? page.body).replace(/\s+/g, ' ').trim().slice(0, 300)
}

function add(fields: Record<string, string | string[]>, name: string, value: string): void {
  const before = fields[name]
  fields[name] = before === undefined ? value : [...[before].flat(), value]
}

function givenValue(control: Element): string {
  if (control.tagName === 'TEXTAREA') return (control.textContent ?? '').replace(/^\n/, '')
  if (control.tagName !== 'SELECT') return control.getAttribute('value') ?? (control.getAttribute('type') ? 'on' : '')
  const options = [...control.querySelectorAll('option')]
  const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0]
  return chosen?.getAttribute('value') ?? ''
}

/** A form as browsers send it. */
export function sendingOf(
  form: FormToSend,
  fields: Record<string, string | string[]> = {},
  file?: { readonly field: string; readonly name: string; readonly type: string; readonly content: Buffer },
): Sending {
  const all = { ...form.fields, ...fields }
  const pairs = Object.entries(all).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
  if (!form.multipart || !file) {
    const body = Buffer.from(new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString())
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { method: 'POST', url: form.action, headers, pieces: [body] }
  }
  const boundary = '----navegador-de-prova'
  const head = pairs.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const fileHead = `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`
  return {
    method: 'POST',
    url: form.action,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    pieces: [Buffer.from(head.join('') + fileHead), ...slices(file.content), Buffer.from(`\r\n--${boundary}--\r\n`)],
  }
}

function slices(content: Buffer): Buffer[] {
  const size = 65_536
  return Array.from({ length: Math.ceil(content.length / size) }, (_, n) => content.subarray(n * size, (n + 1) * size))
}
