import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** SHA-256 of each file of a build, by its path. */
export type Hashes = Readonly<Record<string, string>>

type Build = (where: { root: string; output: string }) => Promise<void>
type Script = { readonly build: Build; readonly buildIslands: Build }

/** What a build reads beside the packages. */
const sources = ['src', 'tools', 'bench', 'test', 'bin', 'package.json', 'tsconfig.json']

/**
 * Builds what lies in `root` twice, in two new folders of different depth and name, and answers the hashes of both: the
 * same, or the build tells something of where and when it was made, and nobody can check what we publish (TR-12).
 */
export async function buildTwice(root: string, what: 'build' | 'buildIslands'): Promise<readonly [Hashes, Hashes]> {
  const folder = mkdtempSync(join(tmpdir(), 'carimbo-construcao-'))
  try {
    const places = [join(folder, 'a'), join(folder, 'outra casa', 'mais', 'funda')] as const
    for (const place of places) copySources(root, place)
    const first = await hashesOfBuild(places[0], what)
    return [first, await hashesOfBuild(places[1], what)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The files that are not the same in both, or are in one only. */
export function differences(first: Hashes, second: Hashes): string[] {
  return [...new Set([...Object.keys(first), ...Object.keys(second)])]
    .filter((path) => first[path] !== second[path])
    .sort()
}

function copySources(root: string, place: string): void {
  mkdirSync(place, { recursive: true })
  for (const name of sources.filter((one) => existsSync(join(root, one)))) {
    cpSync(join(root, name), join(place, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction')
}

async function hashesOfBuild(place: string, what: 'build' | 'buildIslands'): Promise<Hashes> {
  const output = join(place, 'dist')
  // The copy's own script, as whoever builds there would run it.
  const script = (await import(pathToFileURL(join(place, 'tools', 'build.mjs')).href)) as Script
  await script[what]({ root: place, output })
  const paths = readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(output.length + 1).replaceAll('\\', '/'),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  )
}
