import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { projectRoot } from '../project-root.ts'
import { failpoints } from './index.ts'

describe('a failpoint', () => {
  const script = `
    const { failpoint } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)})
    failpoint('act.claimed')
    console.log('alive')`
  const run = (environment: Record<string, string>) => {
    const options = { env: environment, encoding: 'utf8', timeout: 30_000 } as const
    const { signal, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], options)
    return signal ?? stdout.trim()
  }

  test.each([
    ['kills the process where it is armed in a test', { NODE_ENV: 'test', CARIMBO_FALHA: 'act.claimed' }, 'SIGKILL'],
    ['does nothing where another one is armed', { NODE_ENV: 'test', CARIMBO_FALHA: 'jobs.done' }, 'alive'],
    ['cannot be armed in production', { NODE_ENV: 'production', CARIMBO_FALHA: 'act.claimed' }, 'alive'],
    ['cannot be armed where nobody said what this is', { CARIMBO_FALHA: 'act.claimed' }, 'alive'],
  ])('%s', (_, environment, outcome) => {
    expect(run(environment)).toBe(outcome)
  })

  it('stands in the program exactly once under each name', () => {
    const source = join(projectRoot, 'src')
    const files = readdirSync(source, { recursive: true }).map(String)
    const text = files
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('failpoints'))
      .map((name) => readFileSync(join(source, name), 'utf8'))
      .join('\n')
    const found = [...text.matchAll(/\bfailpoint\('([^']+)'\)/g)].map((match) => match[1] ?? '')
    expect(found.sort()).toEqual([...failpoints].sort())
  })
})
