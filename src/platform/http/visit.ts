import type { Readable } from 'node:stream'
import type { PageActor, PageContext } from '../../ui/page-context.ts'
import type { Actor } from '../actor.ts'
import type { Database } from '../db/index.ts'
import type { StoredFile } from '../files/index.ts'
import type { FormFields } from '../form-fields.ts'
import type { FormKeys } from '../form-keys.ts'
import type { Platform } from '../platform.ts'

/** A file that came with a form, already safe in the store before any row speaks of it. */
export interface UploadedFile {
  readonly field: string
  readonly fileName: string
  readonly declaredType: string
  /** The first bytes, enough to tell the kind by content. */
  readonly firstBytes: Uint8Array
  /** Undefined when the store refused it, with the reason. */
  readonly stored: StoredFile | undefined
  readonly problem: 'too-large' | 'disk-full' | undefined
}

/** One request as handlers see it. */
export interface Visit {
  readonly platform: Platform
  /** The transaction of an act, or the pool for a page that only reads. */
  readonly db: Database
  readonly now: Date
  readonly page: PageContext
  readonly path: string
  /** Address within this installation from which the request came; '' where the browser does not tell. */
  readonly cameFrom: string
  readonly ip: string
  readonly userAgent: string
  /** Identifies the browser session, signed in or not. */
  readonly sessionHash: string
  readonly accountId: string | undefined
  /** The units in which who is signed in may work; empty for visitors. */
  readonly units: PageActor['units']
  /** A part of the address, as `numero` in `/processos/:numero`. */
  param(name: string): string
  query(name: string): string
  queryList(name: string): readonly string[]
  readonly form: FormFields
  readonly uploads: readonly UploadedFile[]
  /** A JSON body of the editor's requests. */
  readonly json: unknown
  /** What every `<Form>` must carry, as its properties: `<Form {...visit.formKeys} action=…>`. */
  readonly formKeys: FormKeys
}

/** A visit of somebody signed in, at work in the unit that the address names. */
export interface InnerVisit extends Visit {
  readonly actor: Actor
  /** `/em/{unit}` + path: every inner link is made with it. */
  href(path: string): string
}

/** What a handler answers. Nothing is sent before the transaction of an act has committed. */
export type Answer =
  | {
      readonly kind: 'html'
      readonly status: number
      readonly body: string
      /** Only where people may dictate. On every other page browsers refuse the microphone without asking. */
      readonly mayListen?: true
    }
  | { readonly kind: 'redirect'; readonly location: string; readonly cookies?: readonly SetCookie[] }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown; readonly commit?: boolean }
  | { readonly kind: 'not-found' }
  | {
      readonly kind: 'stream'
      readonly headers: Readonly<Record<string, string>>
      readonly body: Readable | Uint8Array | string
      readonly status?: number
    }

export interface SetCookie {
  readonly name: 'session'
  /** Undefined ends it. */
  readonly value: string | undefined
}
