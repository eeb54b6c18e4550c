const tenths = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Days of a duration to the tenth, as a number to reckon with. */
export function daysOf(seconds: number): number {
  return Math.round(seconds / 8640) / 10
}

/** A duration as people say it: `3,5 dias`, `4,0 horas`, `menos de uma hora`. */
export function sayDuration(seconds: number): string {
  if (seconds < 3600) return 'menos de uma hora'
  if (seconds < 86_400) return seconds < 5400 ? 'uma hora' : `${tenths.format(seconds / 3600)} horas`
  const days = daysOf(seconds)
  return days === 1 ? '1 dia' : `${tenths.format(days)} dias`
}
