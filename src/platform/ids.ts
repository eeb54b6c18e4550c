import { randomBytes } from 'node:crypto'

/** Where unpredictable values come from. Passed in, so that tests can fix them. */
export interface Randomness {
  /** A secret for links, cookies and keys: 256 bits in base64url. */
  token(): string
}

export const realRandomness: Randomness = {
  token: () => randomBytes(32).toString('base64url'),
}
