import { branchHash, type HashFunction, leftSize } from './merkle.rules.ts'

/** A complete branch: at level l, place p, it stands over the leaves from p·2^l up to (p+1)·2^l. */
export interface Place {
  readonly level: number
  readonly place: number
}

export type Nodes = ReadonlyMap<string, Uint8Array>

/** The name of a branch in a map of nodes. */
export function nameOf({ level, place }: Place): string {
  return `${level}/${place}`
}

/** The complete branches, largest first, that together are the tree of this size. */
export function peaksOf(size: number): Place[] {
  return branchesOf(0, size)
}

/** The root of a tree of this size, from its peaks. */
export function rootOf(hash: HashFunction, size: number, nodes: Nodes): Uint8Array {
  if (size === 0) return hash(new Uint8Array())
  return hashOf(hash, { from: 0, to: size }, nodes)
}

/** What one more leaf at the end of a tree of `size` completes: itself first, then each branch upwards. */
export function grow(hash: HashFunction, size: number, leaf: Uint8Array, nodes: Nodes): [Place, Uint8Array][] {
  const grown: [Place, Uint8Array][] = [[{ level: 0, place: size }, leaf]]
  let node = leaf
  for (let level = 0, place = size; place % 2 === 1; level++, place = (place - 1) / 2) {
    node = branchHash(hash, nodeOf(nodes, { level, place: place - 1 }), node)
    grown.push([{ level: level + 1, place: (place - 1) / 2 }, node])
  }
  return grown
}

/** Stretches of leaves whose hashes, in this order, prove the leaf at `index` in the tree of `size` (RFC 6962, 2.1.1). */
export function inclusionPath(index: number, size: number): Stretch[] {
  const path = (from: number, to: number): Stretch[] => {
    if (to - from <= 1) return []
    const middle = from + leftSize(to - from)
    return index < middle ? [...path(from, middle), { from: middle, to }] : [...path(middle, to), { from, to: middle }]
  }
  return path(0, size)
}

/** Stretches whose hashes prove that the tree of `first` leaves is the beginning of that of `second` (RFC 6962, 2.1.2). */
export function consistencyPath(first: number, second: number): Stretch[] {
  const path = (known: number, from: number, to: number, whole: boolean): Stretch[] => {
    if (known === to - from) return whole ? [] : [{ from, to }]
    const left = leftSize(to - from)
    return known <= left
      ? [...path(known, from, from + left, whole), { from: from + left, to }]
      : [...path(known - left, from + left, to, false), { from, to: from + left }]
  }
  return first === 0 ? [] : path(first, 0, second, true)
}

/** Leaves from ≤ n < to: all of one side of a branching, so it begins where a complete branch of its size could. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The kept branches that make up a stretch, left to right. */
export function branchesOf(from: number, to: number): Place[] {
  const places: Place[] = []
  for (let at = from; at < to; ) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level++
    places.push({ level, place: at / 2 ** level })
    at += 2 ** level
  }
  return places
}

/** The hash of a stretch, from its branches. */
export function hashOf(hash: HashFunction, { from, to }: Stretch, nodes: Nodes): Uint8Array {
  return branchesOf(from, to)
    .map((place) => nodeOf(nodes, place))
    .reduceRight((right, left) => branchHash(hash, left, right))
}

function nodeOf(nodes: Nodes, place: Place): Uint8Array {
  const node = nodes.get(nameOf(place))
  if (!node) throw new RangeError(`the log has no branch ${nameOf(place)}`)
  return node
}
