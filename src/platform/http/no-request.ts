import type { Socket } from 'node:net'

/** Answers what is no request of HTTP: nobody reads it, and so in the fewest words, but as safely as all the rest. */
export function answerNoRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, words] = refusals[error.code ?? ''] ?? ['400 Bad Request', 'Pedido mal formado.']
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(words)}`,
    "Content-Security-Policy: default-src 'none'",
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${words}`)
}

const refusals: Readonly<Record<string, readonly [status: string, words: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'O pedido não chegou inteiro a tempo.'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'O cabeçalho do pedido é grande demais.'],
}
