import type { Tone } from '../../ui/index.ts'
import type { DeadlineState } from './deadline-state.rules.ts'

/** How a deadline stands, in words that do without the colour. */
export function tellState(state: DeadlineState, dueTime: string | undefined): string {
  const at = dueTime ? ` às ${dueTime}` : ''
  switch (state.kind) {
    case 'ahead':
    case 'soon':
      return state.days === 1 ? `vence amanhã${at}` : `faltam ${state.days} dias`
    case 'today':
      return `vence hoje${at}`
    case 'late':
      if (state.days === 0) return `venceu hoje${at}`
      return state.days === 1 ? 'venceu ontem' : `venceu há ${state.days} dias`
    case 'concluded':
      return `cumprido em ${brazilian(state.on)}`
    case 'concluded-late': {
      const delay =
        state.days === 0 ? 'depois da hora' : `com ${state.days} ${state.days === 1 ? 'dia' : 'dias'} de atraso`
      return `cumprido em ${brazilian(state.on)}, ${delay}`
    }
  }
}

/** SEI's colours: blue for what was fulfilled, orange for what is near, red for what is late (PRO-150, PRO-156). */
export const toneOfState: Readonly<Record<DeadlineState['kind'], Tone>> = {
  ahead: 'neutral',
  soon: 'warning',
  today: 'warning',
  late: 'danger',
  concluded: 'info',
  'concluded-late': 'info',
}

function brazilian(date: string): string {
  return date.split('-').reverse().join('/')
}
