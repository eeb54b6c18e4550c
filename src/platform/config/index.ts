import { join } from 'node:path'
import { z } from 'zod'
import { problemOfAddress } from '../db/index.ts'
import type { GovBrSigningConfig } from '../gov-br-signing/index.ts'
import type { IdProviderConfig } from '../id-provider/index.ts'
import { projectRoot } from '../project-root.ts'
import { StartupProblem } from '../startup-problem.ts'
import { govBrSigningConfigOf, govBrSigningVariables } from './gov-br-signing.ts'
import { idProviderOf, idProviderVariables } from './id-provider.ts'

const flag = z.enum(['sim', 'nao']).transform((value) => value === 'sim')
const port = z.coerce.number().int().min(0).max(65_535)

const databaseAddress = z.string().superRefine((value, context) => {
  const problem = problemOfAddress(value)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

/** Every setting the program reads, with its default and its meaning. Anything wrong stops the start with one sentence. */
const variables = z.object({
  /** Port of the pages. 0 chooses a free one. */
  PORT: port.default(3000),
  /** Address to listen on. The clerk's laptop needs only itself. */
  CARIMBO_ENDERECO: z.string().min(1).default('127.0.0.1'),
  /** Address people type, used in links, e-mails and QR codes. */
  CARIMBO_URL: z.url().optional(),
  /** Folder of files and of the embedded database. */
  CARIMBO_DADOS: z.string().min(1).default(join(projectRoot, 'dados')),
  /**
   * A PostgreSQL ≥ 15 of one's own, or several of which one takes writes (`postgres://u:s@host1:5432,host2:5432/banco`).
   * Absent: the embedded server with the demonstration world.
   */
  DATABASE_URL: databaseAddress.optional(),
  /** Direct address for LISTEN and advisory locks, where DATABASE_URL points to a pooler such as PgBouncer. */
  PG_DIRECT_URL: databaseAddress.optional(),
  /** `nao` behind PgBouncer older than 1.21 in transaction mode: prepared statements would hang there. */
  PG_PREPARE: flag.default(true),
  /** Connections of the pool. */
  PG_CONEXOES: z.coerce.number().int().min(5).max(200).default(20),
  /** Limit of every statement, in milliseconds. */
  PG_LIMITE_MS: z.coerce.number().int().min(100).max(600_000).default(15_000),
  /** The longest that a page waits for a free connection before it says that there is too much to do. */
  PG_ESPERA_MS: z.coerce.number().int().min(100).max(60_000).default(5_000),
  /** Requests under way at once; 0: as many as connections of the pool. Uploads have as many places of their own. */
  CARIMBO_PEDIDOS: z.coerce.number().int().min(0).max(10_000).default(0),
  /** Requests that may wait for a place; all others are told to come again. */
  CARIMBO_FILA: z.coerce.number().int().min(0).max(100_000).default(100),
  /** The longest that a request of reading waits for a place; one that changes something waits up to four times as long. */
  CARIMBO_ESPERA_MS: z.coerce.number().int().min(0).max(60_000).default(2_000),
  /** A turn of the event loop longer than this says that the machine is behind: then only what changes something waits, and finds all the room. */
  CARIMBO_ATRASO_MS: z.coerce.number().int().min(50).max(60_000).default(500),
  /** Name of the installation, shown in the header and on documents. */
  CARIMBO_NOME: z.string().min(1).max(80).default('Carimbo'),
  /** SMTP server (smtp://user:password@host:port). Absent: mail stays in the administrator's outbox page. */
  SMTP_URL: z.string().min(1).optional(),
  /** Sender of system e-mails. */
  SMTP_REMETENTE: z.string().min(3).default('carimbo@localhost'),
  /** Port of /metrics, on the loopback only. Absent: off. */
  METRICAS_PORTA: port.optional(),
  /** `sim` behind a reverse proxy that sets X-Forwarded-For and terminates TLS. */
  CARIMBO_PROXY: flag.default(false),
  /** fatal, error, warn, info, debug or silent. */
  CARIMBO_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  /** Number of processes' worth of jobs done at once in this node; 0 leaves the jobs to other nodes. */
  CARIMBO_TRABALHOS: z.coerce.number().int().min(0).max(20).default(2),
  /** Ed25519 key (PEM, PKCS #8) that signs the heads of the log. Absent: `chaves/registro.pem` in the data folder, made at first use. */
  CARIMBO_CHAVE_DO_REGISTRO: z.string().min(1).optional(),
  /** Second folder, of another machine best, to which every signed head is written. */
  CARIMBO_COPIA_DO_REGISTRO: z.string().min(1).optional(),
  /** Address of a time-stamping authority (RFC 3161). Absent: none is ever asked. */
  CARIMBO_CARIMBO_DO_TEMPO: z.url({ protocol: /^https?$/ }).optional(),
  /** Folder of the authorities to trust (ICP-Brasil roots, intermediates, lists of revoked; PEM, DER, P7B). Absent: no signing by certificate. */
  CARIMBO_CADEIAS_CONFIAVEIS: z.string().min(1).optional(),
  /** `sim`: the embedded server keeps its write-ahead log in `wal` below the data folder, so that a backup can be restored to any moment. */
  CARIMBO_ARQUIVAR_WAL: flag.default(false),
  ...idProviderVariables,
  ...govBrSigningVariables,
})

const secrets = new Set(['DATABASE_URL', 'PG_DIRECT_URL'])

/** How many requests are let in at once, and how the others wait. */
export interface AdmissionConfig {
  readonly atOnce: number
  readonly waiting: number
  readonly longestWaitMs: number
  readonly lateLoopMs: number
}

export interface Config {
  readonly port: number
  readonly host: string
  /** Where people reach the installation, without a slash at the end. Undefined until the port is known. */
  readonly publicUrl: string | undefined
  readonly dataFolder: string
  /** Undefined: embedded server. */
  readonly databaseUrl: string | undefined
  readonly directDatabaseUrl: string | undefined
  readonly prepareStatements: boolean
  readonly poolSize: number
  readonly statementTimeoutMs: number
  readonly connectionWaitMs: number
  readonly admission: AdmissionConfig
  readonly installationName: string
  readonly smtpUrl: string | undefined
  readonly mailSender: string
  readonly metricsPort: number | undefined
  readonly behindProxy: boolean
  readonly logLevel: z.infer<typeof variables>['CARIMBO_LOG']
  readonly jobConcurrency: number
  readonly logKeyFile: string | undefined
  readonly logCopyFolder: string | undefined
  /** Undefined: heads are not time-stamped. */
  readonly timeStampUrl: string | undefined
  /** Undefined: chains of certificates are not checked, and nobody signs by certificate. */
  readonly anchorsFolder: string | undefined
  readonly archivesWal: boolean
  /** Undefined: people sign in by their password alone, and nobody outside is asked. */
  readonly idProvider: IdProviderConfig | undefined
  /** Undefined: nobody signs by gov.br, and nobody outside is asked. */
  readonly govBrSigning: GovBrSigningConfig | undefined
}

/** Reads and checks the environment. Throws a StartupProblem that names the variable and what it accepts. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = issue?.path.join('.') ?? ''
    // An address holds a password, and what is said here is written down by others.
    const shown = secrets.has(name) ? '' : `="${String(given[name] ?? '')}"`
    throw new StartupProblem(`A configuração ${name}${shown} não vale: ${issue?.message ?? ''}.`)
  }
  const value = parsed.data
  return {
    port: value.PORT,
    host: value.CARIMBO_ENDERECO,
    publicUrl: value.CARIMBO_URL?.replace(/\/+$/, ''),
    dataFolder: value.CARIMBO_DADOS,
    databaseUrl: value.DATABASE_URL,
    directDatabaseUrl: value.PG_DIRECT_URL ?? value.DATABASE_URL,
    prepareStatements: value.PG_PREPARE,
    poolSize: value.PG_CONEXOES,
    statementTimeoutMs: value.PG_LIMITE_MS,
    connectionWaitMs: value.PG_ESPERA_MS,
    admission: {
      atOnce: value.CARIMBO_PEDIDOS || value.PG_CONEXOES,
      waiting: value.CARIMBO_FILA,
      longestWaitMs: value.CARIMBO_ESPERA_MS,
      lateLoopMs: value.CARIMBO_ATRASO_MS,
    },
    installationName: value.CARIMBO_NOME,
    smtpUrl: value.SMTP_URL,
    mailSender: value.SMTP_REMETENTE,
    metricsPort: value.METRICAS_PORTA,
    behindProxy: value.CARIMBO_PROXY,
    logLevel: value.CARIMBO_LOG,
    jobConcurrency: value.CARIMBO_TRABALHOS,
    logKeyFile: value.CARIMBO_CHAVE_DO_REGISTRO,
    logCopyFolder: value.CARIMBO_COPIA_DO_REGISTRO,
    timeStampUrl: value.CARIMBO_CARIMBO_DO_TEMPO,
    anchorsFolder: value.CARIMBO_CADEIAS_CONFIAVEIS,
    archivesWal: value.CARIMBO_ARQUIVAR_WAL,
    idProvider: idProviderOf(value),
    govBrSigning: govBrSigningConfigOf(value),
  }
}
