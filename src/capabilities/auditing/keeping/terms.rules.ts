import type { Category } from '../resources.rules.ts'

/** No term is shorter, in months: readings of case files and documents answer for misuse, which lapses in five years. */
export const shortestTerm: Readonly<Record<Category, number>> = {
  general: 12,
  access: 12,
  'case-files': 60,
  documents: 60,
}

export const longestTerm = 1_200

/** `5 anos`, `18 meses`; null is for ever. */
export function termWords(months: number | null): string {
  if (months === null) return 'Para sempre'
  const [count, one, many] = months % 12 === 0 ? [months / 12, 'ano', 'anos'] : [months, 'mês', 'meses']
  return `${count} ${count === 1 ? one : many}`
}
