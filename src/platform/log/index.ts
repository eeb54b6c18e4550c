import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import { keepingStream, keepLinesOf } from './kept-lines.ts'
import { tellError } from './tell-error.ts'

export { takeLines } from './kept-lines.ts'

export type Log = Logger

/**
 * Structured log on standard output, or wherever a test reads it. Secrets are redacted by field name, wherever a caller
 * puts them; errors are told without the data that they quote.
 */
export function openLog(level: string, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    serializers: { err: tellError },
    // Without words of its own a line would repeat those of the error.
    hooks: {
      logMethod(given, method) {
        const [first, words] = given as unknown[]
        if (first instanceof Error)
          return method.apply(this, [{ err: first }, typeof words === 'string' ? words : 'error'])
        if (words === undefined && hasError(first)) return method.apply(this, [first, 'error'])
        return method.apply(this, given)
      },
    },
    redact: {
      paths: [
        ...['senha', 'password', 'token', 'cookie', 'authorization', '*.senha', '*.password', '*.token', '*.cookie'],
        // Whatever a package says of a request at the finest level: its headers carry the session.
        ...['headers', '*.headers'],
      ],
      censor: '[oculto]',
    },
  }
  const lines: string[] = []
  const log = pino(options, keepingStream(lines, destination ?? pino.destination({ dest: 1, sync: true })))
  keepLinesOf(log, lines)
  return log
}

function hasError(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'err' in value
}
