import { channel } from 'node:diagnostics_channel'
import { hash, verify } from '@node-rs/argon2'

/** Tells whoever listens, with the hash's parameters, of every password that is checked: it is the dearest work of signing in. */
const checks = channel('carimbo:password-check')

/** OWASP profile for argon2id: 19 MiB, two passes. Runs in the thread pool, never on the event loop. */
const profile = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, profile)
}

/**
 * Whether the password is the account's. An account without a password takes as long as one with, so that time does not
 * tell which logins exist.
 */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password, it only takes time')
  const checked = stored ?? (await decoy)
  checks.publish(checked.slice(0, checked.indexOf('$', '$argon2id$v=19$'.length)))
  const matches = await verify(checked, password).catch(() => false)
  return matches && stored !== null && stored !== undefined
}

let decoy: Promise<string> | undefined
