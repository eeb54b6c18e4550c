import { readTestReport } from './test-report.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
  /** One line each, to be told again at the very end. */
  readonly failures: readonly string[]
}

export const none: Tally = { passed: 0, failed: 0, failures: [] }

export function plus(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    failures: [...one.failures, ...other.failures],
  }
}

/**
 * What a run of vitest amounts to. A file that could not even be loaded has no failed test of its own and counts as one
 * failure; so does a run that ended badly without naming a culprit.
 */
export function tallyOf(reportFile: string, exitCode: number): Tally {
  const report = readTestReport(reportFile)
  if (!report) return { passed: 0, failed: 1, failures: ['the run ended without a report'] }
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [`${name}: ${message}`]
    return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n')}`)
  })
  if (failures.length === 0 && exitCode !== 0) failures.push(`the run ended with ${exitCode} and named no culprit`)
  return { passed: report.numPassedTests, failed: failures.length, failures: failures.map(shortened) }
}

/** A check that has nothing but its exit code. */
export function tallyOfOne(name: string, exitCode: number): Tally {
  return exitCode === 0
    ? { ...none, passed: 1 }
    : { passed: 0, failed: 1, failures: [`${name} ended with ${exitCode}`] }
}

/** A failure in at most a few lines: what failed, and how it begins. */
function shortened(failure: string): string {
  return failure.split('\n').slice(0, 6).join('\n    ').slice(0, 800)
}
