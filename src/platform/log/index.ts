import { type Logger, pino } from 'pino'

export type Log = Logger

/** Structured log on standard output. Secrets are redacted by field name, wherever a caller puts them. */
export function openLog(level: string): Log {
  return pino({
    level,
    redact: {
      paths: ['senha', 'password', 'token', 'cookie', 'authorization', '*.senha', '*.password', '*.token', '*.cookie'],
      censor: '[oculto]',
    },
  })
}
