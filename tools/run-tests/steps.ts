/** One check: a script of a package, run by this very Node. */
export interface Step {
  readonly name: string
  /** Script and arguments; `report` is where a step that `reports` writes its results. */
  command(report: string): readonly string[]
  /** It writes vitest's JSON; otherwise the exit code is the one result. */
  readonly reports: boolean
  readonly needsBrowser: boolean
}

/** In the order of how soon they tell something. Boundaries between the parts are checked by `tools/tidy.test.ts`. */
export const allSteps: readonly Step[] = [
  fixed('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  fixed('types', ['node_modules/typescript/bin/tsc', '--noEmit', '--project', '.']),
  fixed('unused code', ['node_modules/knip/bin/knip.js', '--no-progress']),
  vitest('tests beside the code', ['--project', 'unit'], false),
  vitest('scenarios in a browser', ['--project', 'scenarios', '-t', 'E2E-'], true),
  vitest('stories in a browser', ['--project', 'stories', '--passWithNoTests'], true),
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
