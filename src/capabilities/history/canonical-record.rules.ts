import type { HashFunction } from './merkle.rules.ts'

/** The words of a row of another capability under a seal: its kind and its values as a JSON list. */
export function recordText(kind: string, values: readonly (string | null)[]): string {
  return JSON.stringify([kind, ...values])
}

/** What a seal that covers records says of itself; its SHA-256 is the leaf of the log. */
export interface SealStatement {
  readonly id: number
  readonly fromTx: string
  readonly toTx: string
  /** UTC with microseconds. */
  readonly sealedAt: string
  readonly eventIds: readonly string[]
  /** `kind:key`, in the order of their leaves, which follow those of the events. */
  readonly recordKeys: readonly string[]
  readonly root: Uint8Array
  readonly previous: Uint8Array
}

/**
 * The words of a seal. What it covers stands there as one hash: a receipt shows the seal whole, and who holds one must
 * not learn from it which other rows were written in the same seconds.
 */
export function sealText(hash: HashFunction, seal: SealStatement): string {
  return JSON.stringify([
    'selo-2',
    seal.id,
    seal.fromTx,
    seal.toTx,
    seal.sealedAt,
    seal.eventIds.length + seal.recordKeys.length,
    hex(hash(new TextEncoder().encode(JSON.stringify([seal.eventIds, seal.recordKeys])))),
    hex(seal.root),
    hex(seal.previous),
  ])
}

/** `assinatura:12` → its two parts. */
export function splitKey(recordKey: string): { readonly kind: string; readonly key: string } {
  const colon = recordKey.indexOf(':')
  return { kind: recordKey.slice(0, colon), key: recordKey.slice(colon + 1) }
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
