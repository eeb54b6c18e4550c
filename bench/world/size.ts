/** How many thousands of case files a world has, by its name: 10k, 100k, 1m, 10m. */
export function thousandsOf(world: string): number | undefined {
  const [, count, unit] = /^([1-9]\d{0,2})(k|m)$/.exec(world) ?? []
  const thousands = Number(count) * (unit === 'm' ? 1000 : 1)
  return count !== undefined && thousands <= 10_000 ? thousands : undefined
}

/** Of a greater world only so many thousands have texts; the others have everything but documents. */
export const mostWithTexts = 1_000
