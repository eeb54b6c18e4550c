import type { PublishedAgency } from './published-figures.ts'

/** The documents behind a published index where they were not published themselves: users times index, to the nearest. */
export function impliedDocuments({ users, bornDigital, utilizationTenths }: PublishedAgency): number | undefined {
  if (bornDigital !== undefined || users === undefined || utilizationTenths === undefined) return undefined
  return Math.floor((users * utilizationTenths + 5) / 10)
}
