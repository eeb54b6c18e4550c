/** The pair of places where one same item stands in both lists. */
export type Pair = readonly [inFirst: number, inSecond: number]

/** Beyond this many differences the exact answer costs more than it tells; the middle then counts as rewritten. */
const MOST_DIFFERENCES = 1500

/**
 * The longest common subsequence of two lists of texts, as pairs in ascending order (Myers, 1986: time and memory grow
 * with the differences, not with the lengths).
 */
export function alignEqual(first: readonly string[], second: readonly string[]): Pair[] {
  let head = 0
  while (head < first.length && head < second.length && first[head] === second[head]) head += 1
  let tail = 0
  const most = Math.min(first.length, second.length) - head
  while (tail < most && first[first.length - 1 - tail] === second[second.length - 1 - tail]) tail += 1

  const middle = shortestEdit(first.slice(head, first.length - tail), second.slice(head, second.length - tail))
  return [
    ...Array.from({ length: head }, (_, index): Pair => [index, index]),
    ...middle.map(([a, b]): Pair => [a + head, b + head]),
    ...Array.from({ length: tail }, (_, index): Pair => [first.length - tail + index, second.length - tail + index]),
  ]
}

function shortestEdit(first: readonly string[], second: readonly string[]): Pair[] {
  const [n, m] = [first.length, second.length]
  if (n === 0 || m === 0) return []
  // furthest.get(k): how far the first list has been walked on diagonal k; one snapshot for each number of differences.
  let furthest = new Map<number, number>([[1, 0]])
  const trace: Map<number, number>[] = []
  for (let d = 0; d <= Math.min(n + m, MOST_DIFFERENCES); d += 1) {
    trace.push(furthest)
    const next = new Map<number, number>()
    for (let k = -d; k <= d; k += 2) {
      let x = stepsDown(k, d, furthest) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1
      while (x < n && x - k < m && first[x] === second[x - k]) x += 1
      next.set(k, x)
      if (x >= n && x - k >= m) return walkBack(trace, n, m)
    }
    furthest = next
  }
  return []
}

const stepsDown = (k: number, d: number, furthest: ReadonlyMap<number, number>): boolean =>
  k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1))

function walkBack(trace: readonly ReadonlyMap<number, number>[], n: number, m: number): Pair[] {
  const pairs: Pair[] = []
  let [x, y] = [n, m]
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const furthest = trace[d] ?? new Map<number, number>()
    const k = x - y
    const from = stepsDown(k, d, furthest) ? k + 1 : k - 1
    const [beforeX, beforeY] = d === 0 ? [0, 0] : [furthest.get(from) ?? 0, (furthest.get(from) ?? 0) - from]
    for (; x > beforeX && y > beforeY; x -= 1, y -= 1) pairs.push([x - 1, y - 1])
    x = beforeX
    y = beforeY
  }
  return pairs.reverse()
}
