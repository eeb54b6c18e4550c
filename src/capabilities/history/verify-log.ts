import type { Database } from '../../platform/db/index.ts'
import { type HeadRow, selectAllNodes, selectHeads, selectTimeStamps } from './log.queries.ts'
import { grow, nameOf, rootOf } from './log-tree.rules.ts'
import { leafHash } from './merkle.rules.ts'
import { sha256 } from './sha-256.ts'
import { readNote } from './signed-note.ts'
import type { Tampering } from './tampering.ts'

/** What stands outside the database. */
export interface Witnesses {
  readonly publicKey: Uint8Array
  /** Notes of heads as they were written down when they were signed, from all files. */
  readonly notes: readonly string[]
  /** Whether a time-stamp is of this note. */
  readonly isStampOf: (token: Uint8Array, note: string) => boolean
}

/** One leaf of the log, in the order of the seals. `signed`: a head was signed when it was made. */
export interface LoggedSeal {
  readonly id: number
  readonly hash: Uint8Array
  readonly signed: boolean
}

/** Makes the tree again from the seals and compares with it the kept branches, the heads, and what is kept outside. */
export async function treeAgainst(
  db: Database,
  seals: readonly LoggedSeal[],
  witnesses: Witnesses | undefined,
): Promise<Tampering[]> {
  const nodes = new Map<string, Uint8Array>()
  const roots = new Map<number, Uint8Array>()
  seals.forEach(({ hash }, size) => {
    for (const [place, node] of grow(sha256, size, leafHash(sha256, hash), nodes)) nodes.set(nameOf(place), node)
    roots.set(size + 1, rootOf(sha256, size + 1, nodes))
  })
  const heads = await allHeads(db)
  const isNeeded = seals.some(({ signed }) => signed) || heads.length > 0
  return [
    ...(isNeeded ? await nodesAgainst(db, nodes) : []),
    ...headsAgainst(heads, seals, roots, witnesses),
    ...(witnesses ? witnessesAgainst(witnesses, roots) : []),
    ...(witnesses ? await stampsAgainst(db, witnesses) : []),
  ]
}

async function nodesAgainst(db: Database, nodes: ReadonlyMap<string, Uint8Array>): Promise<Tampering[]> {
  const kept = await selectAllNodes(db)
  const wrong = [...nodes].flatMap(([node, hash]): Tampering[] => {
    const found = kept.get(node)
    if (!found) return [{ kind: 'node-missing', node }]
    return Buffer.from(hash).equals(found) ? [] : [{ kind: 'node-changed', node }]
  })
  const foreign = [...kept.keys()].filter((node) => !nodes.has(node))
  return [...wrong, ...foreign.map((node): Tampering => ({ kind: 'node-slipped-in', node }))]
}

function headsAgainst(
  heads: readonly HeadRow[],
  seals: readonly LoggedSeal[],
  roots: ReadonlyMap<number, Uint8Array>,
  witnesses: Witnesses | undefined,
): Tampering[] {
  const bySize = new Map(heads.map((head) => [head.size, head]))
  const wrong = seals.flatMap(({ id, signed }): Tampering[] => {
    const head = bySize.get(id)
    bySize.delete(id)
    if (!head) return signed ? [{ kind: 'head-missing', size: id }] : []
    const root = roots.get(head.size)
    const note = witnesses ? readNote(witnesses.publicKey, head.note) : undefined
    const signedSo = !witnesses || (note?.size === head.size && head.root.equals(note.root))
    return root && head.root.equals(root) && signedSo ? [] : [{ kind: 'head-changed', size: head.size }]
  })
  return [...wrong, ...[...bySize.keys()].map((size): Tampering => ({ kind: 'head-slipped-in', size }))]
}

function witnessesAgainst(witnesses: Witnesses, roots: ReadonlyMap<number, Uint8Array>): Tampering[] {
  return witnesses.notes.flatMap((text): Tampering[] => {
    const note = readNote(witnesses.publicKey, text)
    if (!note) return [{ kind: 'log-rewritten', size: 0 }]
    const root = roots.get(note.size)
    if (!root) return [{ kind: 'log-cut', size: note.size }]
    return Buffer.from(root).equals(note.root) ? [] : [{ kind: 'log-rewritten', size: note.size }]
  })
}

async function stampsAgainst(db: Database, witnesses: Witnesses): Promise<Tampering[]> {
  const stamps = await selectTimeStamps(db)
  return stamps
    .filter(({ token, note }) => note === null || !witnesses.isStampOf(token, note))
    .map(({ size }): Tampering => ({ kind: 'stamp-changed', size }))
}

async function allHeads(db: Database): Promise<HeadRow[]> {
  const heads: HeadRow[] = []
  for (;;) {
    const page = await selectHeads(db, heads.at(-1)?.size ?? 0, 5_000)
    if (page.length === 0) return heads
    heads.push(...page)
  }
}
