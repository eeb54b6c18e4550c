import { Agent, request } from 'node:http'
import { connect } from 'node:net'

/** An answer as it came over the wire, or that none came. */
export interface Reply {
  /** 0: the connection ended without an answer; -1: nobody answered in time. */
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  readonly ms: number
}

export interface Sent {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** Whoever has said nothing for so long hangs. */
const patienceMs = 15_000
const mostOfABody = 4_000_000

/** Asks the house over loopback, as many machines: how much one may ask for in a minute is another matter. */
export function openWire(address: string) {
  const { port, hostname } = new URL(address)
  let asked = 0
  let agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (sent: Sent, again = false): Promise<Reply> => {
    asked += 1
    if (asked % 100 === 0) {
      agent.destroy()
      agent = new Agent({ keepAlive: true, maxSockets: 1 })
    }
    const machine = Math.floor(asked / 100) % 60_000
    const started = performance.now()
    return new Promise((resolve) => {
      const answer = (status: number, headers: Reply['headers'] = {}, body = '') =>
        resolve({ status, headers, body, ms: performance.now() - started })
      const asking = request(
        {
          agent,
          port,
          hostname,
          localAddress: `127.1.${machine >> 8}.${Math.min((machine % 256) + 1, 254)}`,
          method: sent.method,
          path: sent.url,
          headers: {
            ...sent.headers,
            ...(sent.body === undefined ? {} : { 'content-length': Buffer.byteLength(sent.body) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          let size = 0
          response.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size <= mostOfABody) chunks.push(chunk)
          })
          const done = () => answer(response.statusCode ?? 0, response.headers, Buffer.concat(chunks).toString('utf8'))
          response.once('end', done).once('error', done)
        },
      )
      asking.setTimeout(patienceMs, () => {
        answer(-1)
        asking.destroy()
      })
      asking.once('error', () => {
        // A connection that was kept may end just as it is used again, by nobody's fault: the next one is new.
        if (asking.reusedSocket && !again) {
          agent.destroy()
          agent = new Agent({ keepAlive: true, maxSockets: 1 })
          send(sent, true).then(resolve)
        } else answer(0)
      })
      asking.end(sent.body)
    })
  }
  /** Bytes as they are, for what no client would send. */
  const sendBytes = (bytes: string | Buffer): Promise<Reply> => {
    const started = performance.now()
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname)
      const chunks: Buffer[] = []
      const done = (silent: boolean) => {
        socket.destroy()
        const [head = '', ...rest] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n')
        const [line = '', ...lines] = head.split('\r\n')
        const headers = Object.fromEntries(
          lines.map((one) => one.split(/:\s*/, 2).map((s, i) => (i ? s : s.toLowerCase()))),
        )
        const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? (silent ? -1 : 0))
        resolve({
          status,
          headers,
          body: rest.join('\r\n\r\n').replace(/^0\r\n(\r\n)?$/, ''),
          ms: performance.now() - started,
        })
      }
      // A connection that stays open after its answer, or waits for the rest of half a request, is in its right.
      socket.setTimeout(400, () => done(false))
      socket.on('data', (chunk) => chunks.push(chunk))
      socket.once('close', () => done(false)).once('error', () => done(false))
      socket.write(bytes)
    })
  }
  return { send: (sent: Sent) => send(sent), sendBytes, host: `${hostname}:${port}`, close: () => agent.destroy() }
}

export type Wire = ReturnType<typeof openWire>

/** A form that is not what browsers send: fields already encoded. */
export function encodedForm(fields: readonly (readonly [name: string, encoded: string])[]): string {
  return fields.map(([name, value]) => `${name}=${value}`).join('&')
}

export interface FilePart {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly content: Buffer
}

export function multipartForm(
  fields: Readonly<Record<string, string | readonly string[]>>,
  files: readonly FilePart[],
) {
  const boundary = '----de-ma-fe'
  const part = (head: string, content: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n'),
    ])
  const body = Buffer.concat([
    ...Object.entries(fields).flatMap(([name, values]) => [values].flat().map((one) => part(`name="${name}"`, one))),
    ...files.map(({ field, name, type, content }) =>
      part(`name="${field}"; filename="${name}"\r\nContent-Type: ${type}`, content),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return { body, type: `multipart/form-data; boundary=${boundary}` }
}
