import { boundedFetch, hasNoAnswer } from '../id-provider/index.ts'
import type { Log } from '../log/index.ts'
import { done, refuse } from '../outcome.ts'
import type { TrustAnchors } from '../time-stamp/index.ts'
import type { GovBrRefusal, GovBrSigning, GovBrSigningConfig } from './gov-br-signing.ts'

/** For how long one call is waited for, and all those of one person's way together. */
const patienceMs = 10_000
const wholePatienceMs = 45_000

type Settings = Pick<GovBrSigningConfig, 'authorizationUrl' | 'serviceUrl' | 'clientId'> & {
  readonly clientSecret: string
  readonly anchors: TrustAnchors
  readonly patienceMs?: number
}

type Asked = 'token' | 'certificate' | 'signature'

/**
 * The service by its published protocol: a code of OAuth 2.0 becomes a token, the token a certificate and signatures of
 * SHA-256. Calls go to the two configured addresses alone, follow no redirect, end in their time, and are never made twice:
 * a token signs once. What is written down of them is what was asked and how it was answered, never with what.
 */
export function openGovBrSigning(settings: Settings, log: Log): GovBrSigning {
  const fetchBounded = boundedFetch(settings.patienceMs ?? patienceMs)

  const call = async (asked: Asked, base: string, path: string, init: RequestInit) => {
    try {
      const response = await fetchBounded(`${base.replace(/\/+$/, '')}${path}`, init)
      const body = Buffer.from(await response.arrayBuffer())
      if (response.status === 200) return done(body)
      log.warn({ asked, status: response.status }, 'the signing service of gov.br refused')
      return refuse(refusalOf(asked, response.status, body))
    } catch (error) {
      if (!hasNoAnswer(error)) throw error
      log.warn({ asked }, 'the signing service of gov.br did not answer')
      return refuse<GovBrRefusal>({ kind: 'unreachable' })
    }
  }

  return {
    anchors: settings.anchors,
    addressToAuthorize: ({ state, nonce, returnAddress, several }) => {
      const asked = new URLSearchParams({
        response_type: 'code',
        client_id: settings.clientId,
        redirect_uri: returnAddress,
        scope: several ? 'signature_session' : 'sign',
        state,
        nonce,
      })
      return `${settings.authorizationUrl.replace(/\/+$/, '')}/oauth2.0/authorize?${asked}`
    },
    authorized: async (code, returnAddress) => {
      const signal = AbortSignal.timeout(wholePatienceMs)
      const form = {
        code,
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        grant_type: 'authorization_code',
        redirect_uri: returnAddress,
      }
      const answered = await call('token', settings.authorizationUrl, '/oauth2.0/token', {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
        signal,
      })
      if (!answered.done) return answered
      const token = tokenIn(answered.value)
      if (token === undefined) return refuse({ kind: 'unreachable' })
      const authorization = `Bearer ${token}`
      return done({
        certificate: () =>
          call('certificate', settings.serviceUrl, '/externo/v2/certificadoPublico', {
            headers: { authorization },
            signal,
          }),
        sign: (sha256) =>
          call('signature', settings.serviceUrl, '/externo/v2/assinarPKCS7', {
            method: 'POST',
            headers: { authorization, 'content-type': 'application/json' },
            body: JSON.stringify({ hashBase64: Buffer.from(sha256, 'hex').toString('base64') }),
            signal,
          }),
      })
    },
  }
}

function tokenIn(body: Buffer): string | undefined {
  try {
    const { access_token: token } = JSON.parse(body.toString()) as { access_token?: unknown }
    return typeof token === 'string' && /^[\x21-\x7e]{1,4096}$/.test(token) ? token : undefined
  } catch {
    return undefined
  }
}

/** The service says in a sentence why it forbids; whatever else it forbids was let before and no longer is. */
function refusalOf(asked: Asked, status: number, body: Buffer): GovBrRefusal {
  if (asked === 'token') return { kind: status === 400 || status === 401 ? 'not-authorized' : 'unreachable' }
  const words = body.toString()
  if (status === 403 && /identidade|prata ou ouro/i.test(words)) return { kind: 'level' }
  if (status === 403 && /situa..?o cancelada|nula|falecid/i.test(words)) return { kind: 'cpf-status' }
  if (status === 401 || status === 403) return { kind: 'expired' }
  return { kind: 'unreachable' }
}
