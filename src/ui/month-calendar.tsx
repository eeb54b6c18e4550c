// biome-ignore-all lint/a11y/noRedundantRoles: kept as a table where style sheets lay it out otherwise.
import { classNames } from './class-names.ts'
import { Icon } from './icons/icon.tsx'
import { safeHref } from './link.tsx'

/** A day of the calendar that has something: what in words, with the colour that says the same. */
export type CalendarDay = {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly count: number
  /** `warning`: falls due, or was fulfilled in time; `danger`: late. */
  readonly tone: 'warning' | 'danger'
  /** For whoever does not see the colour: `2 prazos, 1 atrasado`. */
  readonly words: string
  readonly href?: string | undefined
}

type MonthCalendarProps = {
  id: string
  /** What it shows: `Prazos`. */
  label: string
  /** `YYYY-MM`. */
  month: string
  /** `YYYY-MM-DD`. */
  today: string
  days: readonly CalendarDay[]
  /** Address of the same page with another month. */
  monthHref: (month: string) => string
}

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
const weekdays = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado']

/** A month, with a colour and a number on the days that have something. */
export function MonthCalendar({ id, label, month, today, days, monthHref }: MonthCalendarProps) {
  const byDay = new Map(days.map((day) => [day.day, day]))
  return (
    <section class="month-calendar" aria-labelledby={`${id}-titulo`}>
      <div class="month-calendar__head">
        <a href={safeHref(monthHref(shifted(month, -1)))} class="month-calendar__step">
          <Icon name="chevronLeft" label={`Mês anterior: ${monthName(shifted(month, -1))}`} />
        </a>
        <h2 class="month-calendar__title" id={`${id}-titulo`}>
          <span class="visually-hidden">{label} de </span>
          {monthName(month)}
        </h2>
        <a href={safeHref(monthHref(shifted(month, 1)))} class="month-calendar__step">
          <Icon name="chevronRight" label={`Mês seguinte: ${monthName(shifted(month, 1))}`} />
        </a>
      </div>
      <table class="month-calendar__days" aria-labelledby={`${id}-titulo`}>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, place) =>
                day ? (
                  <DayCell key={day} day={day} today={today} entry={byDay.get(day)} />
                ) : (
                  <td key={`fora-${weekdays[place]}`} class="month-calendar__outside" />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DayCell({ day, today, entry }: { day: string; today: string; entry: CalendarDay | undefined }) {
  const number = <span class="month-calendar__number">{Number(day.slice(8))}</span>
  const content = entry ? (
    <>
      {number}
      <span class="month-calendar__count" aria-hidden="true">
        {entry.tone === 'danger' ? '!' : ''}
        {entry.count}
      </span>
      <span class="visually-hidden">: {entry.words}</span>
    </>
  ) : (
    number
  )
  return (
    <td
      class={classNames('month-calendar__day', entry && `month-calendar__day--${entry.tone}`)}
      aria-current={day === today ? 'date' : undefined}
    >
      {entry?.href ? (
        <a href={safeHref(entry.href)} title={entry.words}>
          {content}
        </a>
      ) : (
        <div>{content}</div>
      )}
    </td>
  )
}

/** The weeks of a month from Sunday to Saturday; undefined stands for days of its neighbours. */
function weeksOf(month: string): (string | undefined)[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const before = first.getUTCDay()
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const number = week * 7 + place - before + 1
      return number < 1 || number > length ? undefined : `${month}-${String(number).padStart(2, '0')}`
    }),
  )
}

function shifted(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

function monthName(month: string): string {
  return `${names[Number(month.slice(5)) - 1]} de ${month.slice(0, 4)}`
}
