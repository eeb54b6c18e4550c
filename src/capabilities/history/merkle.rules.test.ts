import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { inclusionProof, leafHash, treeHash, verifyInclusion } from './merkle.rules.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const leaf = (content: Uint8Array) => leafHash(sha256, content)

/** The entries and roots with which implementations of certificate transparency check each other. */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leaves = entries.map((entry) => leaf(new Uint8Array(Buffer.from(entry, 'hex'))))

describe('the tree of RFC 6962', () => {
  test.each(roots.map((root, size) => ({ size, root })))('over $size entries has the known root', ({ size, root }) => {
    expect(hex(treeHash(sha256, leaves.slice(0, size)))).toBe(root)
  })

  it('proves an entry with the known path', () => {
    expect(inclusionProof(sha256, leaves.slice(0, 3), 1).map(hex)).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      hex(leaves[2] ?? new Uint8Array()),
    ])
    expect(inclusionProof(sha256, leaves.slice(0, 1), 0)).toEqual([])
  })

  it('has no proof of what it does not hold', () => {
    expect(() => inclusionProof(sha256, leaves, 8)).toThrow(RangeError)
    expect(() => inclusionProof(sha256, leaves, -1)).toThrow(RangeError)
    expect(() => inclusionProof(sha256, [], 0)).toThrow(RangeError)
  })
})

describe('a proof of inclusion', () => {
  const aLog = fc.array(fc.uint8Array({ maxLength: 8 }).map(leaf), { minLength: 1, maxLength: 70 })

  it('holds for every entry of every log, and needs no more than the height of the tree', () => {
    fc.assert(
      fc.property(aLog, (log) => {
        const root = treeHash(sha256, log)
        log.forEach((entry, index) => {
          const proof = inclusionProof(sha256, log, index)
          expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(log.length)))
          expect(verifyInclusion(sha256, { leaf: entry, index, size: log.length, root, proof })).toBe(true)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('fails for another leaf, root, place or path', () => {
    fc.assert(
      fc.property(aLog, fc.nat(), (log, at) => {
        const index = at % log.length
        const claim = {
          leaf: log[index] ?? new Uint8Array(),
          index,
          size: log.length,
          root: treeHash(sha256, log),
          proof: inclusionProof(sha256, log, index),
        }
        const stranger = leaf(new TextEncoder().encode('never in the log'))
        expect(verifyInclusion(sha256, { ...claim, leaf: stranger })).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, root: stranger })).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, proof: [...claim.proof, stranger] })).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, proof: claim.proof.slice(1).concat([stranger]) })).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, size: index })).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('fails at another place of the same log', () => {
    const root = treeHash(sha256, leaves)
    const proof = inclusionProof(sha256, leaves, 2)
    const [, , third = new Uint8Array()] = leaves
    const held = [0, 1, 2, 3, 4, 5, 6, 7].filter((index) =>
      verifyInclusion(sha256, { leaf: third, index, size: 8, root, proof }),
    )
    expect(held).toEqual([2])
  })

  test.each([
    { index: -1, size: 8 },
    { index: 0.5, size: 8 },
    { index: 0, size: 0 },
    { index: Number.NaN, size: 8 },
    { index: 8, size: 8 },
    { index: 0, size: Number.POSITIVE_INFINITY },
  ])('is answered no, and nothing is thrown, for $index of $size', ({ index, size }) => {
    const root = treeHash(sha256, leaves)
    expect(verifyInclusion(sha256, { leaf: root, index, size, root, proof: [] })).toBe(false)
  })

  it('a branch cannot be passed off as an entry', () => {
    const [one = new Uint8Array(), two = new Uint8Array()] = leaves
    const forged = leaf(new Uint8Array([...one, ...two]))
    expect(hex(forged)).not.toBe(hex(treeHash(sha256, [one, two])))
  })
})
