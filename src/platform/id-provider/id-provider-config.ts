import type { Level } from './levels.rules.ts'

/** How this installation stands with its provider of identities, as the environment says. */
export interface IdProviderConfig {
  readonly issuer: string
  readonly clientId: string
  /** Where the secret is kept; only read when the program starts. */
  readonly secretFile: string
  readonly name: string
  /** The claim of the token that says who it is, and what of an account must be equal to it. */
  readonly claim: string
  readonly matches: 'cpf' | 'usuario' | 'email'
  readonly scopes: string
  /** Who has a lower level does not enter by the provider. */
  readonly leastLevel: Level | undefined
  /** From this one on the code of the second factor is not asked. */
  readonly levelWithoutCode: Level | undefined
}
