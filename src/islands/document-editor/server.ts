/** What the server answered, reduced to what the editor must decide. */
export type Reply =
  | { readonly kind: 'ok'; readonly body: Readonly<Record<string, unknown>> }
  /** Somebody else's text is there. The body carries it. */
  | { readonly kind: 'conflict'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'signed-out' }
  /** The token of this page is no longer valid: the person signed in anew. */
  | { readonly kind: 'stale-token' }
  /** Another person holds the document now. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'refused'; readonly message: string }
  /** No network, or a server that cannot answer now: try again later. */
  | { readonly kind: 'unreachable' }

export interface Server {
  readonly get: (url: string) => Promise<Reply>
  /** Small requests outlive the page: the browser finishes them when the tab is closed. */
  readonly send: (method: 'POST' | 'PUT', url: string, body: object) => Promise<Reply>
  readonly upload: (url: string, file: File) => Promise<Reply>
  readonly useToken: (csrf: string) => void
}

/** Browsers carry at most 64 KB of requests that outlive their page. */
const OUTLIVES_PAGE_BYTES = 60_000
const PATIENCE_MS = 20_000

export function openServer(firstToken: string): Server {
  let csrf = firstToken
  const ask = async (url: string, init: RequestInit): Promise<Reply> => {
    try {
      const response = await fetch(url, {
        credentials: 'same-origin',
        ...init,
        headers: { accept: 'application/json', 'x-csrf-token': csrf, ...init.headers },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      return await understand(response)
    } catch {
      return { kind: 'unreachable' }
    }
  }
  return {
    get: (url) => ask(url, { cache: 'no-store' }),
    send: (method, url, body) => {
      const json = JSON.stringify({ ...body, csrf })
      const keepalive = new Blob([json]).size < OUTLIVES_PAGE_BYTES
      return ask(url, { method, body: json, keepalive, headers: { 'content-type': 'application/json' } })
    },
    upload: (url, file) => {
      const body = new FormData()
      body.set('_csrf', csrf)
      body.set('arquivo', file)
      return ask(url, { method: 'POST', body })
    },
    useToken: (token) => {
      csrf = token
    },
  }
}

async function understand(response: Response): Promise<Reply> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body: unknown = isJson ? await response.json() : undefined
  const members = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  // A page in the place of data is the page of sign-in, to which an expired session is sent.
  if (response.status === 401 || (response.ok && response.redirected && !isJson)) return { kind: 'signed-out' }
  if (response.status === 409) return { kind: 'conflict', body: members }
  if (response.status === 423) return { kind: 'locked' }
  if (response.status === 403 && members.problema === 'formulario-vencido') return { kind: 'stale-token' }
  if (response.status >= 500 || response.status === 408 || response.status === 429) return { kind: 'unreachable' }
  if (response.ok) return { kind: 'ok', body: Array.isArray(body) ? { items: body } : members }
  return { kind: 'refused', message: typeof members.message === 'string' ? members.message : REFUSED(response.status) }
}

const REFUSED = (status: number): string =>
  status === 413
    ? 'O texto ou o arquivo é grande demais para o servidor.'
    : 'O servidor não aceitou. O texto continua nesta página e neste computador.'
