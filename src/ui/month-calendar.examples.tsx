import type { Example } from './examples/example.ts'
import { MonthCalendar } from './month-calendar.tsx'

export const examples: readonly Example[] = [
  {
    name: 'Mês com prazos',
    render: () => (
      <MonthCalendar
        id="calendario"
        label="Prazos"
        month="2025-11"
        today="2025-11-21"
        monthHref={(month) => `?mes=${month}`}
        days={[
          { day: '2025-11-05', count: 3, tone: 'danger', words: '3 prazos, 1 atrasado', href: '?dia=2025-11-05' },
          { day: '2025-11-21', count: 1, tone: 'warning', words: '1 prazo', href: '?dia=2025-11-21' },
          { day: '2025-11-28', count: 12, tone: 'warning', words: '12 prazos' },
        ]}
      />
    ),
  },
]
