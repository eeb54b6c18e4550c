const names = [
  'janeiro',
  'fevereiro',
  'março',
  'abril',
  'maio',
  'junho',
  'julho',
  'agosto',
  'setembro',
  'outubro',
  'novembro',
  'dezembro',
]

/** `2026-10` → `outubro de 2026`. */
export function sayMonth(month: string): string {
  const [year, number] = month.split('-')
  return `${names[Number(number) - 1]} de ${year}`
}
