import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sbomOf } from './bill-of-materials.ts'
import { buildTwice, differences } from './reproduce-build.ts'

/**
 * bin/sbom: the bill of materials (CycloneDX 1.6, JSON) of what the lock file names. The same lock gives the same bytes.
 *
 * bin/sbom --build: builds twice, in two folders, and writes the hash of each file (as `sha256sum --check` reads it, in
 * `dist`); ends with 1, and names them, where some are not the same.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
if (process.argv.includes('--build')) await tellBuild()
else tellMaterials()

function tellMaterials(): void {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const sha256 = createHash('sha256').update(lock).digest('hex')
  process.stdout.write(`${JSON.stringify(sbomOf(JSON.parse(lock), sha256), null, 2)}\n`)
}

async function tellBuild(): Promise<void> {
  const [first, second] = await buildTwice(root, 'build')
  const lines = Object.entries(first).map(([path, sha256]) => `${sha256}  ${path}\n`)
  process.stdout.write(lines.join(''))
  const differing = differences(first, second)
  if (differing.length === 0) return
  process.stderr.write(`Duas construções dos mesmos fontes não deram os mesmos bytes: ${differing.join(', ')}.\n`)
  process.exitCode = 1
}
