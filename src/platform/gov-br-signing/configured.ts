import { readFile } from 'node:fs/promises'
import type { Log } from '../log/index.ts'
import { StartupProblem } from '../startup-problem.ts'
import { openAnchors, type TrustAnchors } from '../time-stamp/index.ts'
import type { GovBrSigning, GovBrSigningConfig } from './gov-br-signing.ts'
import { openGovBrSigning } from './open-gov-br-signing.ts'

const folderVariable = 'CARIMBO_GOVBR_CADEIAS'

/**
 * The service that the administrator configured; undefined where there is none. `qualified`: the authorities of ICP-Brasil.
 * Throws a StartupProblem without its secret or its authorities, or where an authority stands on both sides: which one
 * issued a certificate is what tells a qualified signature from an advanced one.
 */
export async function govBrSigningOf(
  config: GovBrSigningConfig | undefined,
  qualified: TrustAnchors | undefined,
  log: Log,
): Promise<GovBrSigning | undefined> {
  if (!config) return undefined
  const clientSecret = (await readFile(config.secretFile, 'utf8').catch(() => '')).trim()
  if (!clientSecret) {
    throw new StartupProblem(
      `O arquivo ${config.secretFile}, de CARIMBO_GOVBR_SEGREDO, não existe, não pode ser lido ou está vazio.`,
    )
  }
  const anchors = await openAnchors(config, folderVariable)
  if (!anchors) throw new StartupProblem(`Falta a pasta de ${folderVariable}.`)
  const both = anchors.roots.find(({ name }) => qualified?.roots.some((root) => root.name === name))
  if (both) {
    throw new StartupProblem(
      `A autoridade "${both.name}" está na pasta de ${folderVariable} e também na de CARIMBO_CADEIAS_CONFIAVEIS. As do gov.br e as da ICP-Brasil ficam separadas, porque o nível da assinatura é outro.`,
    )
  }
  return openGovBrSigning({ ...config, clientSecret, anchors }, log)
}
