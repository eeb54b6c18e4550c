/**
 * The months and whole years that cover a stretch of days, as labels of the index say them: '2024', '2025-01'. Without a
 * beginning it reaches back to 1900, without an end to `today`. The exact days are asked of the rows themselves.
 */
export function monthsBetween(from: string | undefined, to: string | undefined, today: string): readonly string[] {
  const first = monthOf(from ?? '1900-01-01')
  // What is still to come may be dated, by a slip of the clock, tomorrow.
  const last = monthOf(to ?? today) + (to ? 0 : 1)
  const labels: string[] = []
  for (let month = first; month <= last; ) {
    const year = Math.floor(month / 12)
    const wholeYear = month % 12 === 0 && month + 11 <= last
    labels.push(wholeYear ? String(year) : `${year}-${String((month % 12) + 1).padStart(2, '0')}`)
    month += wholeYear ? 12 : 1
  }
  return labels.slice(-mostLabels)
}

const mostLabels = 400

function monthOf(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return Math.max(year, 1900) * 12 + month - 1
}
