import type { Stripe } from './striping.ts'

/** A legal basis, the stripes that it covers by their numbers, and the pages on which these are. */
export interface BasisOfStripes {
  readonly legalBasis: string
  readonly numbers: readonly number[]
  readonly pages: readonly number[]
}

/** The numbers of stripes: by page, then in the order in which they were laid. The first is 1. */
export function numbered<One extends Stripe>(stripes: readonly One[]): readonly (One & { readonly number: number })[] {
  return [...stripes].sort((a, b) => a.page - b.page).map((stripe, place) => ({ ...stripe, number: place + 1 }))
}

/** What each basis covers, in the order in which it is met. */
export function basesOf(stripes: readonly Stripe[]): readonly BasisOfStripes[] {
  const bases = new Map<string, { numbers: number[]; pages: number[] }>()
  for (const { legalBasis, number, page } of numbered(stripes)) {
    const found = bases.get(legalBasis) ?? { numbers: [], pages: [] }
    bases.set(legalBasis, found)
    found.numbers.push(number)
    if (!found.pages.includes(page)) found.pages.push(page)
  }
  return [...bases].map(([legalBasis, of]) => ({ legalBasis, ...of }))
}

/** All the bases in the words that stand beside the document; many are told on its first sheet alone. */
export function sumOfBases(stripes: readonly Stripe[]): string {
  const bases = basesOf(stripes).map(({ legalBasis }) => legalBasis)
  const all = bases.join('; ')
  return all.length <= 300 ? all : `${bases.length} fundamentos, ditos tarja por tarja na primeira folha`
}
