import { readTestReport } from '../run-tests/test-report.ts'
import type { Sabotage, TestProof } from './sabotage.ts'

/** What one run of a proof said. */
export interface Told {
  /** Tests that passed; of a command, one when it ended well. */
  readonly passed: number
  /** What failed, in the proof's own words. A file that cannot even be loaded says nothing here. */
  readonly failures: readonly string[]
  /** It came to no end of its own: the time limit, a file that cannot be loaded, a crash. */
  readonly broke: string | undefined
}

/** `left-out`: nothing of the proof can run on this machine (a power cut asks for root), and it says so. */
export type Verdict = 'found' | 'missed' | 'left-out' | 'otherwise'

/** Whether the proof found the sabotage: it failed, and by its own words. */
export function verdictOn({ says }: Pick<Sabotage, 'says'>, told: Told): Verdict {
  if (told.failures.some((failure) => says.test(failure))) return 'found'
  if (told.failures.length > 0 || told.broke !== undefined) return 'otherwise'
  return told.passed > 0 ? 'missed' : 'left-out'
}

/** Whether the proof has nothing to say against the program as it is. */
export function isHealthy(told: Told): boolean {
  return told.failures.length === 0 && told.broke === undefined
}

/** The failure that gave the sabotage away; else whatever there is to say. */
export function wordsOf({ says }: Pick<Sabotage, 'says'>, told: Told): string {
  const failure = told.failures.find((one) => says.test(one)) ?? told.failures[0]
  return failure ?? told.broke ?? (told.passed > 0 ? 'passou' : 'a prova não pode rodar nesta máquina')
}

/** What vitest's report says of one proof, also where the run was of several. */
export function toldOfTests(reportFile: string, { file, test }: TestProof): Told {
  const report = readTestReport(reportFile)
  const results = report?.testResults.filter(({ name }) => name.replaceAll('\\', '/').endsWith(`/${file}`)) ?? []
  const tests = results.flatMap(({ assertionResults }) => assertionResults)
  const meant = tests.filter(({ fullName }) => !test || fullName.includes(test))
  const failures = meant
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.map(withoutStack).join('\n')}`)
  const unloaded = results.find(({ status }) => status === 'failed' && failures.length === 0)
  const broke = results.length === 0 ? 'não terminou, ou não achou o arquivo' : unloaded?.message.trim()
  return { passed: meant.filter(({ status }) => status === 'passed').length, failures, broke: broke || undefined }
}

/** What a command said: it tells each problem by name and ends with 1. */
export function toldOfCommand(code: number, said: string): Told {
  if (code === 0) return { passed: 1, failures: [], broke: undefined }
  return code === 1
    ? { passed: 0, failures: [said], broke: undefined }
    : { passed: 0, failures: [], broke: `saiu com ${code}: ${said.trim().split('\n').at(-1) ?? ''}` }
}

function withoutStack(message: string): string {
  return message
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n')
    .trim()
}
