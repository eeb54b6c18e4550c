/**
 * The stretches of ids in which hits are looked for one after the other, the newest first: small ones, then ever bigger
 * ones. A frequent word is found in the first and the search ends there; a rare one costs few more looks than one.
 *
 * Each is a label of the index: `b0:`, `b1:` and `b2:` with the id without its last 12, 15 and 18 bits.
 */
export function bandsNewestFirst(highestId: number): readonly string[] {
  const labels: string[] = []
  let next = highestId
  sizes.forEach((size, level) => {
    const wider = sizes[level + 1]
    const end = wider === undefined ? 0 : Math.floor(next / wider) * wider
    for (; next >= end && next >= 0; next = Math.floor(next / size) * size - 1) {
      labels.push(`b${level}:${Math.floor(next / size)}`)
    }
  })
  return labels
}

const sizes = [2 ** 12, 2 ** 15, 2 ** 18] as const
