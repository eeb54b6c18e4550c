import { appendFileSync } from 'node:fs'
import type { Attack } from './attack.ts'

/** The figures of an attack, in lines. */
export function tellAttack({ tallies, faults, memory, targets, trap }: Attack, seed: string, looked: number): string {
  const lines = [...tallies].map(([kind, { asked, answers, slowestMs, slowest }]) => {
    const classes = Object.entries(answers)
      .sort()
      .map(([name, count]) => `${name} ${count}`)
    return `${kind.padEnd(14)} ${String(asked).padStart(6)}  ${classes.join(', ')}; slowest ${Math.round(slowestMs)} ms: ${JSON.stringify(slowest)}`
  })
  const mb = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`
  const routes = new Set(targets.map(({ route }) => route)).size
  return [
    `hostile: seed ${seed}, ${routes} addresses of the program, ${targets.length} forms and links`,
    ...lines,
    `browser: ${looked} pages; memory ${mb(memory.atFirst)}, at most ${mb(memory.most)}; calls to the trap: ${trap.calls().length}`,
    faults.size === 0 ? 'nothing found' : `found ${faults.size}:`,
    ...[...faults].map((fault) => `  ${fault}`),
  ].join('\n')
}

/** A line of a long form: `bin/hostile` gathers them and tells them when all has ended; unasked, nothing is told. */
export function tellLongForm(line: string): void {
  const file = process.env.CARIMBO_RELATO_HOSTIL
  if (file) appendFileSync(file, `${line}\n`)
}
