/** A row of the history as the seal sees it: every column, in text. */
export interface SealedEvent {
  readonly id: string
  readonly caseFileId: string
  readonly documentId: string | null
  readonly kind: string
  /** `facts` as PostgreSQL writes jsonb: keys in a fixed order, one way of spacing. */
  readonly facts: string
  readonly scope: string
  readonly accountId: string | null
  readonly unitId: string | null
  /** UTC with microseconds. */
  readonly at: string
  readonly tx: string
}

/** The bytes of one event under a seal: its columns as a JSON list, in the order of `SealedEvent`. */
export function eventBytes(event: SealedEvent): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify([
      event.id,
      event.caseFileId,
      event.documentId,
      event.kind,
      event.facts,
      event.scope,
      event.accountId,
      event.unitId,
      event.at,
      event.tx,
    ]),
  )
}

/** What a seal says of itself, chained to the seal before. */
export function sealHash(
  hash: (bytes: Uint8Array) => Uint8Array,
  seal: {
    readonly id: number
    readonly fromTx: string
    readonly toTx: string
    readonly eventIds: readonly string[]
    readonly root: Uint8Array
    readonly previous: Uint8Array
  },
): Uint8Array {
  const words = JSON.stringify([seal.id, seal.fromTx, seal.toTx, seal.eventIds, hex(seal.root), hex(seal.previous)])
  return hash(new TextEncoder().encode(words))
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
