import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consistencyPath, grow, hashOf, inclusionPath, nameOf, peaksOf, rootOf } from './log-tree.rules.ts'
import { leafHash, treeHash, verifyInclusion } from './merkle.rules.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const leaves = Array.from({ length: 70 }, (_, n) => leafHash(sha256, Uint8Array.of(n)))
const nodes = new Map<string, Uint8Array>()
leaves.forEach((leaf, size) => {
  for (const [place, node] of grow(sha256, size, leaf, nodes)) nodes.set(nameOf(place), node)
})
const sizes = fc.integer({ min: 1, max: leaves.length })

describe('the tree that grows leaf by leaf', () => {
  it('has at each size the root of the tree made at once', () => {
    for (let size = 0; size <= leaves.length; size++) {
      expect(hex(rootOf(sha256, size, nodes))).toBe(hex(treeHash(sha256, leaves.slice(0, size))))
    }
  })

  it('needs only its peaks to grow on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: leaves.length - 1 }), (size) => {
        const peaks = new Map(
          peaksOf(size).map((place) => [nameOf(place), nodes.get(nameOf(place)) ?? new Uint8Array()]),
        )
        for (const [place, node] of grow(sha256, size, leaves[size] ?? new Uint8Array(), peaks))
          peaks.set(nameOf(place), node)
        expect(hex(rootOf(sha256, size + 1, peaks))).toBe(hex(treeHash(sha256, leaves.slice(0, size + 1))))
      }),
    )
  })

  it('proves each leaf in each of its sizes from kept branches', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, chance) => {
        const index = chance % size
        const proof = inclusionPath(index, size).map((stretch) => hashOf(sha256, stretch, nodes))
        const leaf = leaves[index] ?? new Uint8Array()
        const root = treeHash(sha256, leaves.slice(0, size))
        expect(verifyInclusion(sha256, { leaf, index, size, root, proof })).toBe(true)
      }),
    )
  })

  it('R7 asks, to prove that it goes on an older one, for the stretches of RFC 6962 between sizes 3, 4, 6 and 7', () => {
    const path = (first: number) => consistencyPath(first, 7).map(({ from, to }) => `${from}-${to}`)
    expect([path(3), path(4), path(6), path(7)]).toEqual([
      ['2-3', '3-4', '0-2', '4-7'],
      ['4-7'],
      ['4-6', '6-7', '0-4'],
      [],
    ])
  })
})
