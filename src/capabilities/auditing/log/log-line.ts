export const logLevels = ['error', 'warning', 'information', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

export interface LogLine {
  readonly at: string
  readonly level: LogLevel
  readonly words: string
  readonly facts: string
  readonly account: string | null
  readonly unit: string | null
  readonly ip: string
}

/** For how many days each kind is kept. */
export const daysOfLog: Readonly<Record<LogLevel, number>> = { error: 365, warning: 365, information: 90, debug: 7 }
