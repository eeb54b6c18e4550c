import type { Database } from '../../platform/db/index.ts'
import { recordText, splitKey } from './canonical-record.rules.ts'
import { leafHash } from './merkle.rules.ts'
import type { RecordSource, SealedRecord } from './record-source.ts'
import type { SealRow } from './seal.queries.ts'
import { sha256 } from './sha-256.ts'
import type { Tampering } from './tampering.ts'

/** The rows of other capabilities that a seal covers, or should, against it. Kinds without a source are not looked at. */
export async function recordsAgainst(
  db: Database,
  seal: SealRow,
  sources: readonly RecordSource[],
): Promise<Tampering[]> {
  const { recordKeys } = seal
  if (!recordKeys) return []
  const all = await Promise.all(sources.map((source) => recordsOf(db, source, seal, recordKeys)))
  const found = new Map(all.flat())
  const kinds = new Set(sources.map(({ kind }) => kind))
  const wrong = recordKeys.flatMap((record, place): Tampering[] => {
    if (!kinds.has(splitKey(record).kind)) return []
    const text = found.get(record)
    found.delete(record)
    if (text === undefined) return [{ kind: 'record-missing', record, sealId: seal.id }]
    const at = (seal.eventIds.length + place) * 32
    const leaf = seal.leaves.subarray(at, at + 32)
    const same = Buffer.from(leafHash(sha256, new TextEncoder().encode(text))).equals(leaf)
    return same ? [] : [{ kind: 'record-changed', record, sealId: seal.id }]
  })
  return [
    ...wrong,
    ...[...found.keys()].map((record): Tampering => ({ kind: 'record-slipped-in', record, sealId: seal.id })),
  ]
}

/** Rows of transactions that have not begun: nobody can have written them in order. */
export async function recordsOfTheFuture(
  db: Database,
  sources: readonly RecordSource[],
  nextTx: string,
): Promise<Tampering[]> {
  const all = await Promise.all(
    sources.map(async (source) =>
      (await source.written(db, nextTx, undefined)).map(
        ({ key }): Tampering => ({ kind: 'record-slipped-in', record: `${source.kind}:${key}`, sealId: 0 }),
      ),
    ),
  )
  return all.flat()
}

async function recordsOf(
  db: Database,
  source: RecordSource,
  seal: SealRow,
  recordKeys: readonly string[],
): Promise<[string, string][]> {
  const keys = recordKeys.map(splitKey).flatMap(({ kind, key }) => (kind === source.kind ? [key] : []))
  const nothing: readonly SealedRecord[] = []
  const [written, named] = await Promise.all([
    source.written(db, seal.fromTx, seal.toTx),
    keys.length > 0 ? source.withKeys(db, keys) : nothing,
  ])
  return [...written, ...named].map(({ key, values }) => [`${source.kind}:${key}`, recordText(source.kind, values)])
}
