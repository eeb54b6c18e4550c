import type { Config } from './config/index.ts'
import type { Pool } from './db/index.ts'
import type { FileStore } from './files/index.ts'
import type { GovBrSigning } from './gov-br-signing/index.ts'
import type { IdProvider } from './id-provider/index.ts'
import type { Randomness } from './ids.ts'
import type { Log } from './log/index.ts'
import type { Mailer } from './mail/index.ts'
import type { PdfEngine } from './pdf/index.ts'
import type { TextExtractor } from './text-extraction/index.ts'
import type { TrustAnchors } from './time-stamp/index.ts'

/** So many things done of so many; `total` is 0 while they are not counted yet. */
export interface Preparation {
  readonly done: number
  readonly total: number
}

/** All that the program stands on, opened once by `main.ts` (or by a test) and handed down. */
export interface Platform {
  readonly config: Config
  /** Whether this is the demonstration world, with its one-click people and its banner. */
  readonly demo: boolean
  /** What the banner of the demonstration says besides. */
  readonly demoNote?: string
  /** How far the demonstration has been furnished, until it is; nobody can sign in before. */
  readonly preparing?: () => Preparation | undefined
  readonly version: string
  /** Where people reach the installation, without a slash at the end. */
  readonly publicUrl: string
  readonly db: Pool
  readonly log: Log
  readonly files: FileStore
  readonly pdf: PdfEngine
  readonly text: TextExtractor
  /** Undefined: no SMTP; messages stay in the administrator's outbox page. */
  readonly mailer: Mailer | undefined
  /** The authorities whose certificates sign; undefined where the administrator named none. */
  readonly anchors?: TrustAnchors | undefined
  /** Who else proves who people are; undefined where the administrator named none. */
  readonly idProvider?: IdProvider | undefined
  /** The electronic signature of gov.br; undefined where the administrator configured none. */
  readonly govBrSigning?: GovBrSigning | undefined
  readonly clock: () => Date
  readonly randomness: Randomness
}
