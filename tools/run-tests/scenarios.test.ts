import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { scenarioFiles } from './scenario-files.ts'

const told = (files: readonly string[]) =>
  new Set(files.flatMap((file) => readFileSync(file, 'utf8').match(/\bE2E-\d\d\b/g) ?? []))

it('every scenario of the inner house, E2E-01 to E2E-18, is told by people before a browser', () => {
  const inBrowser = told([...scenarioFiles(), ...globSync('test/journeys/*.test.ts')])
  const all = Array.from({ length: 18 }, (_, place) => `E2E-${String(place + 1).padStart(2, '0')}`)
  expect(all.filter((scenario) => !inBrowser.has(scenario))).toEqual([])
})
