/**
 * The program cannot start (or go on) for a reason that the person at the console can mend. The message is one clear
 * sentence in Portuguese; the launcher prints it without a stack and exits with a non-zero code.
 */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem'
}
