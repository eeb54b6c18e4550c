import type { LogLine } from './log-line.ts'

/**
 * A line of the log as it is kept: only the facts of this list, none of which names a case file, a document or a person.
 * Undefined for what is no line.
 */
export function logLineOf(json: string): LogLine | undefined {
  let line: unknown
  try {
    line = JSON.parse(json)
  } catch {
    return undefined
  }
  if (typeof line !== 'object' || line === null) return undefined
  const { time, level, msg, account, unit, ip, ...rest } = line as Record<string, unknown>
  if (typeof time !== 'number' || typeof level !== 'number') return undefined
  const facts = Object.fromEntries(told.flatMap((name) => (rest[name] === undefined ? [] : [[name, rest[name]]])))
  const text = JSON.stringify(facts, undefined, 1)
  const id = (value: unknown) => (typeof value === 'string' && /^[1-9]\d{0,17}$/.test(value) ? value : null)
  return {
    at: new Date(time).toISOString(),
    level: level >= 50 ? 'error' : level >= 40 ? 'warning' : level >= 30 ? 'information' : 'debug',
    words: clean(typeof msg === 'string' ? msg : '', 500),
    facts: text === '{}' ? '' : clean(text, 8_000),
    account: id(account),
    unit: id(unit),
    ip: typeof ip === 'string' ? ip.slice(0, 60) : '',
  }
}

const told = ['err', 'code', 'method', 'route', 'task', 'round', 'kind', 'trouble', 'why', 'wrong', 'count', 'files']

/** PostgreSQL takes neither a zero character nor half of one. */
const clean = (text: string, most: number) => text.replaceAll('\0', '').slice(0, most).toWellFormed()
