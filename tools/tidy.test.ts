import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { missingEntries } from './complete-lock.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const written = ['src', 'test', 'tools', 'bench', 'bin', 'db'].flatMap(filesUnder)
const inSrc = written.filter((file) => file.startsWith('src/'))
const capabilities = readdirSync(join(root, 'src', 'capabilities')).sort()

const longestFile = 300

describe('names', () => {
  const kinds = 'rules|form|page|view|text|queries|worker|examples|test-support|fixture|probe'

  test('the kind of a file is in its name', () => {
    const known = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*(\\.(${kinds}))?(\\.test)?\\.tsx?$`)
    const code = inSrc.filter((file) => /\.tsx?$/.test(file))
    expect(code.filter((file) => !known.test(nameOf(file)))).toEqual([])
  })

  test('only what shows something is written in TSX', () => {
    const showing = /(\.page|\.view|\.examples|routes|\.test|\.test-support|\.fixture)\.tsx$/
    const files = inSrc.filter((file) => file.startsWith('src/capabilities/') && file.endsWith('.tsx'))
    expect(files.filter((file) => !showing.test(file))).toEqual([])
  })

  test('no name says nothing', () => {
    const empty = /(^|[/.-])(utils?|helpers?|common|services?|managers?)([/.-]|$)/
    expect(written.filter((file) => empty.test(file))).toEqual([])
  })

  test('migrations are numbered once and named', () => {
    const names = readdirSync(join(root, 'db', 'migrations')).sort()
    expect(names.filter((name) => !/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(name))).toEqual([])
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1))
  })
})

describe('packages', () => {
  test('the lock names the packages of every system, so that `npm ci` accepts it everywhere', () => {
    const { packages } = JSON.parse(read('package-lock.json'))
    expect(Object.keys(missingEntries(packages)), 'run bin/complete-lock').toEqual([])
  })

  test('versions are exact', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'))
    const asked = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(asked.filter(([, version]) => !/^(npm:typescript@)?\d+\.\d+\.\d+[-.\w]*$/.test(version))).toEqual([])
  })
})

describe('what is written', () => {
  test('no file is too long', () => {
    const counted = inSrc.filter((file) => /\.(tsx?|css|typ)$/.test(file))
    const long = counted.map((file) => [file, read(file).split('\n').length - 1] as const)
    expect(long.filter(([, lines]) => lines > longestFile)).toEqual([])
  })

  test('no reminder is left over', () => {
    // Put together here, so that this file does not find itself.
    const reminder = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`)
    expect(places(written.filter(isCode), reminder)).toEqual([])
  })

  test('no test is singled out or put aside', () => {
    const marked = new RegExp(`\\b(test|it|describe)\\.(${['on' + 'ly', 'sk' + 'ip', 'to' + 'do'].join('|')})\\(`)
    expect(places(written.filter(isCode), marked)).toEqual([])
  })

  test('front doors name what they let through', () => {
    expect(
      places(
        inSrc.filter((file) => nameOf(file) === 'index.ts'),
        /^export \* /m,
      ),
    ).toEqual([])
  })
})

describe('capabilities', () => {
  test.each(capabilities)('%s says what it is for, and each invariant it names has its test', (name) => {
    const folder = `src/capabilities/${name}/`
    const files = inSrc.filter((file) => file.startsWith(folder))
    expect(files).toContain(`${folder}README.md`)
    expect(files).toContain(`${folder}index.ts`)
    const invariants = new Set(
      [...read(`${folder}README.md`).matchAll(/^(?:\|| *[-*])[ *`]*(R\d+)\b/gm)].map((match) => match[1]),
    )
    const titles = files.filter((file) => /\.test\.tsx?$/.test(file)).flatMap(titlesOf)
    const untested = [...invariants].filter(
      (invariant) => !titles.some((title) => new RegExp(`\\b${invariant}\\b`).test(title)),
    )
    expect(untested, `invariants of ${name} that no test names`).toEqual([])
  })
})

/** Titles, and the names of the rows of tables: whatever stands in quotes. */
function titlesOf(file: string): string[] {
  return [...read(file).matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  )
}

function isCode(file: string): boolean {
  return /\.(tsx?|mjs|css|sql|typ)$/.test(file) || file.startsWith('bin/')
}

function places(files: readonly string[], pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(read(file)))
}

function filesUnder(folder: string): string[] {
  // Git keeps no empty folder: in a fresh clone it is not there.
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .sort()
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
