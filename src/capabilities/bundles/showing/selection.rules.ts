/** What decides which rows stand marked. */
export interface SelectableItem {
  readonly id: string
  readonly active: boolean
  readonly signatureCount: number
  readonly signedByMe: boolean
}

/**
 * The rows that an address marks: by what they lack (BLO-029), and those that were marked while reading (BLO-025). Only
 * what could still be signed by this person is ever marked by itself.
 */
export function markedItems(
  items: readonly SelectableItem[],
  asked: { readonly word: string; readonly ids: readonly string[] },
): ReadonlySet<string> {
  const rule = rules[asked.word as keyof typeof rules]
  const chosen = items.filter((item) => asked.ids.includes(item.id) || (rule?.(item) ?? false))
  return new Set(chosen.map(({ id }) => id))
}

const rules = {
  todos: () => true,
  nenhum: () => false,
  'sem-assinatura': ({ active, signatureCount }: SelectableItem) => active && signatureCount === 0,
  'sem-minha-assinatura': ({ active, signedByMe }: SelectableItem) => active && !signedByMe,
} as const
