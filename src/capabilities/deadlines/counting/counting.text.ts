import type { Counting, TermDay } from './count-days.rules.ts'

export const countingNames: Readonly<Record<Counting, string>> = {
  working: 'dias úteis',
  'calendar-rolled': 'dias corridos, prorrogados ao dia útil seguinte',
  calendar: 'dias corridos, sem prorrogar',
}

/** What the law calls each way of counting, for whoever must choose one. */
export const countingHint =
  'Exclui-se o dia do começo e inclui-se o do vencimento. Prazos da Lei nº 9.784/1999 (art. 66) são em dias corridos, ' +
  'prorrogados quando vencem em dia sem expediente.'

/** `15 dias úteis`, `1 dia útil`, `30 dias corridos, prorrogados ao dia útil seguinte`. */
export function tellCount(days: number, counting: Counting): string {
  if (days !== 1) return `${days} ${countingNames[counting]}`
  const one: Record<Counting, string> = {
    working: '1 dia útil',
    'calendar-rolled': '1 dia corrido, prorrogado ao dia útil seguinte',
    calendar: '1 dia corrido, sem prorrogar',
  }
  return one[counting]
}

const weekdays = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado']

export function weekdayName(weekday: number): string {
  return weekdays[weekday] ?? ''
}

/** What the table says of one day. */
export function tellDay({ number, reason }: TermDay): string {
  if (number !== undefined) return `${number}º dia`
  return reason === 'put off to here' ? 'Vencimento prorrogado para este dia' : `Não conta: ${reason}`
}
