import type { Config } from '../config/index.ts'
import { StartupProblem } from '../startup-problem.ts'
import { loadVerifier, type TrustAnchors } from './verifier.ts'

/**
 * The authorities that the administrator put into the folder of the configuration; undefined where none is named. They
 * are read once: nothing is ever fetched from outside. A folder that cannot be used stops the start.
 */
export async function openAnchors(
  { anchorsFolder }: Pick<Config, 'anchorsFolder'>,
  variable = 'CARIMBO_CADEIAS_CONFIAVEIS',
): Promise<TrustAnchors | undefined> {
  if (anchorsFolder === undefined) return undefined
  const { readAnchorFolder, problemOfAnchors } = await loadVerifier()
  const refuse = (why: string): never => {
    throw new StartupProblem(`A pasta de ${variable}, "${anchorsFolder}", não serve: ${why}.`)
  }
  let anchors: TrustAnchors
  try {
    anchors = readAnchorFolder(anchorsFolder)
  } catch {
    return refuse('não é possível ler a pasta')
  }
  const problem = problemOfAnchors(anchors)
  return problem === undefined ? anchors : refuse(problem)
}
