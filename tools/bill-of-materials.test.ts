import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sbomOf } from './bill-of-materials.ts'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const sbom = sbomOf(lock, 'ab'.repeat(32))

describe('the bill of materials', () => {
  test('is the same for the same lock, whatever the order of its lines', () => {
    const shuffled = { ...lock, packages: Object.fromEntries(Object.entries(lock.packages).reverse()) }
    expect(JSON.stringify(sbomOf(shuffled, 'ab'.repeat(32)))).toBe(JSON.stringify(sbom))
  })

  test('names every package of the lock with its hash, and each once', () => {
    const refs = sbom.components.map((one) => one['bom-ref'])
    expect(new Set(refs).size).toBe(refs.length)
    const { dependencies } = lock.packages['']
    for (const [name, version] of Object.entries<string>(dependencies)) {
      expect(refs).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`)
    }
    // Only of what is installed on other systems the lock may name no hash.
    const installed = sbom.components.filter(({ scope, hashes }) => scope === 'required' || hashes)
    expect(installed.filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512').map(({ purl }) => purl)).toEqual([])
    expect(installed.filter(({ hashes }) => hashes?.[0]?.content.length !== 128).map(({ purl }) => purl)).toEqual([])
  })

  test('tells of nothing that it does not name', () => {
    const refs = new Set(sbom.components.map((one) => one['bom-ref']))
    expect(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
    expect(sbom.dependencies[0]?.dependsOn).toContain(`pkg:npm/fastify@${lock.packages[''].dependencies.fastify}`)
  })

  test('has a well-formed serial number, and says what is for development alone', () => {
    expect(sbom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const scopes = new Map(sbom.components.map(({ name, scope }) => [name, scope]))
    expect([scopes.get('vitest'), scopes.get('fastify')]).toEqual(['excluded', 'required'])
  })
})
