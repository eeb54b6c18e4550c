import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { holdLock, processMark } from '../bin/bootstrap/lock.mjs'
import { missingEntries } from './complete-lock.ts'
import { tallyOf } from './run-tests/tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'carimbo-trava-'))
const path = join(folder, 'trava')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the lock of preparation', () => {
  test('twenty who want it at once have it one after the other', async () => {
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const release = await holdLock(path)
        most = Math.max(most, ++inside)
        await sleep(1)
        inside--
        release()
      }),
    )
    expect(most).toBe(1)
    expect(existsSync(path)).toBe(false)
  })

  test.each([
    ['a process that died', () => ({ pid: 4_194_303, host: hostname(), mark: 'x' })],
    ['a process whose number is another one’s now', () => ({ pid: process.pid, host: hostname(), mark: 'earlier' })],
  ])('what %s held is taken over', async (_who, holder) => {
    writeFileSync(path, JSON.stringify(holder()))
    const release = await holdLock(path, { deadlineMs: 2_000 })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid })
    release()
  })

  test('what a living process holds is waited for', async () => {
    const other = spawn('sleep', ['30'])
    writeFileSync(path, JSON.stringify({ pid: other.pid, host: hostname(), mark: processMark(other.pid ?? 0) }))
    await expect(holdLock(path, { deadlineMs: 300 })).rejects.toThrow(/was not given back/)
    other.kill()
    const release = await holdLock(path, { deadlineMs: 5_000 })
    release()
  })
})

describe('the sum of a run', () => {
  const report = (numPassedTests: number, testResults: object[]) => {
    writeFileSync(path, JSON.stringify({ numPassedTests, testResults }))
    return path
  }
  const ofFile = (name: string, status: string, ...assertionResults: object[]) => ({
    name,
    status,
    message: status === 'failed' ? 'cannot be read' : '',
    assertionResults,
  })
  const broken = { status: 'failed', fullName: 'the desk is tidy', failureMessages: ['AssertionError: 1\n  at x'] }

  test.each([
    ['all passed', () => report(3, [ofFile('a', 'passed')]), 0, { passed: 3, failures: [] }],
    [
      'one failed',
      () => report(2, [ofFile('a', 'failed', broken, { status: 'passed' })]),
      1,
      { passed: 2, failures: ['a: the desk is tidy\n    AssertionError: 1\n      at x'] },
    ],
    [
      'a file that could not be loaded',
      () => report(2, [ofFile('a', 'failed')]),
      1,
      { passed: 2, failures: ['a: cannot be read'] },
    ],
    [
      'an error outside any test',
      () => report(2, [ofFile('a', 'passed')]),
      1,
      { passed: 2, failures: ['the run ended with 1 and named no culprit'] },
    ],
    ['no report at all', () => join(folder, 'none'), 0, { passed: 0, failures: ['the run ended without a report'] }],
  ])('%s', (_what, file, code, sum) => {
    expect(tallyOf(file(), code)).toEqual({ ...sum, failed: sum.failures.length })
  })
})

describe('the completed package lock', () => {
  test('gains what other systems need, and nothing that is there', () => {
    const optionalDependencies = {
      'tool-linux-x64': '1.2.3',
      '@tool/darwin-arm64': '1.2.3',
      'tool-linux-arm64-musl': '1.2.3',
    }
    const packages = {
      'node_modules/tool': { dev: true, optionalDependencies },
      'node_modules/tool-linux-x64': { version: '1.2.3' },
    }
    expect(missingEntries(packages)).toEqual({
      'node_modules/@tool/darwin-arm64': {
        version: '1.2.3',
        cpu: ['arm64'],
        os: ['darwin'],
        dev: true,
        optional: true,
      },
      'node_modules/tool-linux-arm64-musl': {
        version: '1.2.3',
        cpu: ['arm64'],
        libc: ['musl'],
        os: ['linux'],
        dev: true,
        optional: true,
      },
    })
  })
})
