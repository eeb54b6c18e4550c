import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './root.mjs'

/**
 * Mends faults of packages that are known, proved and not yet mended by their authors. Each is a replacement of a few
 * words; a test shows the fault gone. Once an author has mended it, `before` is no longer found and the entry goes.
 *
 * postgres 3.4.9: when a statement outside of a transaction fails after some rows were sent (a statement timeout), the
 * count of rows is kept, and the next statement on that connection answers with as many holes before its own rows. A
 * gate that reads the first row would then say "not found". The count is set back where the error arrives.
 */
const patches = [
  {
    files: ['node_modules/postgres/src/connection.js', 'node_modules/postgres/cjs/src/connection.js'],
    before: 'function ErrorResponse(x) {\n    if (query) {',
    after: 'function ErrorResponse(x) {\n    rows = 0\n    if (query) {',
  },
]

export function applyPatches() {
  for (const { files, before, after } of patches) {
    for (const file of files.map((name) => join(projectRoot, name)).filter(existsSync)) {
      const text = readFileSync(file, 'utf8')
      if (text.includes(before)) writeFileSync(file, text.replace(before, after))
    }
  }
}
