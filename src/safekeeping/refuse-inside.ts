import { dirname, resolve } from 'node:path'
import { StartupProblem } from '../platform/startup-problem.ts'

/** A copy that lies where its original does is lost with it. */
export function refuseInside(dataFolder: string, backup: string): void {
  for (let folder = resolve(backup); ; folder = dirname(folder)) {
    if (folder === resolve(dataFolder)) {
      throw new StartupProblem('A cópia não pode ficar dentro da pasta de dados: escolha outra pasta, de outro disco.')
    }
    if (folder === dirname(folder)) return
  }
}
