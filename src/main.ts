import { readConfig } from './platform/config/index.ts'
import { StartupProblem } from './platform/startup-problem.ts'
import { startHouse } from './start-house.ts'

// Everything that changes something is a transaction of the database: an error that nobody took (of a package, when the
// database dies under it) undoes its own work alone, and is no reason to turn everybody else out of the house.
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`Um erro ficou sem quem o tratasse: ${String((reason as Error)?.stack ?? reason)}\n`)
})

/** The program: opens the house, says where it is, and closes it in order when asked to stop. */
try {
  const house = await startHouse(readConfig(process.env), (sentence) => process.stdout.write(`${sentence}\n`))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      house.stop().then(
        () => {
          process.stdout.write('\nCarimbo encerrado.\n')
          process.exit(0)
        },
        (error) => fail(error),
      )
    })
  }
} catch (error) {
  fail(error)
}

function fail(error: unknown): never {
  if (error instanceof StartupProblem) process.stderr.write(`\nO Carimbo não pôde iniciar: ${error.message}\n`)
  else
    process.stderr.write(
      `\nO Carimbo parou por um erro que não esperava:\n${String((error as Error)?.stack ?? error)}\n`,
    )
  process.exit(1)
}
