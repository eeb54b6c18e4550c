export type SendOutcome =
  | { readonly kind: 'received'; readonly id: string }
  /** The server looked at the file and does not want it. */
  | { readonly kind: 'refused'; readonly message: string }
  /** It did not arrive: trying again may help. */
  | { readonly kind: 'lost'; readonly message: string }

interface Sending {
  readonly url: string
  readonly csrf: string
  readonly file: File
  /** From 0 to 1. */
  readonly progress: (share: number) => void
}

/** Sends one file, telling how far it has come. Never rejects. */
export function sendFile({ url, csrf, file, progress }: Sending): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const lost = (message: string) => resolve({ kind: 'lost', message })
    request.open('POST', url)
    request.setRequestHeader('x-csrf-token', csrf)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve(understand(request)))
    request.addEventListener('error', () => lost('a conexão caiu antes de o arquivo chegar.'))
    request.addEventListener('abort', () => lost('o envio foi interrompido.'))
    const body = new FormData()
    body.set('arquivos', file)
    request.send(body)
  })
}

function understand(request: XMLHttpRequest): SendOutcome {
  const answer = read(request.responseText)
  if (request.status === 200 && typeof answer.id === 'string') return { kind: 'received', id: answer.id }
  if (typeof answer.message === 'string') return { kind: 'refused', message: answer.message }
  if (request.status === 413) return { kind: 'refused', message: 'O arquivo é grande demais.' }
  if (request.status === 401 || request.status === 403)
    return { kind: 'lost', message: 'a sua sessão terminou. Entre de novo em outra aba e tente outra vez.' }
  return { kind: 'lost', message: 'o servidor não pôde receber o arquivo agora.' }
}

function read(text: string): Readonly<Record<string, unknown>> {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
