import type { DestinationStream } from 'pino'

/** One line as the log wrote it, in JSON. */
const mostKept = 2_000
const kept = new WeakMap<object, string[]>()

/** A destination beside the usual one, which keeps the newest lines until somebody takes them. */
export function keepingStream(lines: string[], next: DestinationStream): DestinationStream {
  return {
    write: (line) => {
      lines.push(line)
      if (lines.length > mostKept) lines.shift()
      next.write(line)
    },
  }
}

export function keepLinesOf(log: object, lines: string[]): void {
  kept.set(log, lines)
}

/** The lines that the log wrote since the last time they were taken, at most the newest two thousand. */
export function takeLines(log: object): string[] {
  return kept.get(log)?.splice(0) ?? []
}
