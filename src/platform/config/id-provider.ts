import { z } from 'zod'
import { type IdProviderConfig, isPrivateAddress } from '../id-provider/index.ts'
import { StartupProblem } from '../startup-problem.ts'

/** The levels of an identity of gov.br (Lei 14.063/2020, Decreto 8.936/2016), the lowest first. */
const level = z.enum(['bronze', 'prata', 'ouro'])

/** Signing in by a provider of identities (OpenID Connect). All of it absent: nobody outside is ever asked. */
export const idProviderVariables = {
  /** The provider as it names itself, as in `https://sso.acesso.gov.br/`. */
  CARIMBO_ENTRADA_EMISSOR: z.url().refine(isPrivateAddress, 'o endereço do provedor começa com https://').optional(),
  /** Name of this installation at the provider (client id). */
  CARIMBO_ENTRADA_CLIENTE: z.string().min(1).max(200).optional(),
  /** File with the secret of this installation at the provider. */
  CARIMBO_ENTRADA_SEGREDO: z.string().min(1).optional(),
  /** What the button says: “Entrar com …”. */
  CARIMBO_ENTRADA_NOME: z.string().min(1).max(40).default('gov.br'),
  /** The claim of the provider that says who it is. gov.br gives the CPF in `sub`. */
  CARIMBO_ENTRADA_CAMPO: z
    .string()
    .regex(/^[\w.:/-]{1,100}$/)
    .default('sub'),
  /** What of the account must be equal to the claim. */
  CARIMBO_ENTRADA_LIGA: z.enum(['cpf', 'usuario', 'email']).default('cpf'),
  /** What is asked of the provider. Levels of gov.br need `govbr_confiabilidades govbr_confiabilidades_idtoken` besides. */
  CARIMBO_ENTRADA_ESCOPOS: z
    .string()
    .regex(/^openid( [\w.:/-]+)*$/, 'a lista começa com openid e é separada por um espaço')
    .default('openid email profile'),
  /** Who has a lower level there does not enter by it. Absent: every level enters. */
  CARIMBO_ENTRADA_NIVEL: level.optional(),
  /** From this level on the code of the second factor is not asked. Absent: it always is, of who has one. */
  CARIMBO_ENTRADA_SEM_CODIGO: level.optional(),
} as const

type Read = z.infer<z.ZodObject<typeof idProviderVariables>>

/** Undefined where nothing of it is configured. Throws a StartupProblem where only a part is. */
export function idProviderOf(value: Read): IdProviderConfig | undefined {
  const needed = ['CARIMBO_ENTRADA_EMISSOR', 'CARIMBO_ENTRADA_CLIENTE', 'CARIMBO_ENTRADA_SEGREDO'] as const
  const missing = needed.filter((name) => value[name] === undefined)
  if (missing.length === needed.length) return undefined
  const [issuer, clientId, secretFile] = needed.map((name) => value[name])
  if (issuer === undefined || clientId === undefined || secretFile === undefined) {
    throw new StartupProblem(`Para entrar com ${value.CARIMBO_ENTRADA_NOME} falta configurar ${missing.join(' e ')}.`)
  }
  return {
    issuer,
    clientId,
    secretFile,
    name: value.CARIMBO_ENTRADA_NOME,
    claim: value.CARIMBO_ENTRADA_CAMPO,
    matches: value.CARIMBO_ENTRADA_LIGA,
    scopes: value.CARIMBO_ENTRADA_ESCOPOS,
    leastLevel: value.CARIMBO_ENTRADA_NIVEL,
    levelWithoutCode: value.CARIMBO_ENTRADA_SEM_CODIGO,
  }
}
