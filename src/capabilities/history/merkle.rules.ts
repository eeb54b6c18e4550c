/** SHA-256, passed in so that the rule itself stays pure. */
export type HashFunction = (bytes: Uint8Array) => Uint8Array

/**
 * The hash of one entry of the log, from its canonical bytes (RFC 6962, 2.1). The first byte keeps leaves and branches
 * apart: without it a branch could be passed off as an entry.
 */
export function leafHash(hash: HashFunction, canonicalBytes: Uint8Array): Uint8Array {
  return hash(join(leafPrefix, canonicalBytes))
}

/** The root over the entries' hashes, in their order; of none it is the hash of nothing. */
export function treeHash(hash: HashFunction, leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return hash(new Uint8Array())
  if (leaves.length === 1) return only
  const left = leftSize(leaves.length)
  return branchHash(hash, treeHash(hash, leaves.slice(0, left)), treeHash(hash, leaves.slice(left)))
}

/** The hashes, from the leaf upwards, with which whoever holds one entry and the root can check that it is in the log. */
export function inclusionProof(
  hash: HashFunction,
  leaves: readonly Uint8Array[],
  index: number,
): readonly Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`No such leaf: ${index}`)
  if (leaves.length === 1) return []
  const left = leftSize(leaves.length)
  return index < left
    ? [...inclusionProof(hash, leaves.slice(0, left), index), treeHash(hash, leaves.slice(left))]
    : [...inclusionProof(hash, leaves.slice(left), index - left), treeHash(hash, leaves.slice(0, left))]
}

/** What is claimed: that the leaf stands at `index` in the log of `size` entries whose root this is. */
export interface InclusionClaim {
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the proof holds. Any claim may be passed, however malformed: it is answered, never thrown. */
export function verifyInclusion(hash: HashFunction, claim: InclusionClaim): boolean {
  const { leaf, index, size, root, proof } = claim
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  const sides = sidesUpwards(index, size)
  if (sides.length !== proof.length) return false
  const reached = sides.reduce((node, side, level) => {
    const sibling = proof[level] ?? new Uint8Array()
    return side === 'left' ? branchHash(hash, node, sibling) : branchHash(hash, sibling, node)
  }, leaf)
  return same(reached, root)
}

const leafPrefix = Uint8Array.of(0)
const branchPrefix = Uint8Array.of(1)

/** The hash of two branches, or leaves, side by side. */
export function branchHash(hash: HashFunction, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(join(branchPrefix, left, right))
}

/** The left branch holds the largest power of two that is smaller than the whole. */
export function leftSize(size: number): number {
  let left = 1
  while (left * 2 < size) left *= 2
  return left
}

/** On which side of each branch the leaf lies, from the lowest to the root: it follows from the size alone. */
function sidesUpwards(index: number, size: number): ('left' | 'right')[] {
  if (size === 1) return []
  const left = leftSize(size)
  return index < left ? [...sidesUpwards(index, left), 'left'] : [...sidesUpwards(index - left, size - left), 'right']
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  pieces.reduce((offset, piece) => {
    whole.set(piece, offset)
    return offset + piece.length
  }, 0)
  return whole
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
