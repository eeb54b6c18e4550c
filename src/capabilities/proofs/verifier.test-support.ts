import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../platform/project-root.ts'

export interface Checked {
  readonly exit: number
  readonly verdict: string
  readonly lines: readonly { readonly mark: 'ok' | 'bad' | 'note'; readonly text: string }[]
}

const verifier = (await import(pathToFileURL(join(projectRoot, 'bin', 'verify.mjs')).href)) as {
  checkProof(proof: unknown, against?: { document?: Uint8Array; key?: string; anchors?: unknown }): Checked
}

/** The verifier that people download, as a function. */
export const checkProof = verifier.checkProof
