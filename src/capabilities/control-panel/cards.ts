/** The cards of the panel (PRO-249), in the usual order. */
export const cardNames = [
  'open',
  'deadlines',
  'returns',
  'bundles',
  'bundle-groups',
  'types',
  'labels',
  'people',
  'followed',
] as const
export type CardName = (typeof cardNames)[number]

/** A number and the list that it counts. */
export interface Figure {
  readonly count: number
  readonly path: string
}

/** One line of a card: what is counted, and what of it asks for attention. */
/** What is said of a number: the same of one and of many, or each in its own words. */
export type Words = string | readonly [one: string, many: string]

export interface CardLine {
  readonly label: string
  readonly figure: Figure
  readonly alert?: Figure & { readonly words: Words }
}

export interface Card {
  readonly name: CardName
  readonly lines: readonly CardLine[]
}

/** More than this is said as “mais de”. */
export const mostTold = 10_000

/** Cards of what one may not do are not offered. */
export function offeredCards(may: (permission: 'bundles.use') => boolean): readonly CardName[] {
  return cardNames.filter((name) => !name.startsWith('bundle') || may('bundles.use'))
}

/** The cards to show, in order: those chosen that are offered, or without a choice all that are. */
export function shownCards(chosen: readonly string[] | undefined, offered: readonly CardName[]): readonly CardName[] {
  if (!chosen) return offered
  return chosen.flatMap((name) => offered.filter((one) => one === name))
}
