/** The longest answer that is read: discovery, keys and tokens are a few thousand bytes. */
const largestAnswer = 256 * 1024

/** Whether what is sent there can be read by nobody on the way: https, or the machine itself. */
export function isPrivateAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:') return true
  return protocol === 'http:' && isLoopback(hostname)
}

/** Whether the address is one of the machine itself. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/**
 * A `fetch` that ends: after so long, after so many bytes, at an answer of a broken server. It follows no redirect and asks
 * nobody by an address that others could read. What it rejects with is known by `hasNoAnswer`.
 */
export function boundedFetch(patienceMs: number) {
  return async (address: string, init: RequestInit): Promise<Response> => {
    if (!isPrivateAddress(address)) throw noAnswer(`the address ${address} is not https`)
    const late = AbortSignal.timeout(patienceMs)
    const signal = init.signal ? AbortSignal.any([init.signal, late]) : late
    try {
      const response = await fetch(address, { ...init, signal, redirect: 'manual' })
      if (response.status >= 500) throw noAnswer(`status ${response.status}`)
      const body = await readBounded(response)
      const { status, headers } = response
      return new Response(body.byteLength > 0 ? body : null, { status, headers })
    } catch (error) {
      throw hasNoAnswer(error) ? error : noAnswer('it did not answer', error)
    }
  }
}

/** Whether an error comes from a provider that did not answer, or not as a provider does. */
export function hasNoAnswer(error: unknown): boolean {
  for (let inner = error; inner instanceof Error; inner = inner.cause) if (inner.name === 'NoAnswer') return true
  return false
}

function noAnswer(words: string, cause?: unknown): Error {
  const error = new Error(words, { cause })
  error.name = 'NoAnswer'
  return error
}

async function readBounded(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  // Leaving the loop ends the connection: nobody downloads what nobody will read.
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > largestAnswer) throw noAnswer('its answer is too large')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
