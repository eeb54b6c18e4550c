import type { RowResult } from './import.queries.ts'

/** The results of rows in addresses. */
export const kindWords: Readonly<Record<RowResult, string>> = {
  created: 'criados',
  changed: 'alterados',
  unchanged: 'iguais',
  refused: 'recusados',
}

export function kindOf(word: string): RowResult | undefined {
  return (Object.keys(kindWords) as RowResult[]).find((kind) => kindWords[kind] === word)
}
