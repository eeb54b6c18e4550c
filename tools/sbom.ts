import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sbomOf } from './bill-of-materials.ts'

/** bin/sbom: the bill of materials (CycloneDX 1.6, JSON) of what the lock file names. The same lock gives the same bytes. */
const root = fileURLToPath(new URL('..', import.meta.url))
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
const sha256 = createHash('sha256').update(lock).digest('hex')
process.stdout.write(`${JSON.stringify(sbomOf(JSON.parse(lock), sha256), null, 2)}\n`)
