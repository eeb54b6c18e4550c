import { type LocalDate, weekdayOf } from '../../../platform/calendar/index.ts'
import { Day, Table, Tag } from '../../../ui/index.ts'
import type { TermDay } from './count-days.rules.ts'
import { tellDay, weekdayName } from './counting.text.ts'

interface DayByDayProps {
  readonly from: LocalDate
  readonly days: readonly TermDay[]
}

/** Each day of a count, counted or skipped, with its reason (PRO-157). */
export function DayByDay({ from, days }: DayByDayProps) {
  const rows = [{ date: from, first: true }, ...days.map((day) => ({ date: day.date, day, first: false }))]
  return (
    <Table
      id="contagem"
      caption="Contagem dia a dia"
      rows={rows}
      rowKey={({ date }) => date}
      rowTone={(row) => (row.first || ('day' in row && row.day.number === undefined) ? 'muted' : undefined)}
      columns={[
        { key: 'dia', header: 'Dia', rowHeader: true, width: 'narrow', cell: ({ date }) => <Day value={date} /> },
        { key: 'semana', header: 'Dia da semana', cell: ({ date }) => weekdayName(weekdayOf(date)) },
        {
          key: 'conta',
          header: 'Conta',
          width: 'wide',
          cell: (row) =>
            'day' in row ? <CountedAs day={row.day} last={row.date === days.at(-1)?.date} /> : 'Começo: não conta',
        },
      ]}
    />
  )
}

function CountedAs({ day, last }: { day: TermDay; last: boolean }) {
  return (
    <>
      {tellDay(day)}{' '}
      {last ? (
        <Tag tone="warning" icon="flag">
          Vencimento
        </Tag>
      ) : null}
    </>
  )
}
