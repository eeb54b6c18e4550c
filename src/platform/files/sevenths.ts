const dayMs = 86_400_000
const sevenths = 7

/** Which seventh of everything kept the night of a moment looks at: after seven nights in a row all was looked at. */
export function seventhOf(now: Date): number {
  return Math.floor(now.getTime() / dayMs) % sevenths
}

/** First two figures of the names of the files that belong to a seventh. */
export function prefixesOf(seventh: number): readonly string[] {
  return Array.from({ length: 256 }, (_, place) => place)
    .filter((place) => place % sevenths === seventh)
    .map((place) => place.toString(16).padStart(2, '0'))
}
