import { globSync, readFileSync } from 'node:fs'

/** The test files beside the code that tell a scenario of the specification: one of their titles names it. */
export function scenarioFiles(): string[] {
  return globSync('src/**/*.test.ts').filter((file) =>
    /(it|test|describe)\([^\n]*\bE2E-\d/.test(readFileSync(file, 'utf8')),
  )
}
