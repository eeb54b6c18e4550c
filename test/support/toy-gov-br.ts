import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pem, signDigest, type ToSign, type ToyCertificate } from './toy-pki.ts'
import { bodyOf, pour } from './toy-server.ts'

/**
 * The electronic signature of gov.br on the loopback, by its published protocol: a code for each authorization, a token of
 * one signature (`sign`) or of several (`signature_session`), the certificate of the person, and CMS over a SHA-256.
 */
export interface ToyGovBr {
  readonly address: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who authorizes there next. */
  person: ToyCertificate
  /** How their account stands: below silver, or of a CPF that is not in order. */
  standing: 'fine' | 'bronze' | 'cancelled'
  /** Whether they press the button that authorizes. */
  agrees: boolean
  /** What goes wrong, and at which step: everywhere unless said otherwise. */
  mood: 'fine' | 'silent' | 'broken' | 'endless' | 'large' | 'rude' | 'elsewhere'
  moodAt: 'token' | 'certificado' | 'assinar' | undefined
  /** The token is over by the time that it is used. */
  expires: boolean
  /** How its CMS differs from a good one. */
  cms: ToSign
  signsAs: ToyCertificate | undefined
  signsOther: boolean
  /** Done while the person is there. */
  meanwhile: () => Promise<unknown>
  /** Done when it has signed, before anybody hears of it. */
  afterSigning: () => Promise<unknown>
  /** The steps that were asked for, in their order, and all the secrets that it gave out. */
  readonly asked: string[]
  readonly secrets: string[]
  readonly signatures: number
  mend(): void
  /** What the browser does there: answers the address to which it is sent back. */
  visit(address: string): Promise<string>
  close(): Promise<void>
}

interface Grant {
  readonly scope: string
  readonly redirectUri: string
}

export async function openToyGovBr(person: ToyCertificate): Promise<ToyGovBr> {
  const codes = new Map<string, Grant>()
  const tokens = new Map<string, Grant>()
  const waiting = new Set<ServerResponse>()
  let signatures = 0

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', address)
    const step = steps[url.pathname]
    if (!step) return response.writeHead(404).end()
    toy.asked.push(step)
    if (step === 'autorizar') return void authorize(url.searchParams, response)
    if (toy.moodAt === undefined || toy.moodAt === step) {
      if (toy.mood === 'silent') return waiting.add(response)
      if (toy.mood === 'broken') return response.writeHead(503).end('fora do ar')
      if (toy.mood === 'rude') return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Oi</h1>')
      if (toy.mood === 'elsewhere') return response.writeHead(302, { location: `${address}/outro` }).end()
      if (toy.mood === 'endless') return pour(response)
      if (toy.mood === 'large') return response.writeHead(200).end(Buffer.alloc(400_000, 0x30))
    }
    if (step === 'token') return void giveToken(request, response)
    return void serve(step, request, response)
  })

  async function authorize(asked: URLSearchParams, response: ServerResponse) {
    const redirectUri = asked.get('redirect_uri') ?? ''
    const scope = asked.get('scope') ?? ''
    const fit =
      asked.get('client_id') === toy.clientId &&
      asked.get('response_type') === 'code' &&
      ['sign', 'signature_session'].includes(scope) &&
      (asked.get('nonce') ?? '').length >= 20 &&
      redirectUri.endsWith('/assinatura/govbr/volta')
    if (!fit) return response.writeHead(400).end()
    await toy.meanwhile()
    const code = `OC-${randomUUID()}`
    codes.set(code, { scope, redirectUri })
    const state = asked.get('state') ?? ''
    toy.secrets.push(code, state)
    const back = new URL(redirectUri)
    back.search = new URLSearchParams(toy.agrees ? { code, state } : { error: 'access_denied', state }).toString()
    return response.writeHead(302, { location: back.href }).end()
  }

  async function giveToken(request: IncomingMessage, response: ServerResponse) {
    const form = new URLSearchParams(await bodyOf(request))
    if (form.get('client_id') !== toy.clientId || form.get('client_secret') !== toy.clientSecret) {
      return json(response, { status: 401, error: 'Unauthorized' }, 401)
    }
    const grant = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const fit = form.get('grant_type') === 'authorization_code' && form.get('redirect_uri') === grant?.redirectUri
    if (request.method !== 'POST' || !grant || !fit) return response.writeHead(400).end('error=invalid_request')
    const token = `AT-${randomUUID()}`
    toy.secrets.push(token)
    if (!toy.expires) tokens.set(token, grant)
    return json(response, { access_token: token, token_type: 'bearer', expires_in: 360 })
  }

  async function serve(step: string, request: IncomingMessage, response: ServerResponse) {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const grant = tokens.get(token)
    const forbid = (words: string) =>
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(words)
    if (!grant) return response.writeHead(401).end()
    if (toy.standing === 'bronze') {
      return forbid('Cidadão não possui a identidade (Prata ou Ouro) necessária para uso da assinatura.')
    }
    if (toy.standing === 'cancelled') return forbid('CPF com situação cancelada, nula ou falecido na Receita Federal.')
    if (step === 'certificado') return response.writeHead(200).end(pem('CERTIFICATE', toy.person.der))
    const { hashBase64 } = JSON.parse(await bodyOf(request)) as { hashBase64: string }
    const digest = Buffer.from(hashBase64, 'base64')
    if (request.method !== 'POST' || digest.length !== 32) return response.writeHead(400).end()
    if (grant.scope === 'sign') tokens.delete(token)
    signatures += 1
    const signed = toy.signsOther ? Buffer.alloc(32, 7) : digest
    const cms = signDigest(toy.signsAs ?? toy.person, signed, toy.cms)
    await toy.afterSigning()
    return response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(cms)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const good = () => ({
    person,
    standing: 'fine' as const,
    agrees: true,
    mood: 'fine' as const,
    moodAt: undefined,
    expires: false,
    cms: {},
    signsAs: undefined,
    signsOther: false,
    meanwhile: async () => undefined,
    afterSigning: async () => undefined,
  })
  const toy: ToyGovBr = {
    address,
    clientId: 'carimbo-de-teste',
    clientSecret: 'segredo-da-assinatura',
    ...good(),
    asked: [],
    secrets: ['segredo-da-assinatura'],
    get signatures() {
      return signatures
    },
    mend: () => {
      toy.asked.length = 0
      signatures = 0
      Object.assign(toy, good())
    },
    visit: async (there) => (await fetch(there, { redirect: 'manual' })).headers.get('location') ?? '',
    close: async () => {
      for (const response of waiting) response.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return toy
}

const steps: Readonly<Record<string, string>> = {
  '/oauth2.0/authorize': 'autorizar',
  '/oauth2.0/token': 'token',
  '/externo/v2/certificadoPublico': 'certificado',
  '/externo/v2/assinarPKCS7': 'assinar',
  '/outro': 'outro',
}

function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
