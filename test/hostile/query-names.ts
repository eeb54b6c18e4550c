import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/project-root.ts'

/** Every name that the program reads after a question mark, from its own text. */
export function queryNamesOfTheProgram(): string[] {
  const folder = join(projectRoot, 'src')
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
  const names = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\bquery(?:List)?\('([a-z-]+)'\)/g)].map(
      ([, found]) => found ?? '',
    ),
  )
  return [...new Set(names)].sort()
}
