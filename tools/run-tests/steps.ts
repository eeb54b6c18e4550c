/** One check: a script of a package, run by this very Node. */
export interface Step {
  readonly name: string
  /** Script and arguments; `report` is where a step that `reports` writes its results. */
  command(report: string): readonly string[]
  /** It writes vitest's JSON; otherwise the exit code is the one result. */
  readonly reports: boolean
  readonly needsBrowser: boolean
}

/**
 * In the order in which failures are told. Boundaries between the parts are checked by `tools/tidy.test.ts`; those that
 * write no report run beside the tests.
 */
export const allSteps: readonly Step[] = [
  fixed('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  // The native compiler takes a third of the time; the other one stays for the tools that ask it as a library.
  fixed('types', ['node_modules/typescript7/bin/tsc', '--noEmit', '--project', '.']),
  fixed('unused code', ['node_modules/knip/bin/knip.js', '--no-progress']),
  // In one run, so that no worker waits for the last test beside the code before it begins with the stories.
  vitest('tests beside the code, and stories in a browser', ['--project', 'unit', '--project', 'stories'], true),
  vitest('scenarios in a browser', ['--project', 'scenarios', '-t', 'E2E-'], true),
]

/** `npm test -- path`: the tests of that path only, with vitest's own options allowed. */
export function stepFor(args: readonly string[]): Step {
  const besideTheCode =
    args.some((arg) => /^(\.\/)?(src|tools)\//.test(arg)) && !args.some((arg) => /^(\.\/)?test/.test(arg))
  return vitest(args.join(' '), args, !besideTheCode)
}

function fixed(name: string, command: readonly string[]): Step {
  return { name, command: () => command, reports: false, needsBrowser: false }
}

function vitest(name: string, args: readonly string[], needsBrowser: boolean): Step {
  // A line a test is for who sits before it; a record wants what failed, and that stands at the end.
  const reporters = [process.stdout.isTTY ? '--reporter=default' : '--reporter=dot', '--reporter=json']
  return {
    name,
    command: (report) => [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...reporters,
      `--outputFile.json=${report}`,
      ...args,
    ],
    reports: true,
    needsBrowser,
  }
}
