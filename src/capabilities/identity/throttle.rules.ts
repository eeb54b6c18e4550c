const minute = 60_000

/** Wrong passwords within this time count together (DOC-064). */
const windowMs = 15 * minute
const wrongBeforeRest = 5
const firstRestMs = minute
const longestRestMs = 60 * minute

/**
 * How far back wrong passwords may still matter, in milliseconds: what the caller has to gather. Long enough for a chain
 * of rests to have reached the longest one.
 */
export const failuresCountFor = 24 * 60 * minute

/**
 * Until when no password of this account is looked at; undefined where it may be. The fifth wrong password within fifteen
 * minutes brings a rest of one minute, and each further one twice the rest before, up to an hour. Who stays quiet for the
 * rest and fifteen minutes more starts anew.
 *
 * `failures`: wrong passwords since the last right one, in any order. What is turned away during a rest is no failure.
 */
export function coolDownUntil(failures: readonly Date[], now: Date): Date | undefined {
  const times = failures.map((failure) => failure.getTime()).filter((time) => time <= now.getTime())
  times.sort((one, other) => one - other)
  let restMs = 0
  for (const [index, time] of times.entries()) {
    const previous = times[index - 1] ?? Number.NEGATIVE_INFINITY
    const stillWarm = restMs > 0 && time - previous <= restMs + windowMs
    if (stillWarm) restMs = Math.min(restMs * 2, longestRestMs)
    else restMs = isFifth(times, index) ? firstRestMs : 0
  }
  const until = (times.at(-1) ?? 0) + restMs
  return restMs > 0 && until > now.getTime() ? new Date(until) : undefined
}

/** Wrong passwords from one address within this time count together, in milliseconds. */
export const addressWindowMs = windowMs
/**
 * Of an address only what nobody made good there is counted, and whoever has signed in there is looked at in any case: a
 * whole public body may come from one address, and people mistype. A machine that tries many logins goes beyond. What is
 * under way counts as wrong: a hundred would shut out two hundred people who come at eight in the morning.
 */
const wrongBeforeAddressRests = 300
/** For so long an address at which somebody signed in is known as one of theirs, in milliseconds. */
export const knownAddressFor = 30 * 24 * 60 * minute

/**
 * Until when no password from an address is looked at; undefined where it may be. Trying one password on many logins
 * wakes no login's own rest, so the address is counted too.
 */
export function addressRestsUntil(wrong: { readonly count: number; readonly first: Date | null }): Date | undefined {
  if (wrong.count < wrongBeforeAddressRests || !wrong.first) return undefined
  return new Date(wrong.first.getTime() + addressWindowMs)
}

function isFifth(times: readonly number[], index: number): boolean {
  const firstOfFive = times[index - wrongBeforeRest + 1]
  return firstOfFive !== undefined && (times[index] ?? 0) - firstOfFive <= windowMs
}
