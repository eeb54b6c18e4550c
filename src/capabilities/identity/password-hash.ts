import { hash, verify } from '@node-rs/argon2'

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
  const matches = await verify(stored ?? (await decoy), password).catch(() => false)
  return matches && stored !== null && stored !== undefined
}

let decoy: Promise<string> | undefined
