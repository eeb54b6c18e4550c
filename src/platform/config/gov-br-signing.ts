import { z } from 'zod'
import type { GovBrSigningConfig } from '../gov-br-signing/index.ts'
import { isPrivateAddress } from '../id-provider/index.ts'
import { StartupProblem } from '../startup-problem.ts'

const address = z.url().refine(isPrivateAddress, 'o endereço começa com https://').optional()

/** The electronic signature of gov.br (API of the ITI). All of it absent: nobody outside is ever asked. */
export const govBrSigningVariables = {
  /** The server where people authorize, as in `https://cas.iti.br`. */
  CARIMBO_GOVBR_AUTORIZACAO: address,
  /** The service that signs, as in `https://assinatura-api.iti.br`. */
  CARIMBO_GOVBR_SERVICO: address,
  /** Name of this installation there (client id). */
  CARIMBO_GOVBR_CLIENTE: z.string().min(1).max(200).optional(),
  /** File with the secret of this installation there. */
  CARIMBO_GOVBR_SEGREDO: z.string().min(1).optional(),
  /** Folder of the authorities of gov.br (root and intermediates; PEM, DER, P7B): none of them is of ICP-Brasil. */
  CARIMBO_GOVBR_CADEIAS: z.string().min(1).optional(),
} as const

type Read = z.infer<z.ZodObject<typeof govBrSigningVariables>>

/** Undefined where nothing of it is configured. Throws a StartupProblem where only a part is. */
export function govBrSigningConfigOf(value: Read): GovBrSigningConfig | undefined {
  const names = Object.keys(govBrSigningVariables) as (keyof typeof govBrSigningVariables)[]
  const missing = names.filter((name) => value[name] === undefined)
  if (missing.length === names.length) return undefined
  const [authorizationUrl, serviceUrl, clientId, secretFile, anchorsFolder] = names.map((name) => value[name] ?? '')
  if (missing.length > 0 || !authorizationUrl || !serviceUrl || !clientId || !secretFile || !anchorsFolder) {
    throw new StartupProblem(`Para assinar com gov.br falta configurar ${missing.join(' e ')}.`)
  }
  return { authorizationUrl, serviceUrl, clientId, secretFile, anchorsFolder }
}
