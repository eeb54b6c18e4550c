import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildTwice, differences } from './reproduce-build.ts'

// The whole, with the server, is `bin/sbom --build`: too long for every run of the tests.
it('TR-12 what browsers fetch is the same, byte for byte, built of the same sources in two folders', async () => {
  const [first, second] = await buildTwice(join(import.meta.dirname, '..'), 'buildIslands')
  expect(differences(first, second)).toEqual([])
  expect(Object.keys(first)).toContain('public/manifest.json')
  expect(Object.keys(first).length).toBeGreaterThan(5)
  expect(differences(first, { ...second, 'public/manifest.json': '0', 'a-mais.js': '0' })).toEqual([
    'a-mais.js',
    'public/manifest.json',
  ])
}, 60_000)
