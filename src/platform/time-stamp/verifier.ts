import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../project-root.ts'

/** What a time-stamp token says. */
export interface TimeStampRead {
  /** SHA-256 of what was stamped, in hexadecimal; empty for another algorithm. */
  readonly imprint: string
  readonly at: string
  readonly nonce: string | undefined
  /** Subject of the certificate that signed it. */
  readonly signer: string
  readonly intact: boolean
}

/** The file that people check receipts with. */
export const verifierFile: string = join(projectRoot, 'bin', 'verify.mjs')

interface Verifier {
  readTimeStamp(token: Uint8Array): TimeStampRead | undefined
}

/**
 * The program judges time-stamps with the very file that it hands out, loaded as it is: built into the program it would be
 * another.
 */
export async function loadVerifier(): Promise<Verifier> {
  return (await import(pathToFileURL(verifierFile).href)) as Verifier
}
