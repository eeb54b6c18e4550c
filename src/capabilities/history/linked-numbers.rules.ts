import type { CaseEvent } from './case-event.ts'

/** An event as it lies in the database: its facts are of its kind. */
export interface StoredEvent {
  readonly kind: string
  readonly facts: Readonly<Record<string, unknown>>
}

type KeysOf<E> = E extends unknown ? keyof E : never

/** The facts that are the number of another case file. */
const linking = ['other', 'principal', 'annexed', 'linkedTo'] as const satisfies readonly KeysOf<CaseEvent>[]

/** The numbers of other case files that these events tell, each once. */
export function linkedNumbers(events: readonly StoredEvent[]): string[] {
  const told = events.flatMap(({ facts }) => linking.map((key) => facts[key]))
  return [...new Set(told.filter((number) => typeof number === 'string'))]
}

/**
 * The event without the numbers that its reader may not know: what was public when it was written may be confidential
 * now. The row itself stays as it was sealed.
 */
export function withoutNumbers<E extends StoredEvent>(event: E, secret: ReadonlySet<string>): E {
  const hidden = linking.filter((key) => secret.has(event.facts[key] as string))
  if (hidden.length === 0) return event
  return { ...event, facts: { ...event.facts, ...Object.fromEntries(hidden.map((key) => [key, '(sigiloso)'])) } }
}
