import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyOf, pour } from './toy-server.ts'

type Claims = Record<string, unknown>

/** A provider of identities on the loopback, which does what a real one does, and what a bad one might. */
export interface ToyIdProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who signs in there next, as claims of the token. */
  person: Claims
  /** How its token differs from a good one. Put back by `mend`. */
  claims: Claims
  header: Claims
  signs: (text: string) => string
  mood: 'fine' | 'silent' | 'broken' | 'endless' | 'large' | 'rude'
  readonly asked: string[]
  /** A new key; the old one goes. `publish` later: nobody can check its tokens until then. */
  changeKey(publish: 'at once' | 'later'): void
  publishKey(): void
  /** The key as everybody may read it, as PEM: with it some took tokens for good that anybody could make. */
  publicKey(): string
  signByHmac(secret: string): (text: string) => string
  mend(): void
  /** What the browser does there: answers the address to which it is sent back. */
  visit(address: string): Promise<string>
  close(): Promise<void>
}

export async function openToyIdProvider(): Promise<ToyIdProvider> {
  let key = newKey()
  let published = key
  const codes = new Map<string, { nonce: string; challenge: string; redirectUri: string }>()
  const waiting = new Set<ServerResponse>()

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    toy.asked.push(url.pathname)
    if (toy.mood === 'large') response.writeHead(200, { 'content-type': 'application/json' }).write(' '.repeat(400_000))
    if (toy.mood === 'silent') return waiting.add(response)
    if (toy.mood === 'broken') return response.writeHead(503).end()
    if (toy.mood === 'endless') return pour(response)
    if (toy.mood === 'rude') return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Oi</h1>')
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwk`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256', 'ES256', 'PS256', 'HS256', 'none'],
          token_endpoint_auth_methods_supported: ['client_secret_basic'],
        })
      case '/jwk':
        return json(response, {
          keys: [{ ...published.public.export({ format: 'jwk' }), kid: published.id, use: 'sig' }],
        })
      case '/authorize':
        return authorize(url.searchParams, response)
      case '/token':
        return void token(request, response)
      default:
        return response.writeHead(404).end()
    }
  })

  function authorize(asked: URLSearchParams, response: ServerResponse) {
    const redirectUri = asked.get('redirect_uri') ?? ''
    const fit =
      asked.get('client_id') === toy.clientId &&
      asked.get('response_type') === 'code' &&
      asked.get('code_challenge_method') === 'S256' &&
      redirectUri.endsWith('/entrar/conta/volta')
    if (!fit) return response.writeHead(400).end()
    const code = randomUUID()
    codes.set(code, { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '', redirectUri })
    const back = new URL(redirectUri)
    back.search = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer }).toString()
    return response.writeHead(302, { location: back.href }).end()
  }

  async function token(request: IncomingMessage, response: ServerResponse) {
    const form = new URLSearchParams(await bodyOf(request))
    const kept = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const basic = `Basic ${Buffer.from(`${toy.clientId}:${toy.clientSecret}`).toString('base64')}`
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fit = kept && challenge === kept.challenge && form.get('redirect_uri') === kept.redirectUri
    if (!fit || request.headers.authorization !== basic) return json(response, { error: 'invalid_grant' }, 400)
    const now = Math.floor(Date.now() / 1000)
    const good = { iss: issuer, aud: toy.clientId, iat: now, exp: now + 300, nonce: kept.nonce }
    const header = { alg: 'RS256', kid: key.id, ...toy.header }
    const text = [header, { ...good, ...toy.person, ...toy.claims }].map(encoded).join('.')
    return json(response, { access_token: 'x', token_type: 'Bearer', id_token: `${text}.${toy.signs(text)}` })
  }

  const signsWell = (text: string) => sign('RSA-SHA256', Buffer.from(text), key.private).toString('base64url')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const toy: ToyIdProvider = {
    issuer,
    clientId: 'carimbo-de-teste',
    clientSecret: 'segredo-de-teste',
    person: {},
    claims: {},
    header: {},
    signs: signsWell,
    mood: 'fine',
    asked: [],
    changeKey: (publish) => {
      key = newKey()
      if (publish === 'at once') published = key
    },
    publishKey: () => {
      published = key
    },
    publicKey: () => key.public.export({ format: 'pem', type: 'spki' }).toString(),
    signByHmac: (secret) => (text) => createHmac('sha256', secret).update(text).digest('base64url'),
    mend: () => Object.assign(toy, { claims: {}, header: {}, signs: signsWell, mood: 'fine' }),
    visit: async (address) => {
      const answer = await fetch(address, { redirect: 'manual' })
      return answer.headers.get('location') ?? ''
    },
    close: async () => {
      for (const response of waiting) response.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return toy
}

interface Key {
  readonly id: string
  readonly private: KeyObject
  readonly public: KeyObject
}

function newKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { id: randomUUID(), private: privateKey, public: publicKey }
}

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')

function json(response: ServerResponse, body: unknown, status = 200) {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
