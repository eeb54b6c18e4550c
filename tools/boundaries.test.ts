import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseOptions, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { beforeAll, describe, expect, test } from 'vitest'
import allowed from './who-may-use-whom.json' with { type: 'json' }

const root = fileURLToPath(new URL('..', import.meta.url))
const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<ICruiseOptions['ruleSet']>['forbidden']
  options: ICruiseOptions
}

describe('boundaries of the product', { timeout: 60_000 }, () => {
  let result: ICruiseResult
  let written: string[]

  beforeAll(async () => {
    written = sources('src')
    result = await look(root, ['src'])
  }, 60_000)

  test('every source file was looked at', () => {
    // With an unfit compiler the tool sees nothing and is content: its silence alone proves nothing.
    const seen = new Set(result.modules.map(({ source }) => source))
    expect(written.filter((file) => !seen.has(file))).toEqual([])
    expect(seen.size).toBeGreaterThan(written.length)
  })

  test('nobody imports what the architecture forbids', () => {
    expect(result.summary.violations.map(sentence)).toEqual([])
  })

  test('who may use whom has no cycle and names existing capabilities only', () => {
    const map: Record<string, string[]> = allowed
    const reach = (name: string, path: readonly string[]): string[][] =>
      path.includes(name) ? [[...path, name]] : (map[name] ?? []).flatMap((next) => reach(next, [...path, name]))
    expect(Object.keys(map).flatMap((name) => reach(name, []))).toEqual([])
    expect(
      Object.values(map)
        .flat()
        .filter((name) => !(name in map)),
    ).toEqual([])
    const present = new Set(readdirSync(join(root, 'src', 'capabilities')))
    expect(Object.keys(map).filter((name) => !present.has(name))).toEqual([])
  })
})

describe('the rules themselves', { timeout: 60_000 }, () => {
  const forbidden: readonly [rule: string, from: string, to: string][] = [
    ['rules-are-pure', 'src/capabilities/cases/close.rules.ts', 'src/capabilities/cases/cases.queries.ts'],
    ['rules-are-pure', 'src/capabilities/cases/open.rules.ts', 'src/platform/db/index.ts'],
    ['rules-are-pure', 'src/capabilities/cases/read.rules.ts', 'node:fs'],
    ['forms-only-read-fields', 'src/capabilities/cases/open.form.ts', 'src/capabilities/cases/cases.queries.ts'],
    ['queries-only-ask', 'src/capabilities/cases/list.queries.ts', 'src/ui/button.tsx'],
    ['commands-know-no-web', 'src/capabilities/cases/open-case.ts', 'src/platform/http/index.ts'],
    ['commands-know-no-web', 'src/capabilities/cases/opening/begin-case.ts', 'src/capabilities/cases/open.page.tsx'],
    ['pages-only-show', 'src/capabilities/cases/open.page.tsx', 'src/platform/db/index.ts'],
    ['routes-ask-commands', 'src/capabilities/cases/routes.tsx', 'src/capabilities/cases/cases.queries.ts'],
    ['views-only-read-and-show', 'src/capabilities/cases/list.view.tsx', 'src/platform/db/index.ts'],
    ['only-through-the-front-door', 'src/capabilities/routing/send.ts', 'src/capabilities/cases/cases.queries.ts'],
    ['what-organization-may-use', 'src/capabilities/organization/close-unit.ts', 'src/capabilities/cases/index.ts'],
    ['capabilities-are-listed', 'src/capabilities/astrology/predict-day.ts', 'src/platform/outcome.ts'],
    ['capabilities-do-not-know-the-application', 'src/capabilities/cases/start-all.ts', 'src/app.ts'],
    ['the-application-uses-front-doors', 'src/app.ts', 'src/capabilities/cases/cases.queries.ts'],
    ['platform-and-ui-know-no-capability', 'src/platform/mail/index.ts', 'src/capabilities/cases/index.ts'],
    ['ui-asks-nothing', 'src/ui/table.tsx', 'src/platform/db/index.ts'],
    ['islands-live-in-the-browser', 'src/islands/editor.ts', 'src/ui/button.tsx'],
    ['rich-text-is-shared', 'src/rich-text/schema.ts', 'src/platform/outcome.ts'],
    ['product-code-needs-no-test-tools', 'src/platform/clock.ts', 'test/support/world.ts'],
    ['no-cycle', 'src/platform/one.ts', 'src/platform/two.ts'],
    ['no-unresolved', 'src/platform/lost.ts', 'src/platform/nowhere.ts'],
  ]
  let found: string[]

  beforeAll(async () => {
    const place = mkdtempSync(join(tmpdir(), 'carimbo-limites-'))
    try {
      writeTree(place, forbidden)
      found = (await look(place, ['src'])).summary.violations.map((violation) => key(violation))
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  }, 60_000)

  test.each(forbidden)('%s: %s may not import %s', (rule, from, to) => {
    // What cannot be found is named as it was written.
    const said = found.filter(
      (line) => line.startsWith(`${rule}: ${from} → `) && line.endsWith(to.replace('node:', '')),
    )
    expect(said).toHaveLength(1)
  })
})

async function look(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const tsConfig = extractTSConfig(join(root, 'tsconfig.json'))
  const options = {
    ...rules.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  } as ICruiseOptions
  const { output } = await cruise(folders, options, {}, { tsConfig })
  return output as ICruiseResult
}

/** Each pair as a file that imports another; every rule's innocent neighbours exist, so that only it can complain. */
function writeTree(place: string, pairs: readonly (readonly [string, string, string])[]): void {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(place, file)), { recursive: true })
    writeFileSync(join(place, file), text)
  }
  writeFileSync(join(place, 'package.json'), '{"type":"module"}')
  writeFileSync(join(place, 'tsconfig.json'), '{}')
  for (const [, , to] of pairs) {
    if (!to.startsWith('node:') && !to.includes('nowhere')) write(to, 'export const x = 1\n')
  }
  for (const [, from, to] of pairs) {
    const up = '../'.repeat(from.split('/').length - 1)
    write(from, `import * as x from '${to.startsWith('node:') ? to : up + to}'\nexport const y = x\n`)
  }
  write('src/platform/two.ts', `import * as x from './one.ts'\nexport const y = x\n`)
}

function sentence(violation: IViolation): string {
  const cycle = violation.cycle?.map(({ name }) => name).join(' → ')
  return `${key(violation)}${cycle ? ` (${cycle})` : ''}`
}

function key({ rule, from, to }: IViolation): string {
  return `${rule.name}: ${from} → ${to}`
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
}
