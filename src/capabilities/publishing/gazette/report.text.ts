/** `1,5`; nothing where nothing has come out. */
export function tellMean(days: number | null): string {
  return days === null ? '' : days.toLocaleString('pt-BR', { maximumFractionDigits: 1 })
}
