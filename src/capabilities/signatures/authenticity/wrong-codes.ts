import { networkOf } from '../../../platform/network-of.ts'

/** Wrong codes that one address may give within an hour (T-32). A code is 32 bits, and opens what is restricted. */
const most = 100
const countsForMs = 60 * 60_000
/** Addresses remembered at once; of more, those that began first are forgotten. */
const mostAddresses = 50_000

/** Counts the wrong codes that each address gave, in this process; those of one IPv6 network together. */
export interface WrongCodes {
  /** Whether this address gave so many that it is answered nothing for a while. */
  readonly isSpent: (ip: string, now: Date) => boolean
  readonly count: (ip: string, now: Date) => void
}

export function openWrongCodes(limit = most): WrongCodes {
  const given = new Map<string, { since: number; wrong: number }>()
  const current = (key: string, now: Date) => {
    const entry = given.get(key)
    if (entry && now.getTime() - entry.since < countsForMs) return entry
    given.delete(key)
    return undefined
  }
  return {
    isSpent: (ip, now) => (current(networkOf(ip), now)?.wrong ?? 0) >= limit,
    count(ip, now) {
      const key = networkOf(ip)
      const entry = current(key, now)
      if (entry) {
        entry.wrong += 1
        return
      }
      const [first] = given.keys()
      if (given.size >= mostAddresses && first !== undefined) given.delete(first)
      given.set(key, { since: now.getTime(), wrong: 1 })
    },
  }
}
