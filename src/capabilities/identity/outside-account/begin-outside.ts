import type { IdProvider } from '../../../platform/id-provider/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { insertVisit } from './outside-account.queries.ts'
import type { OutsideRefusal } from './outside-account.text.ts'

/** For how long somebody may be away at the provider. */
const visitLifeMs = 10 * 60_000

/** Where the provider sends people back to; it knows this address beforehand. */
export const returnAddress = ({ publicUrl }: Platform) => `${publicUrl}/entrar/conta/volta`

/** The address of the provider to which this browser is sent, with what will be needed to believe who comes back. */
export async function beginOutside(
  platform: Platform,
  provider: IdProvider,
  from: { readonly browserHash: string; readonly next: string },
  now: Date,
): Promise<Outcome<string, OutsideRefusal>> {
  const { db, randomness } = platform
  const secrets = { state: randomness.token(), nonce: randomness.token(), verifier: randomness.token() }
  const begun = await provider.begin(secrets, returnAddress(platform), now)
  if (!begun.done) return refuse(begun.refusals[0])
  const { state, nonce, verifier } = secrets
  const expiresAt = new Date(now.getTime() + visitLifeMs)
  await insertVisit(db, { ...from, stateHash: sha256Hex(state), nonce, verifier, expiresAt }, now)
  return done(begun.value)
}
