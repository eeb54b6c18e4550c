import { addDays, type LocalDate, localDate } from './local-date.ts'
import type { Holiday } from './working-days.ts'

/**
 * The national holidays of a year and its optional days ('ponto facultativo'), in order of date. State and municipal
 * ones are registered by each agency (EST-073). Sources: Leis 662/1949, 6.802/1980, 9.093/1995 and 14.759/2023.
 * Ash Wednesday is left out: it is optional only until 14h, so people do work on that day.
 */
export function nationalHolidays(year: number): readonly Required<Holiday>[] {
  if (!Number.isInteger(year) || year < 1583 || year > 9999) throw new RangeError(`No such Gregorian year: ${year}`)
  const easter = easterSunday(year)
  const fixed = fixedHolidays
    .filter(({ since }) => since === undefined || year >= since)
    .map(({ day, name }): Required<Holiday> => ({ date: localDate(`${yyyy(year)}-${day}`), name, kind: 'feriado' }))
  const movable: Required<Holiday>[] = [
    { date: addDays(easter, -48), name: 'Carnaval (segunda-feira)', kind: 'ponto facultativo' },
    { date: addDays(easter, -47), name: 'Carnaval (terça-feira)', kind: 'ponto facultativo' },
    { date: addDays(easter, -2), name: 'Paixão de Cristo', kind: 'feriado' },
    { date: addDays(easter, 60), name: 'Corpus Christi', kind: 'ponto facultativo' },
  ]
  return [...fixed, ...movable].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

const fixedHolidays: readonly { readonly day: string; readonly name: string; readonly since?: number }[] = [
  { day: '01-01', name: 'Confraternização Universal' },
  { day: '04-21', name: 'Tiradentes' },
  { day: '05-01', name: 'Dia do Trabalho' },
  { day: '09-07', name: 'Independência do Brasil' },
  { day: '10-12', name: 'Nossa Senhora Aparecida' },
  { day: '11-02', name: 'Finados' },
  { day: '11-15', name: 'Proclamação da República' },
  { day: '11-20', name: 'Dia Nacional de Zumbi e da Consciência Negra', since: 2024 },
  { day: '12-25', name: 'Natal' },
]

/** Easter by the anonymous Gregorian computus (Meeus, Jones and Butcher); the letters are the ones of the literature. */
function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const monthAndDay = h + l - 7 * m + 114
  const month = Math.floor(monthAndDay / 31)
  const day = (monthAndDay % 31) + 1
  return localDate(`${yyyy(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

function yyyy(year: number): string {
  return String(year).padStart(4, '0')
}
