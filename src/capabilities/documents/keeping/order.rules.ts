/** What was asked of the order: places typed beside documents, and perhaps one document moved by one place. */
export interface OrderRequest {
  /** Place wanted, from 1 on, by nº SEI. */
  readonly places: Readonly<Record<string, number>>
  readonly move?: { readonly number: string; readonly by: -1 | 1 } | undefined
}

/**
 * The order that was asked for. Each document goes to the place typed for it, and the others close up around it in the
 * order they had; two that want one place stand in the order of the one that had to move least.
 */
export function newOrder(before: readonly string[], { places, move }: OrderRequest): string[] {
  if (move) return movedByOne(before, move.number, move.by)
  const moved = before
    .map((number, index) => ({ number, from: index + 1, to: places[number] ?? index + 1 }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => a.to - b.to || Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
  const order = before.filter((number) => !moved.some((one) => one.number === number))
  for (const { number, to } of moved) order.splice(Math.max(0, Math.min(order.length, to - 1)), 0, number)
  return order
}

function movedByOne(before: readonly string[], number: string, by: -1 | 1): string[] {
  const from = before.indexOf(number)
  const to = from + by
  if (from === -1 || to < 0 || to >= before.length) return [...before]
  const order = before.filter((one) => one !== number)
  order.splice(to, 0, number)
  return order
}
