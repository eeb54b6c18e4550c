/** How sure the provider is of who somebody is, the lowest first, in the words of gov.br. */
const levels = ['bronze', 'prata', 'ouro'] as const
export type Level = (typeof levels)[number]

/** As providers write them: gov.br in English in its list of reliabilities, others in `acr` in either language. */
const written: ReadonlyMap<unknown, Level> = new Map([
  ['bronze', 'bronze'],
  ['prata', 'prata'],
  ['silver', 'prata'],
  ['ouro', 'ouro'],
  ['gold', 'ouro'],
])

/**
 * The level that the token of the provider states: `reliability_info.level` of gov.br and, where there is none of it,
 * `acr`. Undefined where it states none, or one that nobody knows here: then no level is reached.
 */
export function levelOf(claims: Readonly<Record<string, unknown>>): Level | undefined {
  const info = claims.reliability_info
  if (info !== undefined) return written.get(isRecord(info) ? info.level : undefined)
  return written.get(claims.acr)
}

/** Whether a level is at least the other; no level reaches none. */
export function reaches(level: Level | undefined, least: Level): boolean {
  return level !== undefined && levels.indexOf(level) >= levels.indexOf(least)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
