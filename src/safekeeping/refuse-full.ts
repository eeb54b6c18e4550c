import { existsSync, readdirSync } from 'node:fs'
import { StartupProblem } from '../platform/startup-problem.ts'

/** Nothing is ever restored over a house that is there. */
export function refuseFull(dataFolder: string): void {
  if (!existsSync(dataFolder) || readdirSync(dataFolder).length === 0) return
  throw new StartupProblem(
    `A pasta ${dataFolder} não está vazia: restaurar por cima de uma casa é proibido. Informe outra em CARIMBO_DADOS.`,
  )
}
