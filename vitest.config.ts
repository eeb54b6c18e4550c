import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/run-tests/longest-first.ts'
import { scenarioFiles } from './tools/run-tests/scenario-files.ts'

const translated = process.env.CARIMBO_TEST_TRANSLATED

/**
 * Tests beside the code first; whole stories in a browser are a project of their own, and the
 * scenarios of the specification (E2E-…), told once through HTTP, are told again by people before a real browser.
 */
export default defineConfig({
  test: {
    // `npm test` says where what one project has made of a file waits for the next; it goes away with that run.
    experimental: translated ? { fsModuleCache: true, fsModuleCachePath: translated } : {},
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'threads',
    // Reading the program anew for each file took half of all processor time; no module keeps a state that tests could share.
    isolate: false,
    // As many as cores: with one more the whole took as long, measured on two.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'scenarios',
          include: scenarioFiles(),
          env: { CARIMBO_PESSOAS: 'navegador' },
          testTimeout: 120_000,
        },
      },
      { extends: true, test: { name: 'stories', include: ['test/**/*.test.{ts,tsx}'], testTimeout: 60_000 } },
    ],
  },
})
