import type { ClientAuth, Configuration } from 'openid-client'
import type { Log } from '../log/index.ts'
import { done, refuse } from '../outcome.ts'
import { boundedFetch, hasNoAnswer, isLoopback, isPrivateAddress } from './bounded-fetch.ts'
import type { IdProviderConfig } from './id-provider-config.ts'
import { levelOf } from './levels.rules.ts'
import type { IdProvider, NotProved } from './provider.ts'

/** For how long a call to the provider is waited for. */
const patienceMs = 5_000
/** For how long its addresses are believed to be the same. Its keys are asked for again every five minutes, and when one does not hold. */
const knownForMs = 3_600_000
/** By how much the clocks of two machines may differ. */
const toleranceSeconds = 60

type Settings = Omit<IdProviderConfig, 'secretFile'> & {
  readonly clientSecret: string
  readonly patienceMs?: number
}

/**
 * A provider of OpenID Connect by the flow of the authorization code with PKCE. Its tokens hold when they are signed by one
 * of its published keys (never by a shared secret, never by none), and are of this issuer, for this client, of this nonce
 * and of now.
 */
export function openIdProvider(settings: Settings, log: Log): IdProvider {
  const fetchBounded = boundedFetch(settings.patienceMs ?? patienceMs)
  let known: { readonly configuration: Promise<Configuration>; readonly since: number } | undefined

  const current = (now: Date) => {
    if (!known || now.getTime() - known.since > knownForMs || now.getTime() < known.since) {
      const configuration = discover(settings, fetchBounded)
      const mine = { configuration, since: now.getTime() }
      known = mine
      configuration.catch(() => {
        if (known === mine) known = undefined
      })
    }
    return known.configuration
  }

  const refused = (error: unknown) => {
    // Whatever was wrong, the next one begins with the addresses and keys of that moment.
    known = undefined
    log.warn({ reason: reasonOf(error) }, 'signing in by the provider of identities did not come off')
    return refuse<NotProved>({ kind: hasNoAnswer(error) ? 'unreachable' : 'not-proved' })
  }

  return {
    ...settings,
    begin: async ({ state, nonce, verifier }, returnAddress, now) => {
      try {
        const [client, configuration] = await Promise.all([load(), current(now)])
        const address = client.buildAuthorizationUrl(configuration, {
          redirect_uri: returnAddress,
          scope: settings.scopes,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }).href
        if (!isPrivateAddress(address)) throw new Error('the address where people sign in is not https')
        return done(address)
      } catch (error) {
        return refused(error)
      }
    },
    finish: async ({ code, state, issuer }, secrets, returnAddress, now) => {
      try {
        const [client, configuration] = await Promise.all([load(), current(now)])
        const address = new URL(returnAddress)
        for (const [name, value] of Object.entries({ code, state, iss: issuer })) {
          if (value) address.searchParams.set(name, value)
        }
        const tokens = await client.authorizationCodeGrant(configuration, address, {
          expectedState: secrets.state,
          expectedNonce: secrets.nonce,
          pkceCodeVerifier: secrets.verifier,
          idTokenExpected: true,
        })
        const claims: Readonly<Record<string, unknown>> = tokens.claims() ?? {}
        const claim = claims[settings.claim]
        if (typeof claim !== 'string' || claim === '') throw new Error(`the token has no claim ${settings.claim}`)
        return done({ claim, emailVerified: claims.email_verified === true, level: levelOf(claims) })
      } catch (error) {
        return refused(error)
      }
    },
  }
}

/** Only an installation that has a provider carries the library. */
const load = () => import('openid-client')

async function discover(settings: Settings, fetchBounded: ReturnType<typeof boundedFetch>): Promise<Configuration> {
  const client = await load()
  const issuer = new URL(settings.issuer)
  const secret = settings.clientSecret
  const configuration = await client.discovery(issuer, settings.clientId, {}, authentication(client, secret, []), {
    [client.customFetch]: (address, init) => fetchBounded(address, init as RequestInit),
    execute: issuer.protocol === 'http:' && isLoopback(issuer.hostname) ? [client.allowInsecureRequests] : [],
  })
  const server = configuration.serverMetadata()
  const methods = server.token_endpoint_auth_methods_supported ?? []
  const ready = new client.Configuration(
    server,
    settings.clientId,
    { [client.clockTolerance]: toleranceSeconds },
    authentication(client, secret, methods),
  )
  ready[client.customFetch] = (address, init) => fetchBounded(address, init as RequestInit)
  if (issuer.protocol === 'http:' && isLoopback(issuer.hostname)) client.allowInsecureRequests(ready)
  // Without it a token that came by TLS would be believed unsigned.
  client.enableNonRepudiationChecks(ready)
  return ready
}

/** In the header, as every provider must take it, unless it says that it takes the secret in the form alone. */
function authentication(client: Awaited<ReturnType<typeof load>>, secret: string, methods: readonly string[]) {
  const formOnly = methods.includes('client_secret_post') && !methods.includes('client_secret_basic')
  return formOnly ? client.ClientSecretPost(secret) : inHeader(secret)
}

/** The library also writes `-` and `.` as escapes, which is right and which some providers do not read. */
function inHeader(secret: string): ClientAuth {
  const escaped = (text: string) => new URLSearchParams({ text }).toString().slice('text='.length)
  return (_server, { client_id }, _body, headers) => {
    const pair = Buffer.from(`${escaped(client_id)}:${escaped(secret)}`)
    headers.set('authorization', `Basic ${pair.toString('base64')}`)
  }
}

/** Names and codes alone: an error of a token quotes the token. */
function reasonOf(error: unknown): string {
  const told: string[] = []
  for (let inner = error; inner instanceof Error && told.length < 4; inner = inner.cause) {
    const { code } = inner as { code?: unknown }
    told.push(typeof code === 'string' ? `${inner.message} (${code})` : inner.message)
  }
  return told.join(': ').slice(0, 300)
}
