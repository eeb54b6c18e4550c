import type { LocalDate } from '../../platform/calendar/index.ts'

/** Working days to answer a request (founding issue; FLX-022). */
export const daysToAnswer = 5

export interface Due {
  readonly tone: 'success' | 'warning' | 'danger' | 'neutral'
  readonly words: string
}

/** How a request stands against its deadline: red from the day after the last one. */
export function dueState(state: 'analysis' | 'approved' | 'refused', dueOn: string, today: LocalDate): Due {
  const day = dueOn.split('-').reverse().join('/')
  if (state !== 'analysis') return { tone: 'neutral', words: 'Respondido' }
  if (today > dueOn) return { tone: 'danger', words: `Atrasado: venceu em ${day}` }
  if (today === dueOn) return { tone: 'warning', words: `Vence hoje, ${day}` }
  return { tone: 'success', words: `No prazo, até ${day}` }
}
