import type { Mailer } from '../../platform/mail/index.ts'

/**
 * What is known of a mail server that did not answer. While it rests nobody waits for it; after that one message at a time
 * tries, so that a server that hangs never holds up more than one worker, and all other jobs go on.
 */
export interface MailRest {
  /** When to come again; undefined: now. */
  postponed(now: Date): Date | undefined
  /** Whoever may try says what came of it. */
  answered(): void
  silent(now: Date): void
}

const shortestMs = 15_000
/** So that what has waited is on its way within minutes of the server's return, however long it was away. */
const longestMs = 300_000
/** A try takes a minute at most. */
const tryMs = 60_000

const rests = new WeakMap<Mailer, MailRest>()

export function restOf(mailer: Mailer): MailRest {
  const known = rests.get(mailer)
  if (known) return known
  const made = openMailRest()
  rests.set(mailer, made)
  return made
}

function openMailRest(): MailRest {
  let [silences, until, tryingUntil] = [0, 0, 0]
  return {
    postponed: (now) => {
      if (silences === 0) return undefined
      const next = Math.max(until, tryingUntil)
      if (next > now.getTime()) return new Date(next)
      tryingUntil = now.getTime() + tryMs
      return undefined
    },
    answered: () => {
      silences = 0
      tryingUntil = 0
    },
    silent: (now) => {
      const pause = Math.min(longestMs, shortestMs * 2 ** Math.min(silences, 10))
      silences += 1
      tryingUntil = 0
      until = now.getTime() + pause
    },
  }
}
