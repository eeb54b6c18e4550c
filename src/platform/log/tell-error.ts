/** What the log tells of an error. */
export interface ErrorTold {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly [fact: string]: unknown
}

/**
 * An error without the data that it quotes: PostgreSQL repeats whole rows in `detail`, values in `where` and in messages
 * about values, and the parser of JSON repeats what it read. Which rule was broken, and where in the code, stays.
 */
export function tellError(error: unknown): ErrorTold {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const facts = error as Error & Record<string, unknown>
  const code = typeof facts.code === 'string' ? facts.code : undefined
  const { message } = error
  return {
    type: error.name,
    message: quotesData(error, code) ? withheld : message,
    // The stack begins with the message: only the places in the code are told.
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(code === undefined ? {} : { code }),
    ...Object.fromEntries(harmless.flatMap((name) => (typeof facts[name] === 'string' ? [[name, facts[name]]] : []))),
    ...(error.cause === undefined ? {} : { cause: tellError(error.cause) }),
    ...(error instanceof AggregateError ? { errors: error.errors.map(tellError) } : {}),
  }
}

const withheld = '(left out: it may quote data)'

/** Names of the schema and of the code, as two drivers call them. */
const harmless = [
  ...['severity', 'schema_name', 'table_name', 'column_name', 'constraint_name', 'routine'],
  ...['schema', 'table', 'column', 'constraint', 'kind', 'syscall', 'errno'],
]

/** Errors about a value name the value: classes 22 and P0 of PostgreSQL, and whatever could not be parsed. */
function quotesData(error: Error, code: string | undefined): boolean {
  if (error instanceof SyntaxError) return true
  return 'severity' in error && /^(22|P0)/.test(code ?? '')
}
