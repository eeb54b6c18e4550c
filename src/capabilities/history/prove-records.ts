import type { Database } from '../../platform/db/index.ts'
import { sealText } from './canonical-record.rules.ts'
import { type HeadRow, selectHeadOfSize, selectLastHead, selectNodes, selectStampedHead } from './log.queries.ts'
import { branchesOf, consistencyPath, hashOf, inclusionPath, type Stretch } from './log-tree.rules.ts'
import { inclusionProof } from './merkle.rules.ts'
import { type SealRow, selectSealsOf } from './seal.queries.ts'
import { sha256 } from './sha-256.ts'

/** A row to be proved: its name under a seal, and the transaction that wrote it. */
export interface RecordToProve {
  /** `kind:key` */
  readonly record: string
  readonly tx: string
}

/** That a row is under a seal. All hashes in hexadecimal. */
export interface ProvedRecord {
  readonly record: string
  readonly sealId: number
  readonly place: number
  readonly path: readonly string[]
}

export interface ProvedSeal {
  readonly id: number
  readonly text: string
  /** From the seal up to the root of the head. */
  readonly path: readonly string[]
}

export interface LogProof {
  readonly records: readonly ProvedRecord[]
  readonly seals: readonly ProvedSeal[]
  readonly note: string
  /** Of the head in `note`, where an authority stamped one that covers all. */
  readonly timeStamp: Uint8Array | undefined
}

/**
 * Proves that the rows are in the log, up to a head that is signed: the first time-stamped one that holds them all, or the
 * last. Undefined while one of them is not sealed yet (some seconds). Four statements.
 */
export async function proveRecords(db: Database, wanted: readonly RecordToProve[]): Promise<LogProof | undefined> {
  const seals = await selectSealsOf(db, [...new Set(wanted.map(({ tx }) => tx))])
  const records = wanted.flatMap((one) => proveUnderSeal(one, seals) ?? [])
  if (records.length < wanted.length || records.length === 0) return undefined
  const used = seals.filter(({ id }) => records.some(({ sealId }) => sealId === id))
  const least = Math.max(...used.map(({ id }) => id))
  const [stamped, last] = await Promise.all([selectStampedHead(db, least), selectLastHead(db)])
  const head: (HeadRow & { token?: Buffer }) | undefined = stamped ?? last
  if (!head || head.size < least) return undefined
  const paths = await hashesOf(
    db,
    used.map(({ id }) => inclusionPath(id - 1, head.size)),
  )
  return {
    records,
    seals: used.map((seal, place) => ({
      id: seal.id,
      text: sealText(sha256, { ...seal, recordKeys: seal.recordKeys ?? [] }),
      path: paths[place] ?? [],
    })),
    note: head.note,
    timeStamp: stamped?.token,
  }
}

/** The last signed head, or the one of this size. */
export async function findHead(db: Database, size?: number): Promise<HeadRow | undefined> {
  return size === undefined ? selectLastHead(db) : selectHeadOfSize(db, size)
}

/** That the log of one head is the beginning of that of another, as hashes in hexadecimal. */
export async function proveConsistency(db: Database, first: number, second: number): Promise<readonly string[]> {
  const [path] = await hashesOf(db, [consistencyPath(first, second)])
  return path ?? []
}

function proveUnderSeal({ record }: RecordToProve, seals: readonly SealRow[]): ProvedRecord | undefined {
  const seal = seals.find(({ recordKeys }) => recordKeys?.includes(record))
  if (!seal?.recordKeys) return undefined
  const place = seal.eventIds.length + seal.recordKeys.indexOf(record)
  const leaves = Array.from({ length: seal.leaves.length / 32 }, (_, n) => seal.leaves.subarray(n * 32, n * 32 + 32))
  return { record, sealId: seal.id, place, path: inclusionProof(sha256, leaves, place).map(hex) }
}

async function hashesOf(db: Database, paths: readonly (readonly Stretch[])[]): Promise<string[][]> {
  const nodes = await selectNodes(
    db,
    paths.flat().flatMap(({ from, to }) => branchesOf(from, to)),
  )
  return paths.map((path) => path.map((stretch) => hex(hashOf(sha256, stretch, nodes))))
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
