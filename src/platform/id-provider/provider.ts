import { readFile } from 'node:fs/promises'
import type { Log } from '../log/index.ts'
import type { Outcome } from '../outcome.ts'
import { StartupProblem } from '../startup-problem.ts'
import type { IdProviderConfig } from './id-provider-config.ts'
import type { Level } from './levels.rules.ts'
import { openIdProvider } from './open-id-provider.ts'

/** What is kept here, and nowhere else, of somebody who went to the provider. Each is unpredictable and used once. */
export interface Secrets {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who somebody is, as the provider states and signs it. */
export interface ProvedPerson {
  /** The configured claim. */
  readonly claim: string
  /** Whether the provider saw that the e-mail is theirs. */
  readonly emailVerified: boolean
  readonly level: Level | undefined
}

/** `unreachable`: it did not answer. `not-proved`: it did, and what it said does not hold. */
export type NotProved = { readonly kind: 'unreachable' } | { readonly kind: 'not-proved' }

/** One provider of identities, of OpenID Connect. Nobody is called before somebody signs in by it. */
export interface IdProvider {
  readonly name: string
  readonly matches: IdProviderConfig['matches']
  readonly leastLevel: Level | undefined
  readonly levelWithoutCode: Level | undefined
  /** The address of the provider to which the browser is sent. */
  begin(secrets: Secrets, returnAddress: string, now: Date): Promise<Outcome<string, NotProved>>
  /** What the browser brought back, exchanged for the proof of who it is. */
  finish(
    returned: { readonly code: string; readonly state: string; readonly issuer: string },
    secrets: Secrets,
    returnAddress: string,
    now: Date,
  ): Promise<Outcome<ProvedPerson, NotProved>>
}

/** The provider that the administrator configured; undefined where there is none. Throws a StartupProblem without its secret. */
export async function providerOf(config: IdProviderConfig | undefined, log: Log): Promise<IdProvider | undefined> {
  if (!config) return undefined
  const text = await readFile(config.secretFile, 'utf8').catch(() => '')
  const clientSecret = text.trim()
  if (!clientSecret) {
    throw new StartupProblem(
      `O arquivo ${config.secretFile}, de CARIMBO_ENTRADA_SEGREDO, não existe, não pode ser lido ou está vazio.`,
    )
  }
  return openIdProvider({ ...config, clientSecret }, log)
}
